#include "markdown/PromptText.h"

#include <QTest>

#include <limits>

using namespace ponder;
using namespace Qt::StringLiterals;

class tst_PromptText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_data();
    void marks();
    void beyondTheLimitAllIsText();
    void hostileTextIsReadOnce_data();
    void hostileTextIsReadOnce();
};

namespace {

constexpr qsizetype kAll = std::numeric_limits<qsizetype>::max();

QString together(const InlineRuns &runs)
{
    QString text;
    for (const InlineRun &run : runs)
        text += run.text;
    return text;
}

} // namespace

void tst_PromptText::marks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("formulas");
    QTest::addColumn<QStringList>("code");

    const QStringList none;
    QTest::newRow("nothing") << u""_s << none << none;
    QTest::newRow("plain") << u"2 * 3 * 4\n# include <x>\n   - *no* [l](http://a.b) <b>"_s << none
                           << none;
    QTest::newRow("dollar") << u"what is $x^2$?"_s << QStringList{u"$x^2$"_s} << none;
    QTest::newRow("two") << u"$a$ and \\(b\\)."_s << QStringList{u"$a$"_s, u"\\(b\\)"_s} << none;
    QTest::newRow("display") << u"so\n$$\nx = y\n$$\nthen"_s << QStringList{u"$$\nx = y\n$$"_s}
                             << none;
    QTest::newRow("brackets") << u"\\[\\int_0^1 x\\,dx\\]"_s
                              << QStringList{u"\\[\\int_0^1 x\\,dx\\]"_s} << none;
    QTest::newRow("environment") << u"\\begin{align}a&=b\\end{align}"_s
                                 << QStringList{u"\\begin{align}a&=b\\end{align}"_s} << none;
    QTest::newRow("currency") << u"between $5 and $10, or $5-$10"_s << none << none;
    QTest::newRow("shell") << u"echo $HOME/$USER and ${x}, US$5/$6"_s << none << none;
    QTest::newRow("escaped") << u"\\$x\\$ and \\\\(y\\\\)"_s << none << none;
    QTest::newRow("open") << u"half $x + y"_s << none << none;
    QTest::newRow("empty") << u"$$ $$ \\(\\) \\[\\]"_s << none << none;
    QTest::newRow("in backticks") << u"type `$x$` or ``$y$ ` $z$`` but $w$"_s
                                  << QStringList{u"$w$"_s} << none;
    QTest::newRow("backtick alone") << u"a ` and $x$"_s << QStringList{u"$x$"_s} << none;
    QTest::newRow("backticks end with the paragraph")
        << u"a ` b\n\n$x$ `"_s << QStringList{u"$x$"_s} << none;
    QTest::newRow("fence") << u"see\n```tex\n$x$\n```\nand $y$"_s << QStringList{u"$y$"_s}
                           << QStringList{u"```tex\n$x$\n```"_s};
    QTest::newRow("fence of tildes") << u"~~~\n$x$\n```\n~~~~\n$y$"_s << QStringList{u"$y$"_s}
                                     << QStringList{u"~~~\n$x$\n```\n~~~~"_s};
    QTest::newRow("open fence") << u"```\n$x$\n$y$"_s << none << QStringList{u"```\n$x$\n$y$"_s};
    QTest::newRow("indented fence")
        << u"1.  a\n    ```\n    $x$\n    ```\n$y$"_s << QStringList{u"$y$"_s}
        << QStringList{u"    ```\n    $x$\n    ```"_s};
    QTest::newRow("quoted display") << u"> $$\n> x\n> $$"_s << none << none;
    QTest::newRow("quoted") << u"> so $x$"_s << QStringList{u"$x$"_s} << none;
    QTest::newRow("Chinese") << u"求$\\int f$的值"_s << QStringList{u"$\\int f$"_s} << none;
}

void tst_PromptText::marks()
{
    QFETCH(QString, text);
    QFETCH(QStringList, formulas);
    QFETCH(QStringList, code);
    const InlineRuns runs = PromptText::read(text, kAll);
    QCOMPARE(together(runs), text);
    QStringList foundFormulas;
    QStringList foundCode;
    for (const InlineRun &run : runs) {
        if (run.flags == InlineRun::Flags(InlineRun::Math))
            foundFormulas << run.text;
        else if (run.flags == InlineRun::Flags(InlineRun::Code))
            foundCode << run.text;
        else
            QCOMPARE(run.flags, InlineRun::Flags());
        QVERIFY(run.url.isEmpty());
    }
    QCOMPARE(foundFormulas, formulas);
    QCOMPARE(foundCode, code);
}

void tst_PromptText::beyondTheLimitAllIsText()
{
    const QString text = u"$a$ $b$ $c$"_s;
    const InlineRuns runs = PromptText::read(text, 5);
    QCOMPARE(together(runs), text);
    QCOMPARE(runs.size(), size_t(3));
    QCOMPARE(runs[0].text, u"$a$"_s);
    QCOMPARE(runs[1].text, u" $"_s);
    QCOMPARE(runs[2].text, u"b$ $c$"_s);
}

void tst_PromptText::hostileTextIsReadOnce_data()
{
    QTest::addColumn<QString>("piece");

    for (const char *piece : {"`", "` `` ", "$", "$a ", "\\(", "\\[\n", "$$\n", "```\n", "~~~ ",
                              "\\begin{align}", "> $$\n", "$x$", "\\"})
        QTest::newRow(piece) << QString::fromLatin1(piece);
}

void tst_PromptText::hostileTextIsReadOnce()
{
    QFETCH(QString, piece);
    const QString text = piece.repeated(60'000 / piece.size());
    const InlineRuns runs = PromptText::read(text, kAll); // seconds, were it quadratic
    QCOMPARE(together(runs), text);
    QVERIFY2(runs.size() < 2'500, qPrintable(QString::number(runs.size())));
}

QTEST_GUILESS_MAIN(tst_PromptText)
#include "tst_PromptText.moc"
