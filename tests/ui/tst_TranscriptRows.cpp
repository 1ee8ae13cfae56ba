#include "markdown/BlockParser.h"
#include "ui/TranscriptRows.h"

#include <QTest>

using namespace ponder;

class tst_TranscriptRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shownLength_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("lines");
        QTest::addColumn<int>("shown");
        const QString line = QString(99, u'x') + u'\n';
        QTest::newRow("nothing") << QString() << 10 << 0;
        QTest::newRow("short") << QStringLiteral("a\nb\nc") << 10 << 5;
        QTest::newRow("as many lines as may be") << QStringLiteral("a\nb\nc") << 3 << 5;
        QTest::newRow("one line too many") << QStringLiteral("a\nb\nc") << 2 << 3;
        QTest::newRow("many lines") << QStringLiteral("y\n").repeated(4'000) << 1'500 << 2'999;
        QTest::newRow("too many characters") << line.repeated(1'000) << 1'500 << 59'999;
        QTest::newRow("one endless line") << QString(100'000, u'z') << 1'500 << 60'000;
        QTest::newRow("halves of a letter stay together")
            << QString(59'999, u'z') + QStringLiteral("😀😀") << 1'500 << 59'999;
    }

    void shownLength()
    {
        QFETCH(QString, text);
        QFETCH(int, lines);
        QFETCH(int, shown);
        QCOMPARE(ponder::shownLength(text, lines), qsizetype(shown));
    }

    void longCodeIsCutAndSaysSo()
    {
        auto block = std::make_shared<Block>();
        block->kind = Block::Kind::Code;
        block->text = QStringLiteral("int x;\n").repeated(2'000);
        const BlockRow row{block, false, false};
        QVERIFY(row.isCut());
        QCOMPARE(row.shownText().count(u'\n'), 1'499);
        QVERIFY(block->text.startsWith(row.shownText()));

        block->text = QStringLiteral("int x;");
        QVERIFY(!row.isCut());
        QCOMPARE(row.shownText(), block->text);
    }

    void barsOfQuotesGoOn_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QList<int>>("joined"); // of the second block and those behind it
        QTest::newRow("one quote") << "> a\n>\n> b" << QList{1};
        QTest::newRow("two quotes") << "> a\n\n> b\n>\n> c" << QList{0, 1};
        QTest::newRow("behind text") << "a\n\n> b" << QList{0};
        QTest::newRow("quotes in a quote") << "> a\n>\n> > b\n>\n> > c\n>\n> d" << QList{1, 1, 1};
        QTest::newRow("quotes in an item") << "- a\n\n  > b\n\n  > c" << QList{1, 1};
        QTest::newRow("an empty quote between") << "> a\n\n>\n\n> b" << QList{0};
    }

    void barsOfQuotesGoOn()
    {
        QFETCH(QString, markdown);
        QFETCH(QList<int>, joined);
        const Blocks blocks = BlockParser::blocks(markdown);
        QCOMPARE(blocks.size(), size_t(joined.size()) + 1);
        for (size_t i = 1; i < blocks.size(); ++i) {
            const RowContent above = BlockRow{blocks[i - 1], false, false};
            const RowContent row = BlockRow{blocks[i], false, false};
            QCOMPARE(joinedContainers(above, row), joined[qsizetype(i) - 1]);
        }
    }
};

QTEST_GUILESS_MAIN(tst_TranscriptRows)
#include "tst_TranscriptRows.moc"
