#include "wire/LeakedMarkerFilter.h"

#include <QStringList>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

/// Markers of chat templates inside an answer, at every place where a piece of the stream can end.
class tst_LeakedMarkerFilter : public QObject
{
    Q_OBJECT

private:
    static QString filtered(const QStringList &pieces)
    {
        QString text;
        QString calls;
        const LeakedMarkerFilter::Sink sink{[&text](QStringView piece) { text += piece; },
                                            [&calls](const ToolCallPiece &call) {
                                                calls += u" call [%1](%2)"_s.arg(call.name,
                                                                                 call.arguments);
                                            }};
        LeakedMarkerFilter filter;
        for (const QString &piece : pieces)
            filter.feed(piece, sink);
        filter.finish(sink);
        return u"text [%1]"_s.arg(text) + calls;
    }

    static QString call(const QString &name, const QString &arguments)
    {
        return u"<｜tool▁call▁begin｜>function<｜tool▁sep｜>%1\n```json\n%2\n```<｜tool▁call▁end｜>"_s
            .arg(name, arguments);
    }
    static QString calls(const QString &inside)
    {
        return u"<｜tool▁calls▁begin｜>%1<｜tool▁calls▁end｜>"_s.arg(inside);
    }

private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &answer, const QString &expected) {
            QTest::newRow(name) << answer << expected;
        };
        row("nothing", u"a < b, <b>c</b> <|x|>"_s, u"text [a < b, <b>c</b> <|x|>]"_s);
        row("a beginning at the end", u"a <|begin_of"_s, u"text [a <|begin_of]"_s);
        row("a box", u"It is <|begin_of_box|>42<|end_of_box|>."_s, u"text [It is 42.]"_s);
        row("two boxes", u"<|begin_of_box|>a<|end_of_box|><|begin_of_box|>b<|end_of_box|>"_s,
            u"text [ab]"_s);
        row("a box that is never closed", u"<|begin_of_box|>42"_s, u"text [42]"_s);
        row("the end of no box", u"a<|end_of_box|>b"_s, u"text [a<|end_of_box|>b]"_s);
        row("in a code span", u"Write `<|begin_of_box|>` here"_s,
            u"text [Write `<|begin_of_box|>` here]"_s);
        row("in a fence", u"```\n<|begin_of_box|>\n```\n<|begin_of_box|>x"_s,
            u"text [```\n<|begin_of_box|>\n```\nx]"_s);
        row("a fence in a box", u"<|begin_of_box|>```\n<|end_of_box|>\n```<|end_of_box|>"_s,
            u"text [```\n<|end_of_box|>\n```]"_s);
        row("turn marks", u"<｜begin▁of▁sentence｜><｜Assistant｜>Yes<｜end▁of▁sentence｜>"_s,
            u"text [Yes]"_s);

        row("a call", u"Let me see.\n"_s + calls(call(u"sum"_s, u"{\"a\":1}"_s)),
            u"text [Let me see.\n] call [sum]({\"a\":1})"_s);
        row("two calls",
            calls(call(u"sum"_s, u"{\"a\":1}"_s) + u'\n' + call(u"time"_s, u"{}"_s)) +
                u"<｜end▁of▁sentence｜>"_s,
            u"text [] call [sum]({\"a\":1}) call [time]({})"_s);
        row("text after it", calls(call(u"f"_s, u"{\n \"a\": [1,\n 2]\n}"_s)) + u"done"_s,
            u"text [done] call [f]({\n \"a\": [1,\n 2]\n})"_s);
        row("without a fence",
            u"<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>sum<｜tool▁sep｜>{\"a\":1}"
            u"<｜tool▁call▁end｜><｜tool▁calls▁end｜>"_s,
            u"text [] call [sum]({\"a\":1})"_s);
        row("the last marker is missing",
            u"<｜tool▁calls▁begin｜>"_s + call(u"sum"_s, u"{\"a\":1}"_s),
            u"text [] call [sum]({\"a\":1})"_s);
        row("cut in the arguments",
            u"<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>sum\n```json\n{\"a\":"_s,
            u"text [] call [sum]({\"a\":)"_s);
        row("cut before the name", u"a<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>func"_s,
            u"text [a<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>func]"_s);
        row("not a call", calls(u"nothing of the kind"_s),
            u"text [<｜tool▁calls▁begin｜>nothing of the kind<｜tool▁calls▁end｜>]"_s);
        row("a call in a code span", u"`<｜tool▁calls▁begin｜>` begins it"_s,
            u"text [`<｜tool▁calls▁begin｜>` begins it]"_s);
        row("a call in a fence", u"```\n"_s + calls(call(u"f"_s, u"{}"_s)),
            u"text [```\n%1]"_s.arg(calls(call(u"f"_s, u"{}"_s))));
    }

    void rules()
    {
        QFETCH(const QString, answer);
        QFETCH(const QString, expected);
        QCOMPARE(filtered({answer}), expected);
        QCOMPARE(filtered(answer.split(QString(), Qt::SkipEmptyParts)), expected);
        for (qsizetype a = 0; a <= answer.size(); ++a) {
            for (qsizetype b = a; b <= std::min(a + 40, answer.size()); ++b)
                QCOMPARE(filtered({answer.left(a), answer.mid(a, b - a), answer.mid(b)}), expected);
        }
    }

    void holdsBackOnlyWhatItMust()
    {
        QString text;
        const LeakedMarkerFilter::Sink sink{[&text](QStringView piece) { text += piece; },
                                            [](const ToolCallPiece &) {}};
        LeakedMarkerFilter filter;
        filter.feed(u"a <", sink);
        QCOMPARE(text, u"a "_s);
        filter.feed(u"b", sink);
        QCOMPARE(text, u"a <b"_s);
        filter.feed(u" <|beg", sink);
        QCOMPARE(text, u"a <b "_s);
        filter.flush(sink); // reasoning comes in between
        QCOMPARE(text, u"a <b <|beg"_s);
    }
};

QTEST_GUILESS_MAIN(tst_LeakedMarkerFilter)
#include "tst_LeakedMarkerFilter.moc"
