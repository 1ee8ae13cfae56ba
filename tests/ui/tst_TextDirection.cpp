#include "markdown/IncrementalBlocks.h"
#include "ui/TextDirection.h"

#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

class tst_TextDirection : public QObject
{
    Q_OBJECT

private:
    static Blocks parse(const QString &markdown)
    {
        IncrementalBlocks blocks;
        blocks.append(markdown);
        blocks.finish();
        return blocks.blocks();
    }
    /// 'R' or 'l' for each block.
    static QString sides(const Blocks &blocks, const BlockDirections &directions)
    {
        QString sides;
        for (size_t i = 0; i < blocks.size(); ++i)
            sides += directions.isRightToLeft(i) ? u'R' : u'l';
        return sides;
    }

private Q_SLOTS:
    void lettersThatRunFromRightToLeft()
    {
        QVERIFY(!hasRightToLeft(u""));
        QVERIFY(!hasRightToLeft(u"Words, 文字 (1)"));
        QVERIFY(hasRightToLeft(u"a שלום"));
        QVERIFY(hasRightToLeft(u"مرحبا"));
    }

    void sides_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const QString &markdown, const QString &wanted) {
            QTest::newRow(name) << markdown << wanted;
        };
        row("Latin", u"one\n\ntwo"_s, u"ll"_s);
        row("Arabic and Hebrew", u"# مرحبا\n\nשלום\n\nword שלום"_s, u"RRl"_s);
        row("numbers and signs first", u"1) – «مرحبا» word\n\n123"_s, u"Rl"_s);
        row("code and formulas say nothing", u"`simpson` و $x$ كلمة\n\n$x$ שלום"_s, u"RR"_s);
        row("letters outside the first plane", u"\U0001E900\U0001E922\n\n\U0001D400 a"_s, u"Rl"_s);
        row("list", u"- مرحبا\n- שלום\n"_s, u"RR"_s);
        row("an item with a Latin name first", u"- مرحبا\n- API مرحبا\n  - Python\n"_s, u"RRR"_s);
        row("an item from the right in a list from the left", u"- one\n- שלום\n- two\n"_s,
            u"lRl"_s);
        row("the list ends", u"- מרחב\n\nword"_s, u"Rl"_s);
        row("another container begins", u"> שלום\n\n- word\n"_s, u"Rl"_s);
        row("what is in a list without letters", u"- שלום\n\n  ```\n  code\n  ```\n\n  ---\n"_s,
            u"RRR"_s);
        row("a list that begins with a number", u"- 12\n- שלום\n- word\n"_s, u"lRR"_s);
        row("alone without letters", u"שלום\n\n```\ncode\n```\n\n---\n\n$$x$$"_s, u"Rlll"_s);
        row("table", u"| 1 | שם |\n|---|---|\n| a | b |\n"_s, u"R"_s);
        row("table from the left", u"| a | שם |\n|---|---|\n| 1 | 2 |\n"_s, u"l"_s);
    }

    void sides()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, wanted);
        const Blocks blocks = parse(markdown);
        BlockDirections directions;
        directions.read(blocks, 0);
        QCOMPARE(sides(blocks, directions), wanted);
        // Read again from any block on, as while an answer grows.
        for (size_t first = 0; first <= blocks.size(); ++first) {
            directions.read(blocks, first);
            QCOMPARE(sides(blocks, directions), wanted);
        }
    }
};

QTEST_GUILESS_MAIN(tst_TextDirection)
#include "tst_TextDirection.moc"
