#include "ui/SegmentText.h"

#include "markdown/BlockParser.h"

#include <QTest>

using namespace ponder;

class tst_SegmentText : public QObject
{
    Q_OBJECT

private:
    static bool same(const Blocks &a, const Blocks &b)
    {
        return a.size() == b.size() &&
               std::equal(a.begin(), a.end(), b.begin(),
                          [](const BlockPtr &x, const BlockPtr &y) { return *x == *y; });
    }

private Q_SLOTS:
    void endsAsTheWholeText_data()
    {
        QTest::addColumn<QString>("text");
        QString definitions;
        for (int i = 0; i < 3'000; ++i)
            definitions += QStringLiteral("[l%1]: https://example.org/%1\n").arg(i);
        QTest::newRow("paragraphs") << QStringLiteral("One.\n\nTwo *and* three.\n\n").repeated(50);
        QTest::newRow("code") << QStringLiteral("```cpp\n") +
                                     QStringLiteral("int x;\n").repeated(9'000);
        QTest::newRow("nothing but link definitions")
            << definitions + QStringLiteral("\nSee [l7].\n");
        QTest::newRow("emphasis that never ends") << QStringLiteral("*a ").repeated(20'000);
    }

    void endsAsTheWholeText()
    {
        QFETCH(QString, text);
        SegmentText segment;
        for (qsizetype at = 0; at < text.size(); at += 997)
            segment.read(text.left(at), true);
        segment.read(text, true);
        segment.read(text, false);
        QVERIFY(same(segment.blocks(), BlockParser::blocks(text)));
    }

    void readsAStepAtATime_data()
    {
        QTest::addColumn<QString>("begin");
        QTest::addColumn<QString>("more");
        QTest::addColumn<QList<int>>("blocks"); // after each step
        QTest::newRow("one line goes on") << "A"
                                          << "nd on, for long." << QList<int>{1};
        QTest::newRow("list") << "- a"
                              << "\n- b\n- c\n- d" << QList<int>{2, 3, 4};
        QTest::newRow("blank lines are no rows") << "a"
                                                 << "\n\n\n\nb" << QList<int>{2};
        QTest::newRow("the last line was complete") << "- a\n"
                                                    << "- b\n- c\n"
                                                    << QList<int>{2, 3};
        QTest::newRow("Windows line ends") << "- a"
                                           << "\r\n- b\r\n- c" << QList<int>{2, 3};
        QTest::newRow("code is one row") << "```\na"
                                         << "\nb\nc\nd\ne" << QList<int>{1};
        QTest::newRow("the end of code is the end of a step")
            << "```\na"
            << "\nb\n```\n\n# c\n\nd" << QList<int>{1, 2, 3};
        QTest::newRow("the end of code in a quote") << "> ```\n> a"
                                                    << "\n> b\n> ```\n\nc" << QList<int>{1, 2};
        QTest::newRow("a third of many lines")
            << "- 0" << QStringLiteral("\n- i").repeated(9) << QList<int>{4, 6, 7, 8, 9, 10};
        QTest::newRow("all of a long text")
            << "- 0" << QStringLiteral("\n- i").repeated(900) << QList<int>{901};
    }

    void readsAStepAtATime()
    {
        QFETCH(QString, begin);
        QFETCH(QString, more);
        SegmentText segment;
        segment.read(begin, true);
        QVERIFY(!segment.isBehind());
        QList<int> blocks;
        do {
            const size_t before = segment.blocks().size();
            QVERIFY(segment.read(begin + more, true) <= before);
            blocks << int(segment.blocks().size());
        } while (segment.isBehind() && blocks.size() < 20);
        QTEST(blocks, "blocks");
        QVERIFY(same(segment.blocks(), BlockParser::blocks(begin + more)));
    }

    void whatIsThereAtFirstIsReadAtOnce()
    {
        const QString text = QStringLiteral("- a\n- b\n- c\n- d");
        SegmentText segment;
        segment.read(text, true);
        QVERIFY(!segment.isBehind());
        QCOMPARE(segment.blocks().size(), size_t(4));
    }

    void theEndDoesNotWait()
    {
        const QString text = QStringLiteral("- a\n- b\n- c\n- d");
        SegmentText segment;
        segment.read(text.left(3), true);
        segment.read(text, true);
        QVERIFY(segment.isBehind());
        QVERIFY(segment.read(text, false) < 4);
        QVERIFY(!segment.isBehind());
        QVERIFY(same(segment.blocks(), BlockParser::blocks(text)));
    }

    void longCodeGrowsWithEachStep()
    {
        SegmentText segment;
        QString text = QStringLiteral("```\n") + QStringLiteral("int x;\n").repeated(9'000);
        segment.read(text, true);
        for (int i = 0; i < 50; ++i) {
            text += QStringLiteral("y");
            QCOMPARE(segment.read(text, true), size_t(0));
            QVERIFY(segment.blocks().back()->text.endsWith(QString(i + 1, u'y')));
        }
    }
};

QTEST_GUILESS_MAIN(tst_SegmentText)
#include "tst_SegmentText.moc"
