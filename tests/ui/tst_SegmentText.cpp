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
