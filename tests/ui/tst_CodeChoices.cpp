#include "ui/CodeChoices.h"

#include <QSignalSpy>
#include <QTest>

using namespace ponder;

class tst_CodeChoices : public QObject
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
        QCOMPARE(CodeChoices::isFoldable(code), foldable);
        QCOMPARE(CodeChoices::lines(code), lines);
        if (foldable)
            QCOMPARE(CodeChoices::beginning(code).count(u'\n'), 39);
        else
            QVERIFY(CodeChoices::beginning(code).size() >= code.size() - 1);
    }

    void wrappingIsAChoiceOfItsOwn()
    {
        CodeChoices choices;
        const QString a = QStringLiteral("a");
        const QString code = QStringLiteral("int wide;");
        choices.setWrapped(a, code, true);
        QVERIFY(choices.isWrapped(a, code));
        QVERIFY(!choices.isOpen(a, code));
        QVERIFY(!choices.isWrapped(a, code + u'x'));
        QVERIFY(!choices.isWrapped(QStringLiteral("b"), code));
        choices.setOpen(a, code, true);
        choices.setWrapped(a, code, false);
        QVERIFY(!choices.isWrapped(a, code));
        QVERIFY(choices.isOpen(a, code));
    }

    void choicesAreKeptByTheBeginning()
    {
        CodeChoices choices;
        QSignalSpy changed(&choices, &CodeChoices::changed);
        const QString code = QStringLiteral("int x;\n").repeated(50);
        QVERIFY(!choices.isOpen(QStringLiteral("a"), code));
        choices.setOpen(QStringLiteral("a"), code, true);
        QCOMPARE(changed.size(), 1);
        QVERIFY(choices.isOpen(QStringLiteral("a"), code));
        QVERIFY(choices.isOpen(QStringLiteral("a"), code + QStringLiteral("int y;\n")));
        QVERIFY(!choices.isOpen(QStringLiteral("b"), code));
        QVERIFY(!choices.isOpen(QStringLiteral("a"), u'z' + code));
        choices.setOpen(QStringLiteral("a"), code, true);
        QCOMPARE(changed.size(), 1);
        choices.setOpen(QStringLiteral("a"), code, false);
        QVERIFY(!choices.isOpen(QStringLiteral("a"), code));
        QCOMPARE(choices.revision(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_CodeChoices)
#include "tst_CodeChoices.moc"
