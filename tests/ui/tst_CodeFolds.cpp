#include "ui/CodeFolds.h"

#include <QSignalSpy>
#include <QTest>

using namespace ponder;

class tst_CodeFolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeOfMoreThanFortyLines_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("foldable");
        QTest::addColumn<int>("lines");
        const QString line = QStringLiteral("int x;\n");
        QTest::newRow("none") << QString() << false << 1;
        QTest::newRow("one line") << QStringLiteral("int x;") << false << 1;
        QTest::newRow("40 lines") << line.repeated(40).chopped(1) << false << 40;
        QTest::newRow("40 lines and an end") << line.repeated(40) << false << 40;
        QTest::newRow("41 lines") << line.repeated(41).chopped(1) << true << 41;
        QTest::newRow("very many") << line.repeated(5'000) << true << 5'000;
        QTest::newRow("empty lines") << QStringLiteral("\n").repeated(60) + u'x' << true << 61;
    }
    void codeOfMoreThanFortyLines()
    {
        QFETCH(QString, code);
        QFETCH(bool, foldable);
        QFETCH(int, lines);
        QCOMPARE(CodeFolds::isFoldable(code), foldable);
        QCOMPARE(CodeFolds::lines(code), lines);
        if (foldable)
            QCOMPARE(CodeFolds::beginning(code).count(u'\n'), 39);
        else
            QVERIFY(CodeFolds::beginning(code).size() >= code.size() - 1);
    }

    void choicesAreKeptByTheBeginning()
    {
        CodeFolds folds;
        QSignalSpy changed(&folds, &CodeFolds::changed);
        const QString code = QStringLiteral("int x;\n").repeated(50);
        QVERIFY(!folds.isOpen(QStringLiteral("a"), code));
        folds.setOpen(QStringLiteral("a"), code, true);
        QCOMPARE(changed.size(), 1);
        QVERIFY(folds.isOpen(QStringLiteral("a"), code));
        QVERIFY(folds.isOpen(QStringLiteral("a"), code + QStringLiteral("int y;\n")));
        QVERIFY(!folds.isOpen(QStringLiteral("b"), code));
        QVERIFY(!folds.isOpen(QStringLiteral("a"), u'z' + code));
        folds.setOpen(QStringLiteral("a"), code, true);
        QCOMPARE(changed.size(), 1);
        folds.setOpen(QStringLiteral("a"), code, false);
        QVERIFY(!folds.isOpen(QStringLiteral("a"), code));
        QCOMPARE(folds.revision(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_CodeFolds)
#include "tst_CodeFolds.moc"
