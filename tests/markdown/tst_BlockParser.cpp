#include "BlockDump.h"
#include "markdown/BlockParser.h"

#include <QElapsedTimer>
#include <QTest>

using namespace ponder;

class tst_BlockParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocks_data();
    void blocks();
    void tagsSayHowWordsLook_data();
    void tagsSayHowWordsLook();
    void foldsAndAlerts_data();
    void foldsAndAlerts();
    void signsStandApart_data();
    void signsStandApart();
    void emphasisNextToCjkPunctuation_data();
    void emphasisNextToCjkPunctuation();
    void formulasStandApart_data();
    void formulasStandApart();
    void halfArrivedFormulas_data();
    void halfArrivedFormulas();
    void longParagraphsHaveParts();
    void partsBeginAtAWordBehindCitations();
    void paragraphsOfMarkupHaveParts_data();
    void paragraphsOfMarkupHaveParts();
    void tooMuchIsShownAsWritten_data();
    void tooMuchIsShownAsWritten();
    void hostileInput_data();
    void hostileInput();
};

void tst_BlockParser::blocks_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const char *markdown, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(markdown) << QString::fromUtf8(expected);
    };
    row("nothing", "", "");
    row("paragraphs", "one\ntwo\n\nthree  \nfour", "P one|two\nP three||four\n");
    row("line ends", "one\r\n\r\ntwo\rthree", "P one\nP two|three\n");
    row("inline", "a **b** *c* ~~d~~ `e` ***f*** ~g~",
        "P a <b>b</> <i>c</> <s>d</> <c>e</> <bi>f</> ~g~\n");
    row("headings", "# one\n\nTwo\n---\n\n###### six", "H1 one\nH2 Two\nH6 six\n");
    row("link in the name of a picture", "a ![b [c](https://d.e) f](https://g.h/i.png) j",
        "P a <m https://g.h/i.png>b c f</> j\n");
    row("escapes and entities", R"(\*a\* &amp; &copy; \\)", "P *a* & © \\\n");
    row("rule", "a\n\n***\n\nb", "P a\n---\nP b\n");
    row("bullets", "- a\n- b\n  - c\n    more\n- d", "b*! P a\nb*! P b\nbb*! P c|more\nb*! P d\n");
    row("loose list", "1. a\n\n2. b\n\n   still b", "o1. P a\no2. P b\no P still b\n");
    row("numbers go on", "7) a\n8) b", "o7.! P a\no8.! P b\n");
    row("task list", "- [x] done\n- [ ] open\n- plain",
        "b[x]! P done\nb[ ]! P open\nb*! P plain\n");
    row("empty item", "- \n- b", "b*! P \nb*! P b\n");
    row("item that begins with code", "- ```py\n  x\n  ```", "b*! C(py) x\n");
    row("list in list at once", "- - a", "b*! P \nbb*! P a\n");
    row("list in a loose list at once", "- - a\n  - b\n\n- c",
        "b* P \nbb*! P a\nbb*! P b\nb* P c\n");
    row("quote", "> a\n> > b\n\nc", "q P a\nqq P b\nP c\n");
    row("list in quote in list", "- a\n  > 1. b", "b*! P a\nbqo1.! P b\n");
    row("fence", "```python title=x\na = 1\n\n\nb\n```\nafter",
        "C(python) a = 1\\n\\n\\nb\nP after\n");
    row("open fence", "```c++\nint a;", "C(c++...) int a;\n");
    row("text right behind code with a blank line", "```\na\n\nb\n```\n**粗（说）**是 $x$",
        "C() a\\n\\nb\nP <b>粗（说）</>是 <f>$x$</>\n");
    row("and in a list", "1. One\n   ~~~c\n   a\n\n   ```\n   ~~~\n   $x$ too",
        "o1.! P One\no! C(c) a\\n\\n```\no! P <f>$x$</> too\n");
    row("and in a quote", "> ```\n> a\n>\n> ```\n> $x$\n\n```\n> ```\n\n```\n$y$",
        "q C() a\\n\nq P <f>$x$</>\nC() > ```\\n\nP <f>$y$</>\n");
    row("and behind a quote whose code is not closed", "> ```\n\n```\na\n\nb\n```\n$x$",
        "q C(...) \nC() a\\n\\nb\nP <f>$x$</>\n");
    row("fence just opened", "```js", "C(js...) \n");
    row("tilde fence with ticks inside", "~~~\n```\n~~~", "C() ```\n");
    row("indented code", "    a\n      b", "C() a\\n  b\n");
    row("table", "| a | b | c |\n|:--|:-:|--:|\n| **1** | `2` | 3 |\n| 4 |",
        "T lcr / a; b; c; / <b>1</>; <c>2</>; 3; / 4; ; ;\n");
    row("table after text", "before\n| a | b |\n|---|---|\n| 1 | 2 |",
        "P before\nT -- / a; b; / 1; 2;\n");
    row("link", "[a *b*](https://x.y/z \"t\") <https://q.r>",
        "P <l https://x.y/z>a </><il https://x.y/z>b</> <l https://q.r>https://q.r</>\n");
    row("reference link", "[a][r] and [R]\n\n[r]: https://x.y 'T'",
        "P <l https://x.y>a</> and <l https://x.y>R</>\n");
    row("bare address", "see www.a.b and https://a.b/c. End",
        "P see <l http://www.a.b>www.a.b</> and <l https://a.b/c>https://a.b/c</>. End\n");
    row("bare address in Chinese", "见 https://a.b/c，然后（https://d.e）。",
        "P 见 <l https://a.b/c>https://a.b/c</>，然后（<l https://d.e>https://d.e</>）。\n");
    row("forbidden links",
        "[a](javascript:alert(1)) [b](file:///etc/passwd) [c](/local) [d](data:x)", "P a b c d\n");
    row("forbidden link around a picture", "[a ![b](https://x.y/b.png) c](file:///d)",
        "P a <m https://x.y/b.png>b</> c\n");
    row("mail", "[m](mailto:a@b.c)", "P <l mailto:a@b.c>m</>\n");
    row("brackets behind backslashes", "[V](https://x.y/V_\\(z\\) '\\(t\\)')",
        "P <l https://x.y/V_(z)>V</>\n");
    row("the same in a definition", "[V]\n\n[V]: https://x.y/V_\\(z\\)",
        "P <l https://x.y/V_(z)>V</>\n");
    row("picture alone", "![a cat](https://x.y/cat.png)", "I a cat https://x.y/cat.png\n");
    row("picture without text", "![](https://x.y/cat.png)", "I cat.png https://x.y/cat.png\n");
    row("linked picture", "[![b](https://x.y/b.svg)](https://z)", "I b https://x.y/b.svg\n");
    row("picture in a line", "a ![b](https://x.y/b.png) c", "P a <m https://x.y/b.png>b</> c\n");
    row("picture in a line of its own", "a\n![b](https://x.y/b.png)\nc **d**",
        "P a\nI b https://x.y/b.png\nP c <b>d</>\n");
    row("pictures in a line", "![a](https://x.y/a.png)  ![b](https://x.y/b.png)\nc",
        "I a https://x.y/a.png\nI b https://x.y/b.png\nP c\n");
    row("picture that came along", "- a ![b](data:image/png;base64,AA==) c *d*\n- e",
        "b*! P a \nb! I b data:image/png;base64,AA==\nb! P c <i>d</>\nb*! P e\n");
    row("name of a picture over two lines", "![a *b*\nc](https://x.y/a.png)",
        "I a b c https://x.y/a.png\n");
    row("picture from a file", "![b](file:///etc/passwd)", "P b\n");
    row("html block", "<div onclick=\"x\">\n<b>a</b>\n</div>\n\nb",
        "X <div onclick=\"x\">\\n<b>a</b>\\n</div>\nP b\n");
    row("html inline", "a <img src=x onerror=y> <b>c</b><br>",
        "P a <img src=x onerror=y> <b>c</>\n");
    row("noncharacters", "a\xef\xb7\x90\xef\xb7\x91z", "P a\xef\xbf\xbd\xef\xbf\xbdz\n");
}

void tst_BlockParser::blocks()
{
    QFETCH(QString, markdown);
    QFETCH(QString, expected);
    QCOMPARE(dump(BlockParser::blocks(markdown)), expected);
}

void tst_BlockParser::tagsSayHowWordsLook_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *markdown, const char *expected) {
        QTest::newRow(markdown) << QString::fromUtf8(markdown) << QString::fromUtf8(expected);
    };
    row("H<sub>2</sub>O, x<sup>n+1</sup>", "P H<v>2</>O, x<^>n+1</>\n");
    row("<kbd>Ctrl</kbd>+<kbd>C</kbd>", "P <k>Ctrl</>+<k>C</>\n");
    row("a <b>b</b> <strong>c</strong> <i>d</i> <em>e</em>",
        "P a <b>b</> <b>c</> <i>d</> <i>e</>\n");
    row("<u>甲</u>，<ins>乙</ins>、<del>丙</del>、<s>丁</s>",
        "P <u>甲</>，<u>乙</>、<s>丙</>、<s>丁</>\n");
    row("<B>a</b> <Sub>b</SUB>", "P <b>a</> <v>b</>\n");
    row("**a <i>b** c</i>", "P <b>a </><bi>b</><i> c</>\n");
    row("<b>a *b*</b> [c <u>d</u>](https://x.y)",
        "P <b>a </><bi>b</> <l https://x.y>c </><lu https://x.y>d</>\n");
    row("<b>a <b>b</b> c</b>", "P <b>a </><b>b</><b> c</>\n");
    row("<sup>$x$</sup> <u>`a`</u>", "P <f^>$x$</> <cu>a</>\n");
    row("<span style=\"color:red\" onclick=\"x()\">a</span>b <font color=red>c</font>", "P ab c\n");
    // Without the other half, or with it elsewhere, a tag is text.
    row("use <b> here", "P use <b> here\n");
    row("a</sub> b <i>c</b>", "P a</sub> b <i>c</b>\n");
    row("a <b>b\n\nc</b>", "P a <b>b\nP c</b>\n");
    row("| <b>a | b</b> |\n|-|-|", "T -- / <b>a; b</b>;\n");
    row("`<b>` <b>`</b>`</b>", "P <c><b></> <bc></b></>\n");
    row("\\<b>a</b>", "P <b>a</b>\n");
    row("<script>x</script> <a href=\"https://x.y\">z</a> <blink>b</blink>",
        "X <script>x</script> <a href=\"https://x.y\">z</a> <blink>b</blink>\n");
    row("z <a href=\"https://x.y\" onclick=\"e()\">z</a> <style>b</style>",
        "P z <l https://x.y>z</> <style>b</style>\n");
    // Links, and places that links lead to.
    row("<a href='https://x.y?a=1&amp;b' title=\"t\">a **b**\n`c`</a> d",
        "P <l https://x.y?a=1&b>a </><bl https://x.y?a=1&b>b</>|<cl https://x.y?a=1&b>c</> d\n");
    row("<a href=\"javascript:x\">a</a> <a href=\"/b\">b</a> <a href=https://x.y>c</a>",
        "P a b c\n");
    row("<a href=\"https://x.y\">a", "P <a href=\"https://x.y\">a\n");
    row("<a id=\"b\"></a>\n\n# <a name='c'></a> B\n\n- <i></i>\n- d", "H1 B\nb*! P \nb*! P d\n");
    row("> <a id=\"b\"></a>\n>\n> b\n\n<a id=\"c\"></a>\nc", "q P b\nP c\n");
    row("<a id=\"c\"></a> <i></i>\n c", "P c\n");
    // Pictures.
    row("<img src='https://x.y/a.png?b&amp;c' alt='A &quot;b&quot;' width=9 onerror=\"e()\">",
        "I A \"b\" https://x.y/a.png?b&c\n");
    row("a <IMG width=\"9\" src=\"https://x.y/b.png\"/> c",
        "P a <m https://x.y/b.png>b.png</> c\n");
    row("<a href='https://z'><img src='https://x.y/a.png'><img src='https://x.y/a.png'></a>",
        "I a.png https://x.y/a.png\nI a.png https://x.y/a.png\n");
    row("<img src='file:///a.png'>\n\na <img src='/b.png' alt='b'> <img alt='c'>",
        "X <img src='file:///a.png'>\nP a <img src='/b.png' alt='b'> <img alt='c'>\n");
    // Lines that are meant.
    row("a<br>b<br/>c<BR />d", "P a||b||c||d\n");
    row("a <br> b", "P a||b\n");
    row("a<br>\nb", "P a||b\n");
    row("a<br/>\n<br/>\n\nb", "P a\nP b\n");
    row("**a<br>b**<br>", "P <b>a</>||<b>b</>\n");
    row("| a |\n|---|\n| 1<br>2 <br/> *3* |", "T - / a; / 1||2||<i>3</>;\n");
    row("a\n\n<br>\n\n<br/>\n<br>\n\nb", "P a\nP b\n");
    row("- <br>\n- a", "b*! P \nb*! P a\n");
    row("- <br>\n\n  a", "b* P \nb P a\n");
    row("![a <b>b</b><br>](https://x.y/z.png)", "I a <b>b</b><br> https://x.y/z.png\n");
}

void tst_BlockParser::tagsSayHowWordsLook()
{
    QFETCH(QString, markdown);
    QFETCH(QString, expected);
    QCOMPARE(dump(BlockParser::blocks(markdown)), expected);
}

void tst_BlockParser::foldsAndAlerts_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *markdown, const char *expected) {
        QTest::newRow(markdown) << QString::fromUtf8(markdown) << QString::fromUtf8(expected);
    };
    row("<details>\n<summary>Hint</summary>\n\nText\n\n</details>\n\nMore",
        "P <b>Hint</>\nP Text\nP More\n");
    row("<details><summary>看 <b>这里</b> &amp; `a` $x$</summary>\n\n- 甲\n</details>",
        "P <b>看 这里 & </><bc>a</><b> </><bf>$x$</>\nb*! P 甲\n");
    row("<details open>\n\nText\n\n</details>", "P Text\n");
    row("- a\n  <details>\n  <summary>b</summary>\n\n  c", "b* P a\nb P <b>b</>\nb P c\n");
    row("1. <details>\n   <summary>b</summary>\n\n   c\n   </details>", "o1. P <b>b</>\no P c\n");
    row("<summary>1. a</summary>", "P <b>1. a</>\n");
    // What has not all come looks as it will.
    row("<details>\n<summary>Hi", "P <b>Hi</>\n");
    row("<details>\n<summary>Hi</summ", "P <b>Hi</>\n");
    row("<details>\n<summ", "");
    // Anything else in such a block is shown as it is.
    row("<details>\n<summary>a</summary>\ntext", "X <details>\\n<summary>a</summary>\\ntext\n");
    row("<details class=\"x\">", "X <details class=\"x\">\n");
    row("<table", "X <table\n");
    row("`<details>`", "P <c><details></>\n");

    row("> [!NOTE]\n> Text **a**", "q P <b>Note</>||Text <b>a</>\n");
    row("> [!warning]\n>\n> Text", "q P <b>Warning</>\nq P Text\n");
    row("- > [!TIP]\n  > Text", "b*! P \nbq! P <b>Tip</>||Text\n");
    row("> [!NOTE] Text", "q P [!NOTE] Text\n");
    row("> [!Caution]", "q P <b>Caution</>\n");
    row("> a\n>\n> [!NOTE]\n> b", "q P a\nq P [!NOTE]|b\n");
    row("> [!OTHER]\n> a", "q P [!OTHER]|a\n");
    row("[!NOTE]\na", "P [!NOTE]|a\n");
}

void tst_BlockParser::foldsAndAlerts()
{
    QFETCH(QString, markdown);
    QFETCH(QString, expected);
    QCOMPARE(dump(BlockParser::blocks(markdown)), expected);
}

void tst_BlockParser::signsStandApart_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *markdown, const char *expected) {
        QTest::newRow(markdown) << QString::fromUtf8(markdown) << QString::fromUtf8(expected);
    };
    // What a footnote says must be read by somebody: it is no definition of a link.
    row("脚注[^1]。\n\n[^1]: 这是脚注的内容。",
        "P 脚注<fr>[^1]</>。\nP <fr>[^1]</>: 这是脚注的内容。\n");
    row("[^1]: https://x.y", "P <fr>[^1]</>: <l https://x.y>https://x.y</>\n");
    row("a[^1] b[^2]\n\n[^1]: c\n[^2]: d *e*",
        "P a<fr>[^1]</> b<fr>[^2]</>\nP <fr>[^1]</>: c||<fr>[^2]</>: d <i>e</>\n");
    row("a[^note]\n\n[^note]: b", "P a[^note]\nP [^note]: b\n");
    row("> [^3]: a", "q P <fr>[^3]</>: a\n");
    row("`[^1]` [^1](https://x.y) [^x y]", "P <c>[^1]</> <l https://x.y>^1</> [^x y]\n");
    row("```\n[^1]: a\n\n[^2]: b\n```\n[^3]: c\n\n[^3]",
        "C() [^1]: a\\n\\n[^2]: b\nP <fr>[^3]</>: c\nP <fr>[^3]</>\n");
    // Keycaps are signs as well.
    row("1️⃣ 第一步 **#️⃣**0⃣",
        "P <fy>1️⃣</> 第一步 <bfy>#️⃣</><fy>0⃣</>\n");
    row("`1️⃣` a️⃣ ⃣ [1️⃣](https://x.y)",
        "P <c>1️⃣</> a️⃣ ⃣ <l https://x.y>1️⃣</>\n");
    row("[a]: https://x.y\n\n[a] [^a", "P <l https://x.y>a</> [^a\n");
}

void tst_BlockParser::signsStandApart()
{
    QFETCH(QString, markdown);
    QFETCH(QString, expected);
    QCOMPARE(dump(BlockParser::blocks(markdown)), expected);
}

void tst_BlockParser::emphasisNextToCjkPunctuation_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *markdown, const char *expected) {
        QTest::newRow(markdown) << QString::fromUtf8(markdown) << QString::fromUtf8(expected);
    };
    row("**粗体（说明）**是", "P <b>粗体（说明）</>是\n");
    row("他说**“你好”**吗", "P 他说<b>“你好”</>吗\n");
    row("**注意：**这里", "P <b>注意：</>这里\n");
    row("**Note:**这里", "P <b>Note:</>这里\n");
    row("**甲**（乙）**丙**", "P <b>甲</>（乙）<b>丙</>\n");
    row("这是*强调。*之后", "P 这是<i>强调。</>之后\n");
    row("~~旧（价）~~新", "P <s>旧（价）</>新\n");
    row("***粗斜（体）***字", "P <bi>粗斜（体）</>字\n");
    row("**“引号”**后", "P <b>“引号”</>后\n");
    row("中文**加粗。**后续", "P 中文<b>加粗。</>后续\n");
    row("*斜体（x）*字", "P <i>斜体（x）</>字\n");
    row("**《书名》**的作者", "P <b>《书名》</>的作者\n");
    row("这是**“强调”**和**（括号）**。", "P 这是<b>“强调”</>和<b>（括号）</>。\n");
    row("**100%**的人", "P <b>100%</>的人\n");
    row("**a.b()**方法", "P <b>a.b()</>方法\n");
    row("- **步骤：**先做", "b*! P <b>步骤：</>先做\n");
    row("**「太字」**が", "P <b>「太字」</>が\n");
    row("**굵게(설명)**은", "P <b>굵게(설명)</>은\n");
    row("snake_case_name 和 __init__", "P snake_case_name 和 <b>init</>\n");
    row("a * b* c", "P a * b* c\n");
    row("文件 *.txt 和 *.md", "P 文件 *.txt 和 *.md\n");
    row("**没有结束", "P **没有结束\n");
    row("\\*不是\\*", "P *不是*\n");
    row("5*（3+2）*2", "P 5*（3+2）*2\n");
    row("2 * 3 * 4", "P 2 * 3 * 4\n");
    row("`**（a）**b`", "P <c>**（a）**b</>\n");
    row("**「引用」**です", "P <b>「引用」</>です\n");
}

void tst_BlockParser::emphasisNextToCjkPunctuation()
{
    QFETCH(QString, markdown);
    QFETCH(QString, expected);
    QCOMPARE(dump(BlockParser::blocks(markdown)), expected);
}

void tst_BlockParser::formulasStandApart_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *markdown, const char *expected) {
        QTest::newRow(markdown) << QString::fromUtf8(markdown) << QString::fromUtf8(expected);
    };
    row(R"(so \(a_1*b*c\) holds)", "P so <f>\\(a_1*b*c\\)</> holds\n");
    row(R"($a*b*c$ and *d*)", "P <f>$a*b*c$</> and <i>d</>\n");
    row(R"(\[ x_{1}*y*\\ \])", "F \\[ x_{1}*y*\\\\ \\]\n");
    row("$$\na\n= b\n- c\n$$", "F $$\\na\\n= b\\n- c\\n$$\n");
    row("$5 and *no* $10", "P $5 and <i>no</> $10\n");
    row("`$a*b*` and $c$", "P <c>$a*b*</> and <f>$c$</>\n");
    row("| $|x|$ | b |\n|---|---|\n| 1 | 2 |", "T -- / <f>$|x|$</>; b; / 1; 2;\n");
    // Lines of code stay as they are, whatever they look like.
    row("```\na\n\n> $$\n> x\n> $$\n```", "C() a\\n\\n> $$\\n> x\\n> $$\n");
    row("> ```\n> a\n>\n> > $$\n> > x\n> > $$\n> ```", "q C() a\\n\\n> $$\\n> x\\n> $$\n");
    row("- b\n  ```\n  a\n\n  $$\n    x\n  $$\n  ```", "b*! P b\nb! C() a\\n\\n$$\\n  x\\n$$\n");
    row("1. ```\n   a\n\n   \\[\n   x\n   \\]\n   ```", "o1.! C() a\\n\\n\\[\\nx\\n\\]\n");
    row("> - ```\n>   a\n>\n>   $$\n>   x\n>   $$\n>   ```", "qb*! C() a\\n\\n$$\\nx\\n$$\n");
    row("- > ```\n  > a\n  >\n  > $$\n  >     x\n  > $$\n  > ```",
        "b*! P \nbq! C() a\\n\\n$$\\n    x\\n$$\n");
    row("```\n$x*\n```\ny$ *z*", "C() $x*\nP y$ <i>z</>\n");
    row("so\n$$\nx\n$$\nholds", "P so\nF $$\\nx\\n$$\nP holds\n");
    row("so $$x$$ holds", "P so <f>$$x$$</> holds\n");
    row("- a\n  $$\n  x\n  $$\n- b", "b*! P a\nb! F $$\\n  x\\n  $$\nb*! P b\n");
    row("a[citation:3][citation:12]。", "P a<fr>[citation:3]</><fr>[citation:12]</>。\n");
    row("**b [citation:1]** `[citation:2]`", "P <b>b </><bfr>[citation:1]</> <c>[citation:2]</>\n");
    row("[citation:3](https://a.b) [citation:] [citation:x] [citation:12345] [citation:1",
        "P <l https://a.b>citation:3</> [citation:] [citation:x] [citation:12345] [citation:1\n");
    row("[citation:3]", "P <fr>[citation:3]</>\n");
    row("$a$$b$", "P <f>$a$</><f>$b$</>\n");
    row("\\begin{align}\na &= b\\\\\nc &= d\n\\end{align}",
        "F \\begin{align}\\na &= b\\\\\\nc &= d\\n\\end{align}\n");
    row("\\begin{itemize} *a* \\end{itemize}", "P \\begin{itemize} <i>a</> \\end{itemize}\n");
    row("# The $x$ of **$y$**", "H1 The <f>$x$</> of <bf>$y$</>\n");
    row("$$\na\n\n= b\n$$\n\nafter", "F $$\\na\\n\\n= b\\n$$\nP after\n");
    row("\\[\n  a\n\n  = b\n\\]", "F \\[\\n  a\\n\\n  = b\\n\\]\n");
    row("> $$\n> a\n> = b\n> $$\n> so", "q F $$\\na\\n= b\\n$$\nq P so\n");
    row("> \\[ a\n>\n> b \\]", "q F \\[ a\\n\\nb \\]\n");
    row("> $$\n> a\n\nno $$", "q P $$|a\nP no $$\n");
    row("1. $$a$$\n2. \\(b\\) and $c$", "o1.! F $$a$$\no2.! P <f>\\(b\\)</> and <f>$c$</>\n");
    row("- $$\n  a\n  $$\n- b", "b*! F $$\\n  a\\n  $$\nb*! P b\n");
    row("| \\(a|b\\) | $$c|d$$ |\n|---|---|\n| $5 | $6 |",
        "T -- / <f>\\(a|b\\)</>; <f>$$c|d$$</>; / $5; $6;\n");
    row("so $$\nx\n$$ holds", "P so <f>$$\\nx\\n$$</> holds\n");
    row("$$\na\n\nThis is a sentence of ordinary words.\n\n$$\nb\n$$",
        "P $$|a\nP This is a sentence of ordinary words.\nF $$\\nb\\n$$\n");
    row("$$\na\n```\n$$\n```", "P $$|a\nC() $$\n");
    row("\\begin{equation*}\na\n\nb\n\\end{equation*}",
        "F \\begin{equation*}\\na\\n\\nb\\n\\end{equation*}\n");
    row("\\begin{gather}a\\end{gather}", "F \\begin{gather}a\\end{gather}\n");
    row("\\begin{cases}a\\\\b\\end{cases}", "F \\begin{cases}a\\\\b\\end{cases}\n");
    row("\\begin{pmatrix}1\\end{pmatrix}", "F \\begin{pmatrix}1\\end{pmatrix}\n");
    row("``$a$ \\(b\\)``", "P <c>$a$ \\(b\\)</>\n");
    row("It is $5, $6.50 or US$7; $8-$9.", "P It is $5, $6.50 or US$7; $8-$9.\n");
    row("$1,000 and $2,000", "P $1,000 and $2,000\n");
    row("a $ b $ c", "P a $ b $ c\n");
    row("\\$5 and \\$6", "P $5 and $6\n");
    row("$x \\text{ if $y$}$ and $z$", "P <f>$x \\text{ if $y$}$</> and <f>$z$</>\n");
    row("${x$ and $y$", "P <f>${x$</> and <f>$y$</>\n");
    row("\\begin{IEEEeqnarray}{rCl}\na &=& b\n\\end{IEEEeqnarray}",
        "F \\begin{IEEEeqnarray}{rCl}\\na &=& b\\n\\end{IEEEeqnarray}\n");
    row(R"(\*not\* \[plain](https://a.b))", "P *not* [plain](<l https://a.b>https://a.b</>)\n");
}

void tst_BlockParser::formulasStandApart()
{
    QFETCH(QString, markdown);
    QFETCH(QString, expected);
    QCOMPARE(dump(BlockParser::blocks(markdown)), expected);
}

void tst_BlockParser::halfArrivedFormulas_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("growing");
    QTest::addColumn<QString>("whole");

    const auto row = [](const char *markdown, const char *growing, const char *whole) {
        QTest::newRow(markdown) << QString::fromUtf8(markdown) << QString::fromUtf8(growing)
                                << QString::fromUtf8(whole);
    };
    row("so \\(a_1*b*", "P so <f>\\(a_1*b*</>\n", "P so (a_1<i>b</>\n");
    row("so $a*b*", "P so <f>$a*b*</>\n", "P so $a<i>b</>\n");
    row("$$\na *b*", "F $$\\na *b*\n", "P $$|a <i>b</>\n");
    row("\\[\na\n\n- b", "F \\[\\na\\n\\n- b\n", "P [|a\nb*! P b\n");
    row("> $$\n> a", "q F $$\\na\n", "q P $$|a\n");
    row("\\begin{align}\na &= *b*", "F \\begin{align}\\na &= *b*\n",
        "P \\begin{align}|a &= <i>b</>\n");
    row("It costs $5 and *n*", "P It costs $5 and <i>n</>\n", "P It costs $5 and <i>n</>\n");
    row("`$a` and *b*", "P <c>$a</> and <i>b</>\n", "P <c>$a</> and <i>b</>\n");
    row("$HOME is where the data of *all* users", "P $HOME is where the data of <i>all</> users\n",
        "P $HOME is where the data of <i>all</> users\n");
    row("$a\nand *b*", "P $a|and <i>b</>\n", "P $a|and <i>b</>\n");
}

void tst_BlockParser::halfArrivedFormulas()
{
    QFETCH(QString, markdown);
    QFETCH(QString, growing);
    QFETCH(QString, whole);
    QCOMPARE(dump(BlockParser::blocks(markdown, true)), growing);
    QCOMPARE(dump(BlockParser::blocks(markdown)), whole);
}

void tst_BlockParser::longParagraphsHaveParts()
{
    const QString sentence = QStringLiteral("Words **and** more, 还有中文。 ");
    const QString text = sentence.repeated(800).trimmed();
    const Blocks blocks = BlockParser::blocks(text);
    QVERIFY(blocks.size() > 4);
    QString shown;
    for (size_t i = 0; i < blocks.size(); ++i) {
        QCOMPARE(blocks[i]->kind, Block::Kind::Paragraph);
        QCOMPARE(blocks[i]->continued, i > 0);
        const QString part = plainText(blocks[i]->runs);
        QVERIFY(part.size() < 6'000);
        shown += part;
    }
    QCOMPARE(shown, QString(text).remove(QStringLiteral("**")));
    QCOMPARE(joined(blocks).size(), size_t(1));
    // Emphasis goes over a place where it could have been cut.
    const Blocks bold = BlockParser::blocks(
        QStringLiteral("**") + QStringLiteral("words ").repeated(800) + QStringLiteral("w**"));
    QCOMPARE(bold.size(), size_t(1));
    QCOMPARE(bold[0]->runs.size(), size_t(1));
}

void tst_BlockParser::partsBeginAtAWordBehindCitations()
{
    const QString text = QStringLiteral("See [citation:1] and [citation:2] here. ") +
                         QStringLiteral("Some **bold** words and *more* of them. ").repeated(200);
    const Blocks blocks = BlockParser::blocks(text);
    QVERIFY(blocks.size() > 1);
    for (size_t i = 1; i < blocks.size(); ++i) {
        const InlineRun &first = blocks[i]->runs.front();
        QVERIFY2(!first.flags && first.text.front().isLetter(), qPrintable(first.text));
        QVERIFY(plainText(blocks[i - 1]->runs).endsWith(u' '));
    }
}

void tst_BlockParser::paragraphsOfMarkupHaveParts_data()
{
    QTest::addColumn<QString>("piece");
    QTest::addColumn<QString>("shown");

    QTest::newRow("formulas") << QStringLiteral("$x$ ") << QStringLiteral("$x$ ");
    QTest::newRow("formulas in brackets")
        << QStringLiteral("\\(x\\) ") << QStringLiteral("\\(x\\) ");
    QTest::newRow("code") << QStringLiteral("`a` ") << QStringLiteral("a ");
    QTest::newRow("code, words between") << QStringLiteral("`a `a ") << QStringLiteral("a a ");
    QTest::newRow("links") << QStringLiteral("[a](https://b.c) ") << QStringLiteral("a ");
    QTest::newRow("citations") << QStringLiteral("[citation:1] ")
                               << QStringLiteral("[citation:1] ");
}

/// What one part takes to lay out does not grow with its paragraph.
void tst_BlockParser::paragraphsOfMarkupHaveParts()
{
    QFETCH(QString, piece);
    QFETCH(QString, shown);
    for (const int count : {1'000, 2'000}) {
        const Blocks blocks =
            BlockParser::blocks(QStringLiteral("See ") + piece.repeated(count) + u'.');
        QString text;
        for (const BlockPtr &block : blocks) {
            QCOMPARE(block->kind, Block::Kind::Paragraph);
            QCOMPARE(block->continued, block != blocks.front());
            QVERIFY2(block->runs.size() < 1'000, qPrintable(QString::number(block->runs.size())));
            text += plainText(block->runs);
        }
        QCOMPARE(text, QStringLiteral("See ") + shown.repeated(count) + u'.');
    }
}

void tst_BlockParser::tooMuchIsShownAsWritten_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("shown");

    const auto repeated = [](const char *piece, int count) {
        return QString::fromUtf8(piece).repeated(count);
    };
    const QString plain = QStringLiteral("*a* $x$ `c` [l](u) [citation:3]");
    const QString written = QStringLiteral("<w>") + plain + QStringLiteral("</>");
    const QString markup = QStringLiteral("*a* `c`");
    const QString meant = QStringLiteral("<i>a</> <c>c</>");
    QTest::newRow("little") << repeated("word ", 100) << markup << meant;
    QTest::newRow("emphasis") << repeated("*a* ", 4'100) << plain << written;
    QTest::newRow("brackets") << repeated("[a] ", 2'100) << plain << written;
    QTest::newRow("words") << repeated("words ", 12'000) << plain << written;
    QTest::newRow("a line of its own") << repeated("words ", 12'000) + u'\n' << plain << written;
    QTest::newRow("containers") << repeated("> ", 60) << plain << written;
    QTest::newRow("columns") << repeated("|a", 500) + u'\n' + repeated("|-", 500) + u'\n' << plain
                             << written;
    QTest::newRow("another paragraph")
        << repeated("*a* ", 4'100) + QStringLiteral("\n\n") << markup << meant;
}

void tst_BlockParser::tooMuchIsShownAsWritten()
{
    QFETCH(QString, before);
    QFETCH(QString, last);
    QFETCH(QString, shown);
    const Blocks blocks = BlockParser::blocks(before + last);
    const QString end = dump(*blocks.back());
    // What is as written is one piece with the words before it that are, too.
    if (shown.startsWith(QLatin1String("<w>")))
        QVERIFY2(end.contains(QLatin1String("<w>")) && end.endsWith(QStringView(shown).mid(3)),
                 qPrintable(end.right(200)));
    else
        QVERIFY2(end.endsWith(shown), qPrintable(end.right(200)));
}

void tst_BlockParser::hostileInput_data()
{
    QTest::addColumn<QString>("text");

    const auto repeated = [](const char *piece, int count) {
        return QString::fromUtf8(piece).repeated(count);
    };
    QTest::newRow("quotes") << repeated(">", 10'000) + QStringLiteral("a");
    QTest::newRow("quotes with spaces") << repeated("> ", 10'000) + QStringLiteral("a");
    QTest::newRow("lists") << repeated("- ", 10'000) + QStringLiteral("a");
    QTest::newRow("numbers") << repeated("1. ", 10'000) + QStringLiteral("a");
    QTest::newRow("brackets") << repeated("[", 10'000) + QStringLiteral("a") +
                                     repeated("]", 10'000);
    QTest::newRow("links") << repeated("[a](", 10'000);
    QTest::newRow("pictures") << repeated("![a](", 10'000);
    QTest::newRow("stars") << repeated("*a_ ", 20'000);
    QTest::newRow("strike") << repeated("~~a", 20'000);
    QTest::newRow("backticks") << [] {
        QString text;
        for (int i = 1; i < 600; ++i)
            text += QString(i, u'`') + u'a';
        return text;
    }();
    QTest::newRow("dollars") << repeated("$$ a\n", 20'000);
    QTest::newRow("math brackets") << repeated("\\[a\n", 20'000);
    QTest::newRow("html") << repeated("<!-- ", 20'000);
    QTest::newRow("open tags") << repeated("<b>a <i>b</u> ", 20'000);
    QTest::newRow("nested tags") << repeated("<sub>a ", 20'000) + repeated("</sub>", 20'000);
    QTest::newRow("line ends of HTML") << repeated("a<br>", 20'000);
    QTest::newRow("lines of code") << QStringLiteral("```\n") + repeated("int x[1];\n", 100'000);
    QTest::newRow("footnotes in code") << QStringLiteral("```\n") + repeated("[^1]: a\n", 50'000);
    QTest::newRow("footnotes") << repeated("[^1]: a\n", 20'000);
    QTest::newRow("cdata") << QStringLiteral("a ") + repeated("<![CDATA[", 10'000);
    QTest::newRow("wide table") << repeated("|a", 10'000) + u'\n' + repeated("|-", 10'000) + u'\n' +
                                       repeated("|b\n", 1000);
    QTest::newRow("long table") << QStringLiteral("|a|b|\n|-|-|\n") + repeated("|b|\n", 50'000);
    QTest::newRow("addresses") << repeated("www.a", 20'000);
    QTest::newRow("at signs") << repeated("a@", 20'000);
    QTest::newRow("definitions") << repeated("[a]: b\n", 20'000);
    QTest::newRow("one long word") << repeated("a", 1'000'000);
    QTest::newRow("zalgo") << QStringLiteral("e") + repeated("\u0301", 20'000);
    QTest::newRow("nul") << QString(1000, QChar(u'\0'));
    QTest::newRow("lone surrogates") << QString(1000, QChar(0xd83d)) + QString(1000, QChar(0xde00));
}

void tst_BlockParser::hostileInput()
{
    QFETCH(QString, text);
    QElapsedTimer timer;
    timer.start();
    const Blocks blocks = BlockParser::blocks(text);
    // Generous: the sanitizer build is slow. A quadratic parser takes minutes for these.
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(blocks.size() <= size_t(text.size()));
    for (const BlockPtr &block : blocks) {
        QVERIFY(block->nesting.size() <= 32);
        QVERIFY(block->table.rows.size() * block->table.alignments.size() <= 200'000);
        const QString shown = plainText(block->runs) + block->text;
        QVERIFY(!shown.contains(QChar(u'\0')));
        QCOMPARE(QString::fromUtf8(shown.toUtf8()), shown);
    }
}

QTEST_APPLESS_MAIN(tst_BlockParser)
#include "tst_BlockParser.moc"
