#include "ChatFakes.h"
#include "chat/ConversationReducer.h"

#include <QTest>

#include <algorithm>

using namespace ponder;
using namespace Qt::StringLiterals;
using ponder::test::SteppedClock;

class tst_ConversationReducer : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        SteppedClock clock;
        Conversation conversation;
        ConversationReducer reducer{conversation, clock};
        QString prompt = reducer.addUserMessage({}, u"question"_s);
        QString answer = reducer.beginAnswer(prompt, {});

        Message &message() { return *conversation.message(answer); }
        void apply(const Deltas &deltas)
        {
            for (const Delta &delta : deltas)
                reducer.apply(answer, delta);
        }
    };

    static QString sketch(const Message &message)
    {
        QStringList parts;
        for (const Segment &segment : message.segments)
            parts.append(
                segmentKindName(segment.kind) + u':' +
                (segment.kind == Segment::Kind::ToolCall ? segment.toolName : segment.text));
        return parts.join(u'|');
    }

private Q_SLOTS:
    void segments_data()
    {
        QTest::addColumn<Deltas>("deltas");
        QTest::addColumn<QString>("expected");
        const auto text = [](const char *t) { return Delta(TextDelta{QString::fromUtf8(t)}); };
        const auto think = [](const char *t) {
            return Delta(ReasoningDelta{QString::fromUtf8(t)});
        };
        QTest::newRow("pieces join") << Deltas{text("a"), text("b")} << "text:ab";
        QTest::newRow("reasoning, then text")
            << Deltas{think("r"), think("s"), text("a")} << "reasoning:rs|text:a";
        QTest::newRow("reasoning resumes") << Deltas{think("r"), text("a"), think("s"), text("b")}
                                           << "reasoning:r|text:a|reasoning:s|text:b";
        QTest::newRow("it was reasoning all along")
            << Deltas{text("let me"), text(" see"), MovedToReasoning{}, text("42")}
            << "reasoning:let me see|text:42";
        QTest::newRow("a tool call stands on its own")
            << Deltas{think("r"), ToolCallDelta{u"1"_s, u"look"_s, u"{}"_s, {}}}
            << "reasoning:r|tool_call:look";
    }
    void segments()
    {
        QFETCH(Deltas, deltas);
        QFETCH(QString, expected);
        Fixture f;
        f.apply(deltas);
        QCOMPARE(sketch(f.message()), expected);
    }

    void endings_data()
    {
        QTest::addColumn<Deltas>("deltas");
        QTest::addColumn<bool>("failed");
        QTest::addColumn<bool>("cancelled");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("finish");
        const Delta text = TextDelta{u"a"_s};
        const Delta stop = FinishDelta{FinishReason::Stop, {}};
        QTest::newRow("complete") << Deltas{text, stop} << false << false << "complete"
                                  << "stop";
        QTest::newRow("length") << Deltas{text, FinishDelta{FinishReason::Length, {}}} << false
                                << false << "complete"
                                << "length";
        QTest::newRow("the first finish counts")
            << Deltas{text, FinishDelta{FinishReason::Length, {}}, stop} << false << false
            << "complete"
            << "length";
        QTest::newRow("no finish reason") << Deltas{text} << false << false << "interrupted"
                                          << "interrupted";
        QTest::newRow("error after text") << Deltas{text} << true << false << "interrupted"
                                          << "interrupted";
        QTest::newRow("error before text") << Deltas{} << true << false << "failed"
                                           << "error";
        QTest::newRow("error in the stream")
            << Deltas{text, ErrorDelta{Error{ErrorKind::Server, 200, {}, {}, {}}},
                      FinishDelta{FinishReason::Error, {}}}
            << false << false << "interrupted"
            << "interrupted";
        QTest::newRow("stopped") << Deltas{text} << false << true << "stopped"
                                 << "cancelled";
        QTest::newRow("stop says call")
            << Deltas{ToolCallDelta{u"1"_s, u"look"_s, u"{}"_s, {}}, stop} << false << false
            << "complete"
            << "tool_calls";
    }
    void endings()
    {
        QFETCH(Deltas, deltas);
        QFETCH(bool, failed);
        QFETCH(bool, cancelled);
        QFETCH(QString, state);
        QFETCH(QString, finish);
        Fixture f;
        f.apply(deltas);
        f.reducer.finish(f.answer,
                         failed ? std::optional(Error{ErrorKind::Network, 0, {}, {}, {}})
                                : std::nullopt,
                         cancelled);
        QCOMPARE(messageStateName(f.message().state), state);
        QCOMPARE(finishReasonName(*f.message().finish), finish);
        const bool inStream = std::any_of(deltas.begin(), deltas.end(), [](const Delta &delta) {
            return std::holds_alternative<ErrorDelta>(delta);
        });
        QCOMPARE(f.message().error.has_value(), failed || inStream);
    }

    void thinkingTimeIsMeasured()
    {
        Fixture f;
        f.clock.advance(400);
        f.apply({ReasoningDelta{u"a"_s}});
        f.clock.advance(2000);
        f.apply({ReasoningDelta{u"b"_s}});
        f.clock.advance(500);
        f.apply({TextDelta{u"c"_s}});
        f.clock.advance(100);
        f.apply({FinishDelta{}});
        f.reducer.finish(f.answer, std::nullopt, false);
        QCOMPARE(f.message().timings.firstTokenMs, 400);
        QCOMPARE(f.message().reasoningMs(), 2500);
        QCOMPARE(f.message().timings.totalMs, 3000);
    }

    void resumedTextGoesOnInPlace()
    {
        Fixture f;
        f.apply({ReasoningDelta{u"r"_s}, TextDelta{u"one"_s}});
        f.reducer.finish(f.answer, Error{ErrorKind::Network, 0, {}, {}, {}}, false);
        QVERIFY(f.message().isContinuable());
        f.reducer.resumeAnswer(f.answer);
        QCOMPARE(f.message().state, MessageState::Streaming);
        QVERIFY(!f.message().error);
        f.apply({TextDelta{u" two"_s}, FinishDelta{}});
        f.reducer.finish(f.answer, std::nullopt, false);
        QCOMPARE(sketch(f.message()), u"reasoning:r|text:one two"_s);
        QCOMPARE(f.message().state, MessageState::Complete);
    }

    void aMoveTouchesOnlyTheResumedPart()
    {
        Fixture f;
        f.apply({TextDelta{u"one"_s}});
        f.reducer.finish(f.answer, std::nullopt, true);
        f.reducer.resumeAnswer(f.answer);
        f.apply({TextDelta{u" hm"_s}, MovedToReasoning{}, TextDelta{u" two"_s}});
        QCOMPARE(sketch(f.message()), u"text:one|reasoning: hm|text: two"_s);
    }

    void editAndRegenerateMakeSiblings()
    {
        Fixture f;
        f.apply({TextDelta{u"a"_s}, FinishDelta{}});
        f.reducer.finish(f.answer, std::nullopt, false);
        const QString second = f.reducer.beginAnswer(f.prompt, {});
        QCOMPARE(f.conversation.leafId, second);
        QCOMPARE(f.conversation.siblings(second), (QStringList{f.answer, second}));
        QCOMPARE(f.reducer.showSibling(second, -1), f.answer);
        QCOMPARE(f.conversation.leafId, f.answer);
        QCOMPARE(f.reducer.showSibling(f.answer, -1), QString());
        const QString edited = f.reducer.addUserMessage({}, u"other"_s);
        QCOMPARE(f.conversation.activePath(), QStringList{edited});
        QCOMPARE(f.reducer.showSibling(edited, -1), f.prompt);
        QCOMPARE(f.conversation.leafId, second); // the newest branch below it
    }

    void titles_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("title");
        QTest::newRow("short") << "Why is the sky blue?"
                               << "Why is the sky blue?";
        QTest::newRow("lines") << "Why\n is   it\tso"
                               << "Why is it so";
        QTest::newRow("long")
            << "Compare the trapezoid rule with the rule of Simpson on a smooth function"
            << QStringLiteral("Compare the trapezoid rule with the rule of Simpson on a…");
        QTest::newRow("names keep their signs") << "C# and snake_case"
                                                << "C# and snake_case";
        QTest::newRow("Chinese") << QString(80, QChar(0x6211))
                                 << QString(60, QChar(0x6211)) + QChar(0x2026);
        QTest::newRow("an emoji is never halved")
            << QString(59, u'a') + QString::fromUtf8("😀😀") << QString(59, u'a') + QChar(0x2026);
    }
    void titles()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, title);
        QCOMPARE(ConversationReducer::titleFrom(prompt), title);
    }

    void aGivenTitleStays()
    {
        Fixture f;
        f.reducer.rename(u" Mine "_s);
        f.reducer.addUserMessage(f.answer, u"more"_s);
        QCOMPARE(f.conversation.summary.title, u"Mine"_s);
        f.reducer.rename(u"   "_s);
        QCOMPARE(f.conversation.summary.title, u"Mine"_s);
    }
};

QTEST_GUILESS_MAIN(tst_ConversationReducer)
#include "tst_ConversationReducer.moc"
