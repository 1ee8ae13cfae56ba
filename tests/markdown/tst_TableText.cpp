#include "markdown/BlockParser.h"
#include "markdown/TableText.h"

#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

class tst_TableText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void wholeTable();
    void markdownReadsBack_data();
    void markdownReadsBack();
    void nothingOfACellIsMarkup();
};

namespace {

Table read(const QString &markdown)
{
    const Blocks blocks = BlockParser::blocks(markdown);
    return blocks.empty() ? Table{} : blocks.front()->table;
}

Table withCell(const QString &cell)
{
    return read(u"| A |\n|---|\n| "_s + cell + u" |\n"_s);
}

} // namespace

void tst_TableText::cells_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("tsv");
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");

    QTest::newRow("plain") << u"word"_s << u"word"_s << u"word"_s << u"word"_s;
    QTest::newRow("bold") << u"**b** c"_s << u"b c"_s << u"**b** c"_s << u"<strong>b</strong> c"_s;
    QTest::newRow("both") << u"***b***"_s << u"b"_s << u"***b***"_s
                          << u"<strong><em>b</em></strong>"_s;
    QTest::newRow("strike") << u"~~s~~"_s << u"s"_s << u"~~s~~"_s << u"<del>s</del>"_s;
    QTest::newRow("code") << u"`x*y`"_s << u"x*y"_s << u"`x*y`"_s << u"<code>x*y</code>"_s;
    QTest::newRow("pipe") << u"a \\| b"_s << u"a | b"_s << u"a \\| b"_s << u"a | b"_s;
    QTest::newRow("pipe in code") << u"`a \\| b`"_s << u"a | b"_s << u"`a \\| b`"_s
                                  << u"<code>a | b</code>"_s;
    QTest::newRow("formula") << u"$O(n^2)$"_s << u"$O(n^2)$"_s << u"$O(n^2)$"_s << u"$O(n^2)$"_s;
    QTest::newRow("markup as text")
        << u"\\*x\\* <b>"_s << u"*x* <b>"_s << u"\\*x\\* \\<b\\>"_s << u"*x* &lt;b&gt;"_s;
    QTest::newRow("link") << u"[t](https://a.b/?x=1&y=2)"_s << u"t"_s
                          << u"[t](<https://a.b/?x=1&y=2>)"_s
                          << u"<a href=\"https://a.b/?x=1&amp;y=2\">t</a>"_s;
    QTest::newRow("link not allowed")
        << u"[t](javascript:alert(1))"_s << u"t"_s << u"t"_s << u"t"_s;
    QTest::newRow("Chinese") << u"**粗体（说明）**是"_s << u"粗体（说明）是"_s
                             << u"**粗体（说明）**是"_s << u"<strong>粗体（说明）</strong>是"_s;
    QTest::newRow("empty") << u""_s << u""_s << u""_s << u""_s;
}

void tst_TableText::cells()
{
    QFETCH(QString, cell);
    const Table table = withCell(cell);
    QTEST(TableText::tsv(table).section(u'\n', 1, 1), "tsv");
    const QString line = TableText::markdown(table).section(u'\n', 2, 2);
    QVERIFY(line.startsWith("| "_L1) && line.endsWith(" |"_L1));
    QTEST(line.mid(2).chopped(2), "markdown");
    const QString html = TableText::html(table);
    const qsizetype from = html.indexOf("<td>"_L1) + 4;
    QTEST(html.mid(from, html.indexOf("</td>"_L1) - from), "html");
}

void tst_TableText::wholeTable()
{
    const Table table =
        read(u"| A | B | C | D |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |\n| 5 | 6 | 7 | 8 |\n"_s);
    QCOMPARE(TableText::tsv(table), u"A\tB\tC\tD\n1\t2\t3\t4\n5\t6\t7\t8\n"_s);
    QCOMPARE(TableText::markdown(table), u"| A | B | C | D |\n| --- | :--- | :---: | ---: |\n"
                                         "| 1 | 2 | 3 | 4 |\n| 5 | 6 | 7 | 8 |\n"_s);
    QCOMPARE(TableText::html(table),
             u"<table>\n<thead>\n<tr><th>A</th><th style=\"text-align:left\">B</th>"
             "<th style=\"text-align:center\">C</th><th style=\"text-align:right\">D</th></tr>\n"
             "</thead>\n<tbody>\n<tr><td>1</td><td style=\"text-align:left\">2</td>"
             "<td style=\"text-align:center\">3</td><td style=\"text-align:right\">4</td></tr>\n"
             "<tr><td>5</td><td style=\"text-align:left\">6</td>"
             "<td style=\"text-align:center\">7</td><td style=\"text-align:right\">8</td></tr>\n"
             "</tbody>\n</table>\n"_s);
}

void tst_TableText::markdownReadsBack_data()
{
    QTest::addColumn<QString>("cell");
    for (const char *cell :
         {"a \\| b `c \\| d` **e** *f* ~~g~~", "`` ` ``", "\\$5 and \\$10",
          "x\\_y\\_z ![p](https://a.b/c)", "$a_1 + b_2$ and \\[not\\]",
          "[t **b**](https://a.b/(c))", "&lt;b&gt; & \\<i>", "**粗体（说明）**是", "C:\\\\dir",
          "a<br>b", "H<sub>2</sub>O <kbd>*F1*</kbd>", "&#91;1, 2&#93;, [[3&#93;](https://a.b)"})
        QTest::newRow(cell) << QString::fromUtf8(cell);
}

/// What is copied as markdown gives the same table again.
void tst_TableText::markdownReadsBack()
{
    QFETCH(QString, cell);
    const Table table = withCell(cell);
    const Table again = read(TableText::markdown(table));
    QCOMPARE(again.rows.size(), table.rows.size());
    QVERIFY2(again.rows == table.rows, qPrintable(TableText::markdown(table)));
}

void tst_TableText::nothingOfACellIsMarkup()
{
    Table table;
    table.alignments = {Table::Alignment::None};
    InlineRun run;
    run.text = u"<script>\t\"'&\n</td>"_s;
    InlineRun link = run;
    link.flags = InlineRun::Link;
    link.url = u"javascript:\"><script>"_s;
    table.rows = {{{run}}, {{link}}};
    const QString html = TableText::html(table);
    QVERIFY(!html.contains("<script"_L1));
    QVERIFY(!html.contains("href"_L1));
    QCOMPARE(html.count("</td>"_L1), 1);
    QCOMPARE(TableText::tsv(table).count(u'\t'), 0);
    QCOMPARE(TableText::tsv(table).count(u'\n'), 2);
    QCOMPARE(TableText::markdown(table).count(u'\n'), 3);
}

QTEST_GUILESS_MAIN(tst_TableText)
#include "tst_TableText.moc"
