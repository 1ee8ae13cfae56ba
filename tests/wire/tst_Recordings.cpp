#include "wire/DecodedAnswer.h"
#include "wire/ErrorDecoder.h"

#include <QTest>

#include <random>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// Replies that a real llama-server gave, replayed.
class tst_Recordings : public QObject
{
    Q_OBJECT

private:
    static void addRows()
    {
        QTest::addColumn<RecordedReply>("reply");
        for (const RecordedReply &reply : llamaServerRecordings()) {
            const bool isAnswer = reply.status == 200 && !reply.name.contains(u"models") &&
                                  !reply.name.contains(u"health");
            if (isAnswer)
                QTest::newRow(qPrintable(reply.name)) << reply;
        }
    }

    static RecordedReply recording(const QString &name)
    {
        for (const RecordedReply &reply : llamaServerRecordings()) {
            if (reply.name == name)
                return reply;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (llamaServerRecordings().empty())
            QSKIP("the recordings are not here (PONDER_SHARED_DIR)");
    }

    void sameHoweverItIsCut_data() { addRows(); }
    void sameHoweverItIsCut()
    {
        QFETCH(const RecordedReply, reply);
        const DecodedAnswer answer = decodedWhole(reply.contentType, reply.body);
        const QString whole = answer.summary();
        QVERIFY2(!answer.end.error, qPrintable(whole));
        QCOMPARE(answer.end.complete, reply.name != u"62-server-killed-mid-stream");
        for (qsizetype size = 1; size <= 64; ++size) {
            const auto fixed = [size] { return size; };
            QCOMPARE(decoded(reply.contentType, reply.body, fixed).summary(), whole);
        }
        std::mt19937 random(62);
        for (int round = 0; round < 20; ++round) {
            std::uniform_int_distribution<int> sizes(1, round < 10 ? 40 : 3000);
            const auto any = [&] { return qsizetype(sizes(random)); };
            QCOMPARE(decoded(reply.contentType, reply.body, any).summary(), whole);
        }
    }

    void errors_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("status");
        QTest::newRow("27") << u"27-err-max-tokens-string"_s << ErrorKind::BadRequest << 400;
        QTest::newRow("28") << u"28-err-no-messages"_s << ErrorKind::BadRequest << 400;
        QTest::newRow("29") << u"29-err-malformed-json"_s << ErrorKind::BadRequest << 400;
        QTest::newRow("30") << u"30-err-bad-schema"_s << ErrorKind::BadRequest << 400;
        QTest::newRow("31") << u"31-err-image"_s << ErrorKind::Server << 500;
        QTest::newRow("32") << u"32-err-context-overflow"_s << ErrorKind::ContextLength << 400;
        QTest::newRow("32s") << u"32-err-context-overflow-stream"_s << ErrorKind::ContextLength
                             << 400;
        QTest::newRow("49") << u"49-max-tokens-negative"_s << ErrorKind::BadRequest << 400;
        QTest::newRow("60") << u"60-auth-wrong"_s << ErrorKind::Auth << 401;
        QTest::newRow("66") << u"66-loading-503-chat"_s << ErrorKind::Overloaded << 503;
    }
    void errors()
    {
        QFETCH(const QString, name);
        const RecordedReply reply = recording(name);
        QTEST(reply.status, "status");
        const Error error = ErrorDecoder::fromReply({reply.status, reply.body, {}, {}},
                                                    QDateTime::currentDateTimeUtc());
        QTEST(error.kind, "kind");
        QCOMPARE(error.http, reply.status);
        QVERIFY(!error.message.isEmpty() && !error.message.contains(u'{'));
        QVERIFY(error.detail.startsWith(u'{'));
    }

    void answers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("finish");
        QTest::newRow("whole") << u"04-chat"_s << u"The capital of **France** is Paris."_s
                               << u"stop"_s;
        QTest::newRow("inline think tags") << u"45-reasoning-format-none-stream"_s
                                           << u"Hello! How can I help you today?"_s << u"stop"_s;
        QTest::newRow("cut while thinking")
            << u"22-max-completion-tokens"_s << QString() << u"length"_s;
        QTest::newRow("logprobs") << u"19-logprobs-stream"_s << u"The capital of **Japan**"_s
                                  << u"length"_s;
    }
    void answers()
    {
        QFETCH(const QString, name);
        const RecordedReply reply = recording(name);
        const DecodedAnswer answer = decodedWhole(reply.contentType, reply.body);
        QTEST(answer.text(), "text");
        QVERIFY(answer.finish);
        QTEST(finishReasonName(answer.finish->reason), "finish");
        QCOMPARE(answer.model, u"rig-tiny-thinker"_s);
        QVERIFY(answer.usage.completionTokens.value_or(0) > 0);
        QVERIFY(!answer.text().contains(u"think>"));
    }

    void toolCalls()
    {
        const RecordedReply reply = recording(u"13-tools-required-stream"_s);
        const DecodedAnswer answer = decodedWhole(reply.contentType, reply.body);
        QVERIFY(answer.segments.last().startsWith(u"C:"));
        QVERIFY(answer.segments.last().endsWith(u'}'));
        QCOMPARE(answer.finish->reason, FinishReason::ToolCalls);
    }

    void logprobs()
    {
        const RecordedReply stream = recording(u"19-logprobs-stream"_s);
        QCOMPARE(decodedWhole(stream.contentType, stream.body).logprobs.size(), 6U);
        const RecordedReply whole = recording(u"18-logprobs"_s);
        const DecodedAnswer answer = decodedWhole(whole.contentType, whole.body);
        QCOMPARE(answer.logprobs.size(), 6U);
        QCOMPARE(answer.logprobs.front().token, u"The"_s);
        QCOMPARE(answer.logprobs.front().top.size(), 3U);
    }

    void anthropicEvents()
    {
        const RecordedReply reply = recording(u"43-anthropic-messages-stream"_s);
        const DecodedAnswer answer = decodedWhole(reply.contentType, reply.body);
        QVERIFY(answer.text().startsWith(u"Hi there!"));
        QVERIFY(answer.reasoning().startsWith(u"The user says hello."));
        QCOMPARE(answer.usage.promptTokens, std::optional<qint64>(11));
        QCOMPARE(answer.usage.completionTokens, std::optional<qint64>(27));
        QCOMPARE(answer.finish->reason, FinishReason::Stop);
    }

    void unicode()
    {
        const RecordedReply reply = recording(u"08-unicode-stream"_s);
        const DecodedAnswer answer = decodedWhole(reply.contentType, reply.body);
        QVERIFY(answer.text().contains(u"😀🎉"));
        QVERIFY(answer.text().endsWith(u"👩‍💻"));
    }
};

QTEST_GUILESS_MAIN(tst_Recordings)
#include "tst_Recordings.moc"
