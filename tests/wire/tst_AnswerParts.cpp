#include "wire/AnswerAssembler.h"
#include "wire/ReasoningMerger.h"
#include "wire/ReplyDecoder.h"
#include "wire/SurrogateJoiner.h"
#include "wire/ToolCallAssembler.h"
#include "wire/UsageDecoder.h"

#include <QLoggingCategory>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

/// The small parts an answer is put together with, where a whole reply would not show the details.
class tst_AnswerParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"ponder.wire.warning=false"_s); }

    void decimals_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<QString>("plain");
        const auto row = [](const char *number, const QString &plain) {
            QTest::newRow(number) << QByteArray(number) << plain;
        };
        row("0", u"0"_s);
        row("0.0031", u"0.0031"_s);
        row("0.10", u"0.10"_s);
        row("12.5", u"12.5"_s);
        row("-1.5", u"-1.5"_s);
        row("1e-05", u"0.00001"_s);
        row("1.05E-5", u"0.0000105"_s);
        row("12.34e-1", u"1.234"_s);
        row("1.5e3", u"1500"_s);
        row("1.5e+1", u"15"_s);
        row("123456e-3", u"123.456"_s);
        row("0.0000123456789012345678", u"0.0000123456789012345678"_s);
        row("1e999", {});
        row("abc", {});
        row("", {});
    }
    void decimals()
    {
        QFETCH(const QByteArray, number);
        QTEST(plainDecimal(number), "plain");
    }

    void usageIsNeverAddedUp()
    {
        Usage usage;
        UsageDecoder::update(usage, {10, 5, 3, {}, {}});
        UsageDecoder::update(usage, {10, 7, {}, 2, Cost{u"0.1"_s, u"USD"_s}});
        QCOMPARE(usage, (Usage{10, 7, 3, 2, Cost{u"0.1"_s, u"USD"_s}}));
    }

    void oddUsageNumbers()
    {
        const QJsonObject odd{{u"prompt_tokens"_s, -1},
                              {u"completion_tokens"_s, 1.8e19},
                              {u"total_tokens"_s, u"many"_s},
                              {u"prompt_tokens_details"_s, QJsonArray{}},
                              {u"cost"_s, u"free"_s}};
        QVERIFY(UsageDecoder::fromUsage(odd, {}).isEmpty());
        const QJsonObject text{{u"cost"_s, u"0.0040"_s}};
        QCOMPARE(UsageDecoder::fromUsage(text, {}).cost,
                 std::optional(Cost{u"0.0040"_s, u"USD"_s}));
    }

    void surrogates()
    {
        SurrogateJoiner joiner;
        const QString emoji = u"😀"_s;
        QCOMPARE(joiner.add(u"a"_s + emoji.at(0)), u"a"_s);
        QVERIFY(joiner.isHolding());
        QCOMPARE(joiner.add(emoji.at(1) + u"b"_s), emoji + u"b"_s);
        QVERIFY(!joiner.isHolding());
        QCOMPARE(joiner.add(QString(emoji.at(0))), QString());
        QCOMPARE(joiner.add(u"c"_s), u"\ufffdc"_s);
        QCOMPARE(joiner.add(QString(emoji.at(1))), u"\ufffd"_s);
        QCOMPARE(joiner.add(QString(emoji.at(0))), QString());
        QCOMPARE(joiner.flush(), u"\ufffd"_s);
        QCOMPARE(joiner.flush(), QString());
        QCOMPARE(mendedText(emoji + emoji.at(0)), emoji + u"\ufffd"_s);
    }

    void reasoningThatComesTwice_data()
    {
        QTest::addColumn<QStringList>("pieces");
        QTest::addColumn<QString>("shown");
        QTest::newRow("field only") << QStringList{u"Fa "_s, u"Fb\n"_s} << u"a b\n"_s;
        QTest::newRow("tags only") << QStringList{u"Ta "_s, u"Tb\n"_s} << u"a b\n"_s;
        QTest::newRow("field, then tags")
            << QStringList{u"Fa b"_s, u"Ta "_s, u"Tb\n"_s} << u"a b"_s;
        QTest::newRow("tags ahead") << QStringList{u"Ta b"_s, u"F\na"_s, u"F b c"_s} << u"a b c"_s;
        QTest::newRow("in turns") << QStringList{u"Fa"_s,  u"Ta"_s,  u"T b"_s,
                                                 u"F b"_s, u"F c"_s, u"T c"_s}
                                  << u"a b c"_s;
        QTest::newRow("different")
            << QStringList{u"Fabc"_s, u"Tabx"_s, u"Fd"_s, u"Te"_s} << u"abcabxde"_s;
    }
    void reasoningThatComesTwice()
    {
        QFETCH(const QStringList, pieces);
        ReasoningMerger merger;
        QString shown;
        for (const QString &piece : pieces) {
            shown += merger.add(piece.startsWith(u'F') ? ReasoningMerger::Source::Field
                                                       : ReasoningMerger::Source::Tags,
                                piece.mid(1));
        }
        QTEST(shown, "shown");
    }

    void toolCallsWithoutIdsGetOne()
    {
        ToolCallAssembler assembler;
        assembler.add({0, {}, u"f"_s, u"{}"_s, {}});
        assembler.add({1, {}, u"g"_s, u"{"_s, {}});
        assembler.add({{}, {}, {}, u"}"_s, {}});
        assembler.add({2, {}, {}, {}, {}}); // says nothing
        const std::vector<ToolCallDelta> calls = assembler.take();
        QCOMPARE(calls.size(), 2U);
        QCOMPARE(calls[0], (ToolCallDelta{u"call_1"_s, u"f"_s, u"{}"_s, {}}));
        QCOMPARE(calls[1], (ToolCallDelta{u"call_2"_s, u"g"_s, u"{}"_s, {}}));
        QVERIFY(assembler.isEmpty());
    }

    void toolCallsComeOnlyAtTheEnd()
    {
        ReplyDecoder decoder("text/event-stream");
        Deltas deltas;
        QVERIFY(
            decoder
                .feed("data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"a\","
                      "\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]},"
                      "\"finish_reason\":\"tool_calls\"}]}\n\n",
                      deltas)
                .ok());
        QVERIFY(deltas.empty());
        QVERIFY(!decoder.isDone());
        QVERIFY(decoder.feed("data: [DONE]\n\n", deltas).ok());
        QVERIFY(decoder.isDone());
        QCOMPARE(deltas.size(), 2U);
        QVERIFY(std::holds_alternative<ToolCallDelta>(deltas[0]));
        QCOMPARE(deltas[1], Delta(FinishDelta{FinishReason::ToolCalls, {}}));
        Deltas rest;
        QVERIFY(decoder.finish(rest).complete);
        QVERIFY(rest.empty());
    }

    void nothingIsReadAfterTheEnd()
    {
        ReplyDecoder decoder("text/event-stream");
        Deltas deltas;
        QVERIFY(
            decoder
                .feed("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: [DONE]\n\n"
                      "data: {\"choices\":[{\"delta\":{\"content\":\"b\"}}]}\n\n",
                      deltas)
                .ok());
        QCOMPARE(deltas.size(), 2U);
        QCOMPARE(deltas[0], Delta(TextDelta{u"a"_s}));
    }

    void neighboursAreJoined()
    {
        AnswerAssembler answer(false);
        Deltas deltas;
        answer.addReasoning(u"a"_s, deltas);
        answer.addReasoning(u"b"_s, deltas);
        answer.addText(u"c"_s, deltas);
        answer.addText(u"<think>d"_s, deltas);
        QCOMPARE(deltas, (Deltas{ReasoningDelta{u"ab"_s}, TextDelta{u"c<think>d"_s}}));
    }

    void anEndlessLineIsAnError()
    {
        ReplyDecoder stream("text/event-stream; charset=utf-8");
        Deltas deltas;
        QVERIFY(
            stream
                .feed("data: {\"choices\":[{\"delta\":{\"content\":\"kept\"}}]}\n\ndata: ", deltas)
                .ok());
        const QByteArray megabyte(1024 * 1024, 'x');
        bool failed = false;
        for (int i = 0; i < 20 && !failed; ++i)
            failed = !stream.feed(megabyte, deltas).ok();
        QVERIFY(failed);
        QCOMPARE(deltas, Deltas{TextDelta{u"kept"_s}});
        QVERIFY(!stream.finish(deltas).complete);
    }

    void anEndlessBodyIsAnError()
    {
        ReplyDecoder body("application/json");
        Deltas deltas;
        const QByteArray megabyte(1024 * 1024, 'x');
        int fed = 0;
        while (fed < 200 && body.feed(megabyte, deltas).ok())
            ++fed;
        QCOMPARE(fed, 64);
        QVERIFY(deltas.empty());
        QVERIFY(!body.finish(deltas).complete);
    }

    void blankLinesAreNotKept()
    {
        ReplyDecoder body("application/json");
        Deltas deltas;
        const QByteArray blank = QByteArray(1023, ' ') + '\n';
        for (int i = 0; i < 100 * 1024; ++i)
            QVERIFY(body.feed(blank, deltas).ok());
        QVERIFY(body.feed("{\"choices\":[{\"message\":{\"content\":\"a\"}}]}", deltas).ok());
        QVERIFY(body.finish(deltas).complete);
        QCOMPARE(deltas.front(), Delta(TextDelta{u"a"_s}));
    }

    void badChunksAreCounted()
    {
        OpenAiDecoder decoder;
        Deltas deltas;
        decoder.readChunk("{oops", deltas);
        decoder.readChunk("nope", deltas);
        decoder.readChunk("{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}", deltas);
        QCOMPARE(decoder.badChunks(), 2);
        QVERIFY(!decoder.finish(deltas).error);
        QCOMPARE(deltas, Deltas{TextDelta{u"a"_s}});
    }

    void finishReasonNames()
    {
        for (const FinishReason reason :
             {FinishReason::Stop, FinishReason::Length, FinishReason::ToolCalls,
              FinishReason::ContentFilter, FinishReason::Interrupted, FinishReason::Cancelled,
              FinishReason::Error}) {
            const QString name = finishReasonName(reason);
            QVERIFY(!name.isEmpty());
            QCOMPARE(finishReasonFromName(name), std::optional(reason));
        }
        QVERIFY(!finishReasonFromName(u"other"_s));
    }
};

QTEST_GUILESS_MAIN(tst_AnswerParts)
#include "tst_AnswerParts.moc"
