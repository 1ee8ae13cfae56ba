#include "BlockDump.h"
#include "markdown/BlockParser.h"
#include "markdown/MarkdownWriter.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace ponder;

/// What is written reads as the same blocks.
class tst_MarkdownWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void roundTrip_data();
    void roundTrip();
    void fixtures_data();
    void fixtures();
    void partOfAList();
};

namespace {

/// An unclosed fence is closed in writing; that is the only thing that may differ.
Blocks closed(const Blocks &blocks)
{
    Blocks out;
    for (const BlockPtr &block : blocks) {
        Block copy = *block;
        copy.closed = true;
        out.push_back(std::make_shared<const Block>(std::move(copy)));
    }
    return out;
}

void verifyRoundTrip(const QString &markdown)
{
    const Blocks blocks = BlockParser::blocks(markdown);
    const QString written = MarkdownWriter::write(blocks);
    const QString expected = dump(closed(blocks));
    const QString again = dump(closed(BlockParser::blocks(written)));
    if (again != expected)
        qWarning().noquote() << "written:\n" << written;
    QCOMPARE(again, expected);
}

} // namespace

/// Where there is one natural way to write it, it is written that way.
void tst_MarkdownWriter::text_data()
{
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *name, const QString &markdown) {
        QTest::newRow(name) << markdown;
    };
    row("paragraphs", QStringLiteral("One line\nand two.\n\nNext $5 and 2 * 3."));
    row("styles", QStringLiteral("a **b** *c* ~~d~~ `e` **f *g* h**"));
    row("links", QStringLiteral("[a](https://e.org/x?a=1&b=2) https://e.org/ and www.e.org"));
    row("headings", QStringLiteral("# One\n\n### Three"));
    row("list", QStringLiteral("- a\n- b\n  - c\n- d"));
    row("numbers", QStringLiteral("9. a\n10. b\n\n    c"));
    row("tasks", QStringLiteral("- [x] a\n- [ ] b"));
    row("quote", QStringLiteral("> a\n>\n> b\n\nc"));
    row("two quotes", QStringLiteral("> a\n\n> b"));
    row("alert", QStringLiteral("> [!NOTE]\n> a **b**\n>\n> c\n\n> [!TIP]\n>\n> - d"));
    row("quotes in quotes", QStringLiteral("> a\n>\n> > b\n>\n> > c"));
    row("code", QStringLiteral("```cpp\nint a;\n\nint b;\n```"));
    row("table", QStringLiteral("| a | b |\n| :-- | --: |\n| **c** | `d\\|e` |"));
    row("formulas", QStringLiteral("So $x_1*y*z$ is\n\n$$\na_b\n$$"));
    row("picture", QStringLiteral("![a cat](https://e.org/c.png)"));
    row("rule", QStringLiteral("a\n\n---\n\nb"));
}

void tst_MarkdownWriter::text()
{
    QFETCH(QString, markdown);
    if (QByteArray(QTest::currentDataTag()) == "numbers")
        markdown.replace(QStringLiteral("\n10."), QStringLiteral("\n\n10."));
    QCOMPARE(MarkdownWriter::write(BlockParser::blocks(markdown)), markdown);
    verifyRoundTrip(markdown);
}

void tst_MarkdownWriter::roundTrip_data()
{
    QTest::addColumn<QString>("markdown");
    const auto row = [](const QString &markdown) {
        QTest::newRow(qPrintable(QString(markdown).replace(u'\n', u'/').left(60))) << markdown;
    };
    for (const char *markdown :
         {"\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` 1\\. f \\# g &amp;amp; \\\\* \\<b\\>",
          "\\<b> &#91;x&#93; ![[y&#93;](https://a.b) [[z&#93;](https://a.b) &#91;^a&#93;: b",
          "\\- a",
          "1\\. a",
          "\\# a",
          "\\> a",
          "\\+ a",
          "a\n\\- b\n\\=\n12\\) c",
          "\\~\\~a\\~\\~",
          "costs \\$5 and \\$x\\$",
          "a  \nb\\\nc",
          "`` a`b `` and `` ` ``",
          "***a** b* c",
          "***a* b** c",
          "**a**_b_",
          "*a*__b__",
          "*a **b** c* ~~d *e*~~",
          "[a *b* `c`](https://x.y \"t \\\" u\")",
          "**[a](https://x.y)**",
          "**https://x.y**",
          "<https://x.y/a_b*c>",
          "https://x.y/a_b_c，中文",
          "[x](<https://x.y/a b>)",
          "[x](https://x.y/a(b\\)c)",
          "a ![b\\]c](https://x.y/p.png \"t\") d",
          "[https://x.y](https://evil.example)",
          "www\\.a.b",
          "https\\://x.y",
          "<a@b.c>",
          "Two\nlines\n===",
          "one  \ntwo\n---",
          "### a \\#",
          "#",
          "- - a",
          "- > a\n  > b",
          "- ",
          "1. - a\n   - b",
          "- a\n\n  b\n- c",
          "- a\n- b\n\n* c\n\n* d",
          "1. a\n2. b\n\n1) c\n2) d",
          "1. a\n\n   ```\n   x\n\n   y\n   ```\n2. b",
          "- a\n  ```py\n  x\n  ```\n  > q",
          "> - a\n>   - b\n>\n> c",
          "- a\n  1. b\n     - c\n\nd",
          "- [ ] a\n  - [x] b\n- c",
          "1. [x] a\n2. b",
          "> a\n\nb\n\n> > c",
          "- a\n\n---\n\n- b",
          "- ---",
          "- # h\n- b",
          "````\n```\n````",
          "~~~ a`b\nx\n~~~",
          "```\n\n```",
          "    indented\n\n      more",
          "<div>\n<b>x</b>\n</div>\n\na <i>b</i>",
          "| a |\n|---|\n| b\\|c |\n| `x\\|y` |",
          "|a|b|\n|:-:|-|\n||$x|y$|",
          "- a\n  | b | c |\n  |---|---|\n  | 1 | 2 |",
          "a\n$$\nx\n$$\nb",
          "\\[ x \\]",
          "\\( a \\) \\\\( b",
          "$x$$y$",
          "- a\n  $$x$$\n  b\n- c",
          "![a](https://x.y/1.png) ![b](https://x.y/2.png)",
          "a\n![b](https://x.y/2.png)\nc"})
        row(QString::fromUtf8(markdown));
    row(QStringLiteral("**粗体（说明）**是*斜体*字"));
    row(QStringLiteral("- \\[ ] a\n- \\[X] b\n- [ ] c\n\n1. \\[x] d"));
    row(QStringLiteral("<strong>a `b` c. </strong> d <i> e</i> <s>f </s>"));
    row(QStringLiteral("> [!warning]\n> a  \n> b\n\n- > [!TIP]\n  > c"));
    row(QStringLiteral("**甲**（乙）**丙**\n中文"));
    row(QStringLiteral("***粗斜（体）***字`码`"));
    row(QStringLiteral("他说**“你好”**吗\\*不\\*"));
}

void tst_MarkdownWriter::roundTrip()
{
    QFETCH(QString, markdown);
    verifyRoundTrip(markdown);
}

void tst_MarkdownWriter::fixtures_data()
{
    QTest::addColumn<QString>("path");
    for (const char *folder : {"markdown", "transcript"}) {
        const QDir dir(QStringLiteral(PONDER_TEST_DATA "/") + QLatin1String(folder));
        for (const QString &name : dir.entryList({QStringLiteral("*.md")}))
            QTest::newRow(qPrintable(QLatin1String(folder) + u'/' + name)) << dir.filePath(name);
    }
}

void tst_MarkdownWriter::fixtures()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    verifyRoundTrip(QString::fromUtf8(file.readAll()));
}

/// A list whose first item began before what is written has no marker of its own there.
void tst_MarkdownWriter::partOfAList()
{
    Blocks blocks = BlockParser::blocks(QStringLiteral("1. a\n\n   b\n\n2. c\n\nd"));
    blocks.erase(blocks.begin());
    QCOMPARE(MarkdownWriter::write(blocks), QStringLiteral("b\n\n2. c\n\nd"));
}

QTEST_APPLESS_MAIN(tst_MarkdownWriter)
#include "tst_MarkdownWriter.moc"
