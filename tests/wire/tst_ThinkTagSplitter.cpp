#include "wire/ThinkTagSplitter.h"

#include <QStringList>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

/// Reasoning between tags, at every place where a piece of the stream can end.
class tst_ThinkTagSplitter : public QObject
{
    Q_OBJECT

private:
    struct Split
    {
        QString reasoning;
        QString text;
    };

    static Split split(const QStringList &pieces, bool elsewhere = false)
    {
        Split result;
        ThinkTagSplitter splitter;
        const ThinkTagSplitter::Sink sink = [&result](ThinkTagSplitter::Piece kind,
                                                      QStringView piece) {
            switch (kind) {
            case ThinkTagSplitter::Piece::Text:
                result.text += piece;
                break;
            case ThinkTagSplitter::Piece::Reasoning:
                result.reasoning += piece;
                break;
            case ThinkTagSplitter::Piece::MovedToReasoning:
                result.reasoning += result.text;
                result.text.clear();
                break;
            }
        };
        if (elsewhere)
            splitter.setReasoningElsewhere(sink);
        for (const QString &piece : pieces)
            splitter.feed(piece, sink);
        splitter.finish(sink);
        return result;
    }

    static QString shown(const Split &split)
    {
        return u"reasoning [%1] text [%2]"_s.arg(split.reasoning, split.text);
    }

private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("reasoning");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &message, const QString &reasoning,
                            const QString &text) {
            QTest::newRow(name) << message << reasoning << text;
        };
        row("no tags", u"Hello <b>there</b>, 3 < 4"_s, {}, u"Hello <b>there</b>, 3 < 4"_s);
        row("a block", u"<think>why</think>so"_s, u"why"_s, u"so"_s);
        row("lines", u"<think>\nwhy\n</think>\n\nso\n"_s, u"why\n"_s, u"so\n"_s);
        row("white space first", u" \n\t<think>why</think>so"_s, u"why"_s, u"so"_s);
        row("empty block", u"<think>\n\n</think>\n\nso"_s, {}, u"so"_s);
        row("empty block only", u"<think></think>"_s, {}, {});
        row("never closed", u"<think>why and"_s, u"why and"_s, {});
        row("cut within the closing tag", u"<think>why</thi"_s, u"why</thi"_s, {});
        row("cut within the opening tag", u" <thi"_s, {}, u" <thi"_s);
        row("only white space", u" \n "_s, {}, u" \n "_s);
        row("indentation of the answer stays", u"<think>a</think>\n\n    code()"_s, u"a"_s,
            u"    code()"_s);
        row("CRLF after the tag", u"<think>a</think>\r\n\r\nb"_s, u"a"_s, u"b"_s);
        row("space after the tag stays", u"<think>a</think> b"_s, u"a"_s, u" b"_s);
        row("opening tag later is text", u"Use <think> here"_s, {}, u"Use <think> here"_s);
        row("a pair later is text", u"Use <think>x</think> here"_s, {},
            u"Use <think>x</think> here"_s);
        row("a second block is text", u"<think>a</think>b<think>c</think>d"_s, u"a"_s,
            u"b<think>c</think>d"_s);
        row("second closing tag is text", u"<think>a</think>b</think>c"_s, u"a"_s, u"b</think>c"_s);
        row("almost a tag", u"<think >a</think >"_s, {}, u"<think >a</think >"_s);
        row("case counts", u"<Think>a"_s, {}, u"<Think>a"_s);
        row("Kimi", u"◁think▷why◁/think▷so"_s, u"why"_s, u"so"_s);
        row("Gemini", u"<thought>\nwhy\n</thought>\nso"_s, u"why\n"_s, u"so"_s);
        row("Gemini, never closed", u"<thought>why"_s, u"why"_s, {});
        row("Gemini's closing tag alone is text", u"a</thought>b"_s, {}, u"a</thought>b"_s);
        row("Gemini's closing tag first is text", u"</thought>b"_s, {}, u"</thought>b"_s);
        row("a longer word", u"<thoughts>a"_s, {}, u"<thoughts>a"_s);
        row("kinds do not mix", u"<think>a◁/think▷b</think>c"_s, u"a◁/think▷b"_s, u"c"_s);
        row("code in the reasoning", u"<think>`x\n```\n</think>so"_s, u"`x\n```\n"_s, u"so"_s);
        row("false starts", u"<think>a<</th</think>b"_s, u"a<</th"_s, u"b"_s);

        row("nobody opened", u"why\n</think>\n\nso"_s, u"why\n"_s, u"so"_s);
        row("nobody opened, Kimi", u"why◁/think▷so"_s, u"why"_s, u"so"_s);
        row("nobody opened, nothing said", u"\n</think>\n\nso"_s, {}, u"so"_s);
        row("nobody opened, after code", u"`a` and ```b``` c\n```\nd\n```\n</think>so"_s,
            u"`a` and ```b``` c\n```\nd\n```\n"_s, u"so"_s);
        row("nobody opened, lone backtick before", u"it's a ` thing\n</think>so"_s,
            u"it's a ` thing\n"_s, u"so"_s);
        row("in a code span", u"The `</think>` tag"_s, {}, u"The `</think>` tag"_s);
        row("in a long code span", u"The ``a`</think>`` tag"_s, {}, u"The ``a`</think>`` tag"_s);
        row("in a fence", u"```\n</think>\n```\nx"_s, {}, u"```\n</think>\n```\nx"_s);
        row("in a tilde fence", u"~~~xml\n</think>\n```\n</think>\n~~~"_s, {},
            u"~~~xml\n</think>\n```\n</think>\n~~~"_s);
        row("in a longer fence", u"````\n```\n</think>\n```\n````"_s, {},
            u"````\n```\n</think>\n```\n````"_s);
        row("in a fence in a list", u"1. a\n   ```html\n   </think>\n   ```"_s, {},
            u"1. a\n   ```html\n   </think>\n   ```"_s);
        row("in a fence in a quote", u"> ```\n> </think>\n> ```"_s, {},
            u"> ```\n> </think>\n> ```"_s);
        row("in a fence that never ends", u"```\n</think>"_s, {}, u"```\n</think>"_s);
        row("escaped backtick opens nothing", u"\\`a</think>b"_s, u"\\`a"_s, u"b"_s);
    }

    void rules()
    {
        QFETCH(const QString, message);
        QFETCH(const QString, reasoning);
        QFETCH(const QString, text);
        const QString expected = shown({reasoning, text});
        QCOMPARE(shown(split({message})), expected);
        QCOMPARE(shown(split(message.split(QString(), Qt::SkipEmptyParts))), expected);
        for (qsizetype a = 0; a <= message.size(); ++a) {
            for (qsizetype b = a; b <= message.size(); ++b)
                QCOMPARE(shown(split({message.left(a), message.mid(a, b - a), message.mid(b)})),
                         expected);
        }
    }

    void reasoningElsewhere_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("text");
        QTest::newRow("stray tag at the start") << u"</think>\n\nso"_s << u"so"_s;
        QTest::newRow("stray tag later") << u"so </think> what"_s << u"so </think> what"_s;
        QTest::newRow("plain") << u"so"_s << u"so"_s;
    }
    void reasoningElsewhere()
    {
        QFETCH(const QString, message);
        QFETCH(const QString, text);
        for (qsizetype a = 0; a <= message.size(); ++a)
            QCOMPARE(shown(split({message.left(a), message.mid(a)}, true)), shown({{}, text}));
    }

    /// Text that cannot become a tag any more is passed on at once.
    void holdsBackOnlyWhatItMust_data()
    {
        QTest::addColumn<QString>("soFar");
        QTest::addColumn<QString>("given");
        QTest::newRow("text") << u"Hello"_s << u"T:Hello"_s;
        QTest::newRow("no tag") << u"<thx"_s << u"T:<thx"_s;
        QTest::newRow("opening tag") << u"  <think"_s << QString();
        QTest::newRow("reasoning") << u"<think>a b"_s << u"R:a b"_s;
        QTest::newRow("closing tag") << u"<think>a b</th"_s << u"R:a b"_s;
        QTest::newRow("stray closing tag") << u"a b</thin"_s << u"T:a b"_s;
        QTest::newRow("less-than") << u"a < b"_s << u"T:a < b"_s;
        QTest::newRow("in code") << u"`a</th"_s << u"T:`a</th"_s;
        QTest::newRow("after") << u"<think>a</think>\n\nb c"_s << u"R:aT:b c"_s;
        QTest::newRow("long after") << u"<think>a</think>b</thin"_s << u"R:aT:b</thin"_s;
    }
    void holdsBackOnlyWhatItMust()
    {
        QFETCH(const QString, soFar);
        QFETCH(const QString, given);
        QString got;
        ThinkTagSplitter splitter;
        splitter.feed(soFar, [&got](ThinkTagSplitter::Piece kind, QStringView piece) {
            got += kind == ThinkTagSplitter::Piece::Text ? u"T:"_s : u"R:"_s;
            got += piece;
        });
        QCOMPARE(got, given);
    }

    void manyBlankLinesAreNotHeldForever()
    {
        ThinkTagSplitter splitter;
        qsizetype given = 0;
        for (int i = 0; i < 10000; ++i)
            splitter.feed(u"\n",
                          [&given](ThinkTagSplitter::Piece, QStringView p) { given += p.size(); });
        QVERIFY(given > 5000);
    }
};

QTEST_GUILESS_MAIN(tst_ThinkTagSplitter)
#include "tst_ThinkTagSplitter.moc"
