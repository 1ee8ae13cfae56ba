#include "markdown/BlockParser.h"
#include "markdown/HtmlWriter.h"
#include "markdown/PlainTextWriter.h"

#include <QTest>

using namespace ponder;

/// What goes to the clipboard besides markdown: HTML, and plain text.
class tst_HtmlWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data();
    void formats();
    void hostile_data();
    void hostile();
};

void tst_HtmlWriter::formats_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("plain");
    const auto row = [](const char *name, const char *markdown, const char *html,
                        const char *plain) {
        QTest::newRow(name) << QString::fromUtf8(markdown) << QString::fromUtf8(html)
                            << QString::fromUtf8(plain);
    };
    row("paragraphs", "a **b *c***\nd\n\ne  \nf",
        "<p>a <strong>b <em>c</em></strong>\nd</p>\n<p>e<br>f</p>", "a b c d\n\ne\nf");
    row("Han", "甲\n乙", "<p>甲\n乙</p>", "甲乙");
    row("escapes", "a < b & `<c>` \"d\"",
        "<p>a &lt; b &amp; <code>&lt;c&gt;</code> &quot;d&quot;</p>", "a < b & <c> \"d\"");
    row("link", "[a *b*](https://x.y/?a=1&b=2)",
        "<p><a href=\"https://x.y/?a=1&amp;b=2\">a <em>b</em></a></p>", "a b");
    row("heading", "## a ~~b~~", "<h2>a <del>b</del></h2>", "a b");
    row("code", "```c++\na <b>\n\n  c\n```",
        "<pre><code class=\"language-c++\">a &lt;b&gt;\n\n  c</code></pre>", "a <b>\n\n  c");
    row("tight list", "- a\n- b\n  - c\n- d",
        "<ul>\n<li>a\n</li>\n<li>b\n<ul>\n<li>c\n</li>\n</ul>\n</li>\n<li>d\n</li>\n</ul>",
        "- a\n- b\n  - c\n- d");
    row("loose list", "3. a\n\n4. b\n\n   c",
        "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n<p>c</p>\n</li>\n</ol>",
        "3. a\n\n4. b\n\n   c");
    row("items that begin with a quote or a list", "1. > a\n\n   b\n2. - c\n   - d\n3. - - e",
        "<ol>\n<li><blockquote>\n<p>a</p>\n</blockquote>\n<p>b</p>\n</li>\n"
        "<li><ul>\n<li>c\n</li>\n<li>d\n</li>\n</ul>\n</li>\n"
        "<li><ul>\n<li><ul>\n<li>e\n</li>\n</ul>\n</li>\n</ul>\n</li>\n</ol>",
        "1. a\n\n   b\n\n2. - c\n   - d\n\n3. - - e");
    row("two lists", "- a\n\n1. b", "<ul>\n<li>a\n</li>\n</ul>\n<ol>\n<li>b\n</li>\n</ol>",
        "- a\n1. b");
    row("tasks", "- [x] a\n- [ ] b", "<ul>\n<li>☑ a\n</li>\n<li>☐ b\n</li>\n</ul>", "[x] a\n[ ] b");
    row("quote", "> a\n> - b\n\nc",
        "<blockquote>\n<p>a</p>\n<ul>\n<li>b\n</li>\n</ul>\n</blockquote>\n<p>c</p>",
        "a\n- b\n\nc");
    row("table", "|a|b|c|\n|:-|:-:|-:|\n|1|**2**|3|",
        "<table>\n<thead>\n<tr><th style=\"text-align: left\">a</th>"
        "<th style=\"text-align: center\">b</th><th style=\"text-align: right\">c</th></tr>\n"
        "</thead>\n<tbody>\n<tr><td style=\"text-align: left\">1</td>"
        "<td style=\"text-align: center\"><strong>2</strong></td>"
        "<td style=\"text-align: right\">3</td></tr>\n</tbody>\n</table>",
        "a\tb\tc\n1\t2\t3");
    row("header alone", "|a|\n|-|", "<table>\n<thead>\n<tr><th>a</th></tr>\n</thead>\n</table>",
        "a");
    row("formulas", "so $a<b$\n\n$$\nx\n$$", "<p>so $a&lt;b$</p>\n<p>$$<br>x<br>$$</p>",
        "so $a<b$\n\n$$\nx\n$$");
    row("rule", "a\n\n***", "<p>a</p>\n<hr>", "a\n\n---");
}

void tst_HtmlWriter::formats()
{
    QFETCH(QString, markdown);
    const Blocks blocks = BlockParser::blocks(markdown);
    QTEST(HtmlWriter::write(blocks), "html");
    QTEST(PlainTextWriter::write(blocks), "plain");
}

void tst_HtmlWriter::hostile_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");
    const auto row = [](const char *markdown, const char *html) {
        QTest::newRow(markdown) << QString::fromUtf8(markdown) << QString::fromUtf8(html);
    };
    row("<script>x</script>", "<pre>&lt;script&gt;x&lt;/script&gt;</pre>");
    row("a <img src=x onerror=y>", "<p>a &lt;img src=x onerror=y&gt;</p>");
    row("```\"><b onclick=x>\n</code>\n```",
        "<pre><code class=\"language-&quot;&gt;&lt;b\">&lt;/code&gt;</code></pre>");
    row("[a](https://x.y/%22'%3E)", "<p><a href=\"https://x.y/%22'%3E\">a</a></p>");
    // Nothing is loaded when it is pasted.
    row("![a](https://x.y/p.png)", "<p><a href=\"https://x.y/p.png\">a</a></p>");
    row("a ![\"b](http://x.y/p.png) c", "<p>a <a href=\"http://x.y/p.png\">&quot;b</a> c</p>");
    row("![d](data:image/png;base64,AAAA)",
        "<p><img src=\"data:image/png;base64,AAAA\" alt=\"d\"></p>");
}

void tst_HtmlWriter::hostile()
{
    QFETCH(QString, markdown);
    QTEST(HtmlWriter::write(BlockParser::blocks(markdown)), "html");
    // Nor does a block that did not come from the parser get through.
    auto forged = std::make_shared<Block>();
    forged->runs = {
        {QStringLiteral("x"), InlineRun::Link, QStringLiteral("javascript:alert(1)"), {}}};
    QCOMPARE(HtmlWriter::write({forged}), QStringLiteral("<p>x</p>"));
    forged->kind = Block::Kind::Image;
    forged->url = QStringLiteral("file:///etc/passwd");
    forged->alt = QStringLiteral("<y>");
    QCOMPARE(HtmlWriter::write({forged}), QStringLiteral("<p>&lt;y&gt;</p>"));
}

QTEST_APPLESS_MAIN(tst_HtmlWriter)
#include "tst_HtmlWriter.moc"
