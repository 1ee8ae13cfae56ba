#include "ui/RowText.h"

#include "markdown/BlockParser.h"
#include "ui/TextSpans.h"

#include <QTest>

using namespace ponder;

/// The text of rows without delegates.
class tst_RowText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void visible_data();
    void visible();
    void sameAsTheSpans_data();
    void sameAsTheSpans();
    void cells();
    void rowsWithoutText();
    void largeTables();
    void source_data();
    void source();
    void cut();
};

namespace {

RowContent rowOf(const QString &markdown, bool thinking = false)
{
    return BlockRow{BlockParser::blocks(markdown).at(0), thinking, false};
}

const QChar kObject(QChar::ObjectReplacementCharacter);

} // namespace

void tst_RowText::visible_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<bool>("thinking");
    QTest::addColumn<QString>("visible");
    const auto row = [](const char *name, const QString &markdown, const QString &visible,
                        bool thinking = false) {
        QTest::newRow(name) << markdown << thinking << visible;
    };
    row("runs", QStringLiteral("a **b** `c` [d](https://e.org)"), QStringLiteral("a b c d"));
    row("soft break", QStringLiteral("one\ntwo"), QStringLiteral("one two"));
    row("soft break in thinking", QStringLiteral("one\ntwo"), QStringLiteral("one\ntwo"), true);
    row("soft break between Han", QStringLiteral("一二\n三四"), QStringLiteral("一二三四"));
    row("hard break", QStringLiteral("one  \ntwo"), QStringLiteral("one\ntwo"));
    row("formula", QStringLiteral("so $x^2$ is"), QStringLiteral("so %1 is").arg(kObject));
    row("picture that came along", QStringLiteral("# so ![dot](data:image/png;base64,AA==) is"),
        QStringLiteral("so %1 is").arg(kObject));
    row("picture on a server", QStringLiteral("# so ![dot](https://e.org/d.png) is"),
        QStringLiteral("so dot is"));
    row("heading", QStringLiteral("## Head *ing*"), QStringLiteral("Head ing"));
    row("code", QStringLiteral("```c\nint a;\nint b;\n```"), QStringLiteral("int a;\nint b;"));
    row("html", QStringLiteral("<div>x</div>\n"), QStringLiteral("<div>x</div>"));
    row("rule", QStringLiteral("---"), kObject);
    row("display formula", QStringLiteral("$$\nx\n$$"), kObject);
    row("picture", QStringLiteral("![cat](https://e.org/c.png)"), kObject);
}

void tst_RowText::visible()
{
    QFETCH(QString, markdown);
    QFETCH(bool, thinking);
    const RowContent row = rowOf(markdown, thinking);
    QTEST(RowText::visible(row), "visible");
    QCOMPARE(RowText::cells(row), 1);
}

void tst_RowText::sameAsTheSpans_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::newRow("text") << QStringLiteral("Some **bold** text\nand `code`  \nin lines");
    QTest::newRow("Han") << QStringLiteral("中文 text 混排\n第二行\nthird **粗体** \"引号\"");
    QTest::newRow("formulas") << QStringLiteral("$a$ and $a$\n$b$中\n文 $c$");
    QTest::newRow("pictures") << QStringLiteral(
        "# 中![a](data:image/png;base64,AA==)![b](data:image/png;base64,AA==) "
        "![c](https://e.org/)");
    QTest::newRow("break between styles") << QStringLiteral("中**文**\n*字*\n`x`\n字");
}

/// What is drawn has the same characters, formulas apart.
void tst_RowText::sameAsTheSpans()
{
    QFETCH(QString, markdown);
    const BlockPtr block = BlockParser::blocks(markdown).at(0);
    for (const bool keep : {false, true}) {
        QString drawn;
        for (const TextSpan &span : TextSpanBuilder::build(block->runs, keep))
            drawn += span.flags & TextSpan::Math ? QString(kObject) : span.text;
        drawn.replace(QChar(QChar::LineSeparator), u'\n');
        QCOMPARE(TextSpanBuilder::visibleText(block->runs, keep), drawn);
        qsizetype length = 0;
        for (size_t i = 0; i < block->runs.size(); ++i)
            length += RowText::length(block->runs, i, keep);
        QCOMPARE(length, drawn.size());
    }
}

void tst_RowText::cells()
{
    const RowContent row = rowOf(QStringLiteral("|a|b|\n|-|-|\n|c **d**|$x$|\n"));
    QCOMPARE(RowText::cells(row), 4);
    QCOMPARE(RowText::visible(row, 0), QStringLiteral("a"));
    QCOMPARE(RowText::visible(row, 2), QStringLiteral("c d"));
    QCOMPARE(RowText::visible(row, 3), QString(kObject));
    QCOMPARE(RowText::visible(row, 4), QString());
    QCOMPARE(RowText::visible(row, -1), QString());
    QVERIFY(RowText::runs(row, 3));
    QVERIFY(!RowText::runs(row, 4));
}

void tst_RowText::rowsWithoutText()
{
    for (const RowContent &row :
         {RowContent(FooterRow()), RowContent(BannerRow()), RowContent(StatusRow()),
          RowContent(PendingRow()), RowContent(ThinkingRow())}) {
        QCOMPARE(RowText::cells(row), 0);
        QCOMPARE(RowText::visible(row), QString());
        QCOMPARE(RowText::source(row, 0, 0, 10), QString());
    }
    UserRow user;
    user.text = QStringLiteral("Hi\nthere");
    QCOMPARE(RowText::visible(user), QStringLiteral("Hi\nthere"));
    ToolCallRow tool;
    QCOMPARE(RowText::cells(tool), 0);
    tool.open = true;
    tool.arguments = QStringLiteral("{}");
    tool.result = QStringLiteral("42");
    QCOMPARE(RowText::cells(tool), 2);
    QCOMPARE(RowText::visible(tool, 1), QStringLiteral("42"));
}

void tst_RowText::largeTables()
{
    const QString line = QStringLiteral("|a|b|\n");
    const RowContent row = rowOf(line + QStringLiteral("|-|-|\n") + line.repeated(700));
    QCOMPARE(RowText::cells(row), 1);
    QVERIFY(RowText::visible(row).startsWith(u"a | b\na | b\n"));
}

void tst_RowText::source_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("source");
    const QString text = QStringLiteral("so $x^2$ is\n**bold**");
    QTest::newRow("all") << text << 0 << 99 << QStringLiteral("so $x^2$ is bold");
    QTest::newRow("formula") << text << 3 << 4 << QStringLiteral("$x^2$");
    QTest::newRow("inside") << text << 5 << 9 << QStringLiteral("is b");
    QTest::newRow("nothing") << text << 5 << 5 << QString();
    QTest::newRow("behind") << text << 50 << 60 << QString();
    QTest::newRow("display") << QStringLiteral("$$\nx\n$$") << 0 << 1
                             << QStringLiteral("$$\nx\n$$");
    QTest::newRow("code") << QStringLiteral("```\nabc\n```") << 1 << 2 << QStringLiteral("b");
    QTest::newRow("Han") << QStringLiteral("一二\n三四") << 1 << 3 << QStringLiteral("二三");
}

void tst_RowText::source()
{
    QFETCH(QString, markdown);
    QFETCH(int, from);
    QFETCH(int, to);
    QTEST(RowText::source(rowOf(markdown), 0, from, to), "source");
}

void tst_RowText::cut()
{
    const BlockPtr block = BlockParser::blocks(QStringLiteral("ab **cd** $x$ ef")).at(0);
    const InlineRuns part = RowText::cut(block->runs, false, 4, 7);
    QCOMPARE(part.size(), size_t(3));
    QCOMPARE(part[0].text, QStringLiteral("d"));
    QVERIFY(part[0].flags & InlineRun::Bold);
    QCOMPARE(part[1].text, QStringLiteral(" "));
    QCOMPARE(part[2].text, QStringLiteral("$x$"));
}

QTEST_APPLESS_MAIN(tst_RowText)
#include "tst_RowText.moc"
