#include "base/Redactor.h"
#include "providers/BackendFixture.h"

#include <QLoggingCategory>
#include <QTcpServer>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

namespace {

constexpr int kTries = 6; ///< the first and five more

QStringList *g_log = nullptr;

void collectLog(QtMsgType, const QMessageLogContext &, const QString &message)
{
    if (g_log)
        g_log->append(message);
}

} // namespace

/// Failures: what kind they are, whether the request is sent again and how often, and that no key
/// comes out with them.
class TestHttpChatErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"ponder.*=false"_s); }
    void statusAndBody_data();
    void statusAndBody();
    void everyStatusOnce_data();
    void everyStatusOnce();
    void triesAgainUntilItWorks();
    void waitsAsLongAsTheServerAsks_data();
    void waitsAsLongAsTheServerAsks();
    void retriesWhatFailsBeforeTheAnswer_data();
    void retriesWhatFailsBeforeTheAnswer();
    void inBandErrorBeforeTheAnswerIsRetried();
    void refusedConnection();
    void unknownHost();
    void keyNeverComesOut_data();
    void keyNeverComesOut();
};

void TestHttpChatErrors::statusAndBody_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("message");
    QTest::addColumn<bool>("retried");
    const auto row = [](const char *name, int status, const char *body, const char *kind,
                        const char *message, bool retried) {
        QTest::newRow(name) << status << QByteArray(body) << QString::fromLatin1(kind)
                            << QString::fromUtf8(message) << retried;
    };
    row("OpenAI, wrong key", 401,
        R"({"error":{"message":"Incorrect API key","type":"invalid_request_error","param":null,"code":"invalid_api_key"}})",
        "auth", "Incorrect API key", false);
    row("DeepSeek, no credit", 402,
        R"({"error":{"message":"Insufficient Balance","type":"unknown_error","param":null,"code":"invalid_request_error"}})",
        "balance", "Insufficient Balance", false);
    row("OpenRouter, moderation", 403,
        R"({"error":{"code":403,"message":"Input was flagged","metadata":{"reasons":["violence"],"flagged_input":"x"}}})",
        "moderation", "Input was flagged", false);
    row("OpenRouter, upstream", 429,
        R"({"error":{"code":429,"message":"Provider returned error","metadata":{"raw":"too many requests upstream","provider_name":"Novita"}}})",
        "rate_limit", "too many requests upstream", true);
    row("OpenRouter, none available", 503,
        R"({"error":{"code":503,"message":"No instances available"}})", "overloaded",
        "No instances available", true);
    row("GMI, nested", 400,
        R"({"error":{"message":"Backend request failed with status 400","type":"backend_error","code":400,"details":"{\"error\":{\"type\":\"x\",\"message\":\"inner words\"}}"}})",
        "bad_request", "inner words", false);
    row("GMI, plain text", 404, "No matching target server found for model foo", "not_found",
        "No matching target server found for model foo", false);
    row("SiliconFlow, flat", 400,
        R"({"code":20012,"message":"Model does not exist. Please check it carefully.","data":null})",
        "not_found", "Model does not exist. Please check it carefully.", false);
    row("Mistral, flat", 422,
        R"({"object":"error","message":"bad temperature","type":"invalid","param":null,"code":null})",
        "bad_request", "bad temperature", false);
    row("xAI, text", 400, R"({"code":"invalid","error":"No such field"})", "bad_request",
        "No such field", false);
    row("Anthropic, overloaded", 529,
        R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})",
        "overloaded", "Overloaded", true);
    row("Anthropic, too large", 413,
        R"({"type":"error","error":{"type":"request_too_large","message":"Too large"}})",
        "too_large", "Too large", false);
    row("llama-server, loading", 503,
        R"({"error":{"code":503,"message":"Loading model","type":"unavailable_error"}})",
        "overloaded", "Loading model", true);
    row("llama-server, context", 400,
        R"({"error":{"code":400,"message":"request (9000 tokens) exceeds the available context size (8192 tokens), try increasing it","type":"exceed_context_size_error","n_prompt_tokens":9000,"n_ctx":8192}})",
        "context_length",
        "request (9000 tokens) exceeds the available context size (8192 tokens), try increasing it",
        false);
    row("FastAPI", 422, R"({"detail":[{"loc":["body"],"msg":"field required","type":"missing"}]})",
        "bad_request", "body: field required", false);
    row("nginx page", 502,
        "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>", "server",
        "502 Bad Gateway", true);
    row("empty body", 500, "", "server", "HTTP 500 Status", true);
    row("quota wall as 429", 429,
        R"({"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","code":"insufficient_quota"}})",
        "balance", "You exceeded your current quota, please check your plan and billing details.",
        false);
}

void TestHttpChatErrors::statusAndBody()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, kind);
    QFETCH(QString, message);
    QFETCH(bool, retried);
    BackendFixture f({1, 1, 1, 1, 1});
    f.server.reply(ScriptedReply::body(status, "application/json", body));
    const auto turn = f.run();
    QVERIFY(turn);
    QVERIFY(turn->error);
    QCOMPARE(errorKindName(turn->error->kind), kind);
    QCOMPARE(turn->error->http, status);
    QCOMPARE(turn->error->message, message);
    QCOMPARE(f.server.requests().size(), retried ? std::size_t(kTries) : 1U);
    QCOMPARE(turn->retries.size(), retried ? 5U : 0U);
    QVERIFY(turn->batches.empty());
}

void TestHttpChatErrors::everyStatusOnce_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("retried");
    for (const int status :
         {400, 401, 402, 403, 404, 405, 406, 409, 410, 412, 413, 415, 418, 422, 451})
        QTest::addRow("%d", status) << status << false;
    for (const int status : {408, 429, 500, 502, 503, 504, 520, 529})
        QTest::addRow("%d", status) << status << true;
}

void TestHttpChatErrors::everyStatusOnce()
{
    QFETCH(int, status);
    QFETCH(bool, retried);
    BackendFixture f({1, 1, 1, 1, 1});
    f.server.reply(ScriptedReply::json(status, R"({"error":{"message":"no"}})"));
    const auto turn = f.run();
    QVERIFY(turn);
    QVERIFY(turn->error);
    QCOMPARE(turn->error->http, status);
    QCOMPARE(f.server.requests().size(), retried ? std::size_t(kTries) : 1U);
}

void TestHttpChatErrors::triesAgainUntilItWorks()
{
    BackendFixture f({5, 6, 7, 8, 9});
    f.server.reply(ScriptedReply::json(429, R"({"error":{"message":"slow down"}})"));
    f.server.reply(ScriptedReply::json(503, R"({"error":{"message":"busy"}})"));
    ScriptedReply cut;
    cut.reset();
    f.server.reply(cut);
    f.server.reply(ScriptedReply::events(shortAnswer()));
    const auto turn = f.run();
    QVERIFY(turn);
    QCOMPARE(turn->errorText(), u"none"_s);
    QCOMPARE(turn->text, shortAnswerText());
    QCOMPARE(turn->connecting, 4);
    QCOMPARE(turn->retries.size(), 3U);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(turn->retries[std::size_t(i)].attempt, i + 1);
        QCOMPARE(turn->retries[std::size_t(i)].maxAttempts, 5);
        QCOMPARE(turn->retries[std::size_t(i)].delayMs, 5 + i);
    }
    QCOMPARE(turn->retries[0].cause.kind, ErrorKind::RateLimit);
    QCOMPARE(turn->retries[1].cause.message, u"busy"_s);
    QCOMPARE(turn->retries[2].cause.kind, ErrorKind::Network);
    for (const RecordedRequest &request : f.server.requests())
        QCOMPARE(request.body, f.server.requests().front().body);
}

void TestHttpChatErrors::waitsAsLongAsTheServerAsks_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("delayMs"); // -1: not tried again
    QTest::newRow("none") << QByteArray() << 1;
    QTest::newRow("zero") << QByteArray("0") << 0;
    QTest::newRow("one second") << QByteArray("1") << 1000;
    // The manual clock stands at 2026-01-02 03:04:05.
    QTest::newRow("date") << QByteArray("Fri, 02 Jan 2026 03:04:06 GMT") << 1000;
    QTest::newRow("date in the past") << QByteArray("Fri, 02 Jan 2026 03:04:00 GMT") << 0;
    QTest::newRow("longer than we wait") << QByteArray("3600") << -1;
    QTest::newRow("nonsense") << QByteArray("soon") << 1;
}

void TestHttpChatErrors::waitsAsLongAsTheServerAsks()
{
    QFETCH(QByteArray, header);
    QFETCH(int, delayMs);
    BackendFixture f({1}); // and at most one second, see BackendFixture
    HeaderList headers;
    if (!header.isEmpty())
        headers.emplaceBack("Retry-After", header);
    f.server.reply(ScriptedReply::json(429, R"({"error":{"message":"slow down"}})", headers));
    f.server.reply(ScriptedReply::events(shortAnswer()));
    const auto turn = f.start();
    if (delayMs < 0) {
        QVERIFY(turn->run());
        QCOMPARE(turn->error->kind, ErrorKind::RateLimit);
        QCOMPARE(turn->error->retryAfterMs, std::optional(3'600'000));
        QCOMPARE(f.server.requests().size(), 1U);
        return;
    }
    QTRY_COMPARE(turn->retries.size(), 1U);
    QCOMPARE(turn->retries.front().delayMs, delayMs);
    turn->turn->retryNow();
    QVERIFY(turn->run());
    QCOMPARE(turn->errorText(), u"none"_s);
}

void TestHttpChatErrors::retriesWhatFailsBeforeTheAnswer_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    ScriptedReply closed;
    closed.close();
    QTest::newRow("closed without a byte") << closed;
    ScriptedReply cut;
    cut.reset();
    QTest::newRow("reset without a byte") << cut;
    ScriptedReply halfHead;
    halfHead.send("HTTP/1.1 200 OK\r\nContent-Ty").close();
    QTest::newRow("closed in the head") << halfHead;
    ScriptedReply comment;
    comment.eventHead().send(": keep-alive\n\n").close();
    QTest::newRow("closed after a comment") << comment;
    ScriptedReply role;
    role.eventHead()
        .send("data: "
              "{\"model\":\"m\",\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]"
              "}\n\n")
        .reset();
    QTest::newRow("reset after the role") << role;
}

void TestHttpChatErrors::retriesWhatFailsBeforeTheAnswer()
{
    QFETCH(ScriptedReply, reply);
    BackendFixture f({1, 1, 1, 1, 1});
    f.server.reply(reply);
    const auto turn = f.run();
    QVERIFY(turn);
    QVERIFY(turn->error);
    QCOMPARE(turn->error->kind, ErrorKind::Network);
    QCOMPARE(f.server.requests().size(),
             std::size_t(kTries)); // ours alone: Qt repeats none by itself
}

void TestHttpChatErrors::inBandErrorBeforeTheAnswerIsRetried()
{
    BackendFixture f({1, 1, 1, 1, 1});
    f.server.reply(ScriptedReply::events("data: {\"error\":{\"code\":503,\"message\":\"busy\"}}\n\n"
                                         "data: [DONE]\n\n"));
    f.server.reply(ScriptedReply::events(shortAnswer()));
    const auto turn = f.run();
    QVERIFY(turn);
    QCOMPARE(turn->errorText(), u"none"_s);
    QCOMPARE(turn->retries.size(), 1U);
    QCOMPARE(turn->text, shortAnswerText());

    BackendFixture later({1, 1, 1, 1, 1});
    later.server.reply(ScriptedReply::events(
        brokenAnswer() + "data: {\"error\":{\"code\":503,\"message\":\"busy\"}}\n\n"));
    const auto broken = later.run();
    QVERIFY(broken);
    QCOMPARE(broken->error->message, u"busy"_s);
    QCOMPARE(broken->text, u"Half a sen"_s);
    QCOMPARE(broken->retries.size(), 0U);
}

void TestHttpChatErrors::refusedConnection()
{
    BackendFixture f({1, 1});
    QTcpServer closedPort;
    QVERIFY(closedPort.listen(QHostAddress::LocalHost));
    f.profile.baseUrl = u"http://127.0.0.1:%1/v1"_s.arg(closedPort.serverPort());
    closedPort.close();
    const auto turn = f.run();
    QVERIFY(turn);
    // A program that is not there does not come by asking again: said at once.
    QCOMPARE(turn->error->kind, ErrorKind::NotRunning);
    QVERIFY2(turn->error->message.contains(u"Nothing listens at 127.0.0.1:"_s),
             qPrintable(turn->error->message));
    QCOMPARE(turn->retries.size(), 0U);
}

void TestHttpChatErrors::unknownHost()
{
    BackendFixture f;
    f.profile.proxy = u"none"_s;
    f.profile.baseUrl = u"http://no-such-host.invalid/v1"_s;
    const auto turn = f.run(60'000);
    QVERIFY(turn);
    QCOMPARE(turn->error->kind, ErrorKind::Network);
    QVERIFY2(turn->error->message.contains(u"no-such-host.invalid"_s),
             qPrintable(turn->error->message));
}

void TestHttpChatErrors::keyNeverComesOut_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    const QByteArray key = BackendFixture::key().toLatin1();
    QTest::newRow("error body") << ScriptedReply::json(
        401, "{\"error\":{\"message\":\"Incorrect API key provided: " + key + "\"}}");
    QTest::newRow("plain text") << ScriptedReply::body(400, "text/plain", "bad header " + key);
    QTest::newRow("in the stream") << ScriptedReply::events("data: {\"error\":{\"message\":\"key " +
                                                            key + " is over its limit\"}}\n\n");
    QTest::newRow("web page") << ScriptedReply::body(
        200, "text/html", "<html><title>Key " + key + "</title><body>" + key + "</body></html>");
    QTest::newRow("redirect") << ScriptedReply::redirect(307, "http://elsewhere.example/" + key);
    ScriptedReply notHttp;
    notHttp.send(key + "\r\n\r\n").close();
    QTest::newRow("not HTTP") << notHttp;
}

void TestHttpChatErrors::keyNeverComesOut()
{
    QFETCH(ScriptedReply, reply);
    QLoggingCategory::setFilterRules(u"ponder.*=true"_s);
    QStringList log;
    g_log = &log;
    const QtMessageHandler before = qInstallMessageHandler(collectLog);
    BackendFixture f({1});
    f.server.reply(reply);
    const auto turn = f.run();
    qInstallMessageHandler(before);
    g_log = nullptr;
    QLoggingCategory::setFilterRules(u"ponder.*=false"_s);

    QVERIFY(turn);
    QVERIFY(turn->error);
    QStringList everything = log;
    everything << turn->error->message << turn->error->detail;
    for (const auto &retry : turn->retries)
        everything << retry.cause.message << retry.cause.detail;
    for (const QString &text : everything)
        QVERIFY2(!text.contains(BackendFixture::key()), qPrintable(text));
    QVERIFY(!log.isEmpty());
}

QTEST_GUILESS_MAIN(TestHttpChatErrors)
#include "tst_HttpChatErrors.moc"
