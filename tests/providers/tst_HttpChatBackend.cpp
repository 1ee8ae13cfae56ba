#include "base/Redactor.h"
#include "providers/BackendFixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

/// What a request looks like on the wire, and an answer that comes without trouble.
class TestHttpChatBackend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTheRequest();
    void buildsTheAddress_data();
    void buildsTheAddress();
    void neverSignalsFromInsideStart();
    void reads_data();
    void reads();
    void saysThatTheServerIsAlive_data();
    void saysThatTheServerIsAlive();
    void readsAWholeBody();
    void usesTheConnectionAgain();
    void streamsManyAnswersAtOnce();
    void needsAKey_data();
    void needsAKey();
    void refusesAKeyThatCannotBeOne();
    void profileHeadersAreSentButCannotReplaceTheKey();
    void refusesABaseUrlThatCannotWork();
};

void TestHttpChatBackend::sendsTheRequest()
{
    BackendFixture f;
    f.server.reply(ScriptedReply::events(shortAnswer()));
    f.request.parameters = {{u"temperature"_s, 0.6}};
    const auto turn = f.run();
    QVERIFY(turn);
    QCOMPARE(turn->errorText(), u"none"_s);
    QCOMPARE(turn->connecting, 1);

    QCOMPARE(f.server.requests().size(), 1U);
    const RecordedRequest &request = f.server.requests().front();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/v1/chat/completions"));
    QCOMPARE(request.header("Authorization"), QByteArray("Bearer sk-scripted-0123456789abcdef"));
    QCOMPARE(request.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(request.header("User-Agent"), QByteArray("Ponder/" PONDER_VERSION));
    QVERIFY(request.header("Accept").startsWith("text/event-stream"));
    QVERIFY(request.header("Accept-Encoding").contains("gzip"));
    QVERIFY(!request.hasHeader("Cookie"));
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    QCOMPARE(body.value(u"model"), QJsonValue(u"deepseek-r1-0528"_s));
    QCOMPARE(body.value(u"temperature"), QJsonValue(0.6));
    QCOMPARE(body.value(u"stream"), QJsonValue(true));
}

void TestHttpChatBackend::buildsTheAddress_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<bool>("continues");
    QTest::addColumn<QString>("url");
    QTest::newRow("plain") << u"https://api.x.ai/v1"_s << false
                           << u"https://api.x.ai/v1/chat/completions"_s;
    QTest::newRow("trailing slash")
        << u"https://generativelanguage.googleapis.com/v1beta/openai/"_s << false
        << u"https://generativelanguage.googleapis.com/v1beta/openai/chat/completions"_s;
    QTest::newRow("no version") << u"https://api.deepseek.com"_s << false
                                << u"https://api.deepseek.com/chat/completions"_s;
    QTest::newRow("version 4") << u"https://open.bigmodel.cn/api/paas/v4"_s << false
                               << u"https://open.bigmodel.cn/api/paas/v4/chat/completions"_s;
    QTest::newRow("port and query") << u"http://localhost:8080/v1//?tenant=a%20b"_s << false
                                    << u"http://localhost:8080/v1/chat/completions?tenant=a%20b"_s;
    QTest::newRow("DeepSeek continues") << u"https://api.deepseek.com/"_s << true
                                        << u"https://api.deepseek.com/beta/chat/completions"_s;
    QTest::newRow("DeepSeek /v1 continues") << u"https://api.deepseek.com/v1"_s << true
                                            << u"https://api.deepseek.com/beta/chat/completions"_s;
    QTest::newRow("a gateway continues") << u"https://gateway.example/deepseek"_s << true
                                         << u"https://gateway.example/deepseek/chat/completions"_s;
}

void TestHttpChatBackend::buildsTheAddress()
{
    QFETCH(QString, base);
    QFETCH(bool, continues);
    QFETCH(QString, url);
    ProviderProfile profile;
    profile.baseUrl = base;
    ChatRequest request;
    request.continueStyle = ContinueStyle::PrefixFlag;
    request.continues = continues;
    QCOMPARE(HttpChatBackend::chatUrl(profile, request).toString(QUrl::FullyEncoded), url);
}

void TestHttpChatBackend::neverSignalsFromInsideStart()
{
    BackendFixture f;
    f.profile.baseUrl = u"not a url"_s; // fails as early as anything can
    const auto turn = f.start();
    QCOMPARE(turn->finishedCount, 0);
    QVERIFY(turn->run());
    QCOMPARE(turn->finishedCount, 1);
}

void TestHttpChatBackend::reads_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::newRow("ends with the connection") << ScriptedReply::events(shortAnswer());
    QTest::newRow("one byte a write") << ScriptedReply::events(shortAnswer(), 1);
    QTest::newRow("chunked") << ScriptedReply::chunkedEvents(shortAnswer());
    QTest::newRow("chunks of 5 bytes") << ScriptedReply::chunkedEvents(shortAnswer(), 5);
    QTest::newRow("with its length")
        << ScriptedReply::body(200, "text/event-stream; charset=utf-8", shortAnswer());
    QTest::newRow("gzip") << ScriptedReply::body(200, "text/event-stream;charset=utf-8",
                                                 gzipped(shortAnswer()),
                                                 {{"Content-Encoding", "gzip"}});
    ScriptedReply slowHead;
    slowHead.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n", 3)
        .send(shortAnswer(), 50)
        .close();
    QTest::newRow("slow headers") << slowHead;
    ScriptedReply plain;
    plain.head(200, {{"Content-Type", "text/plain"}}).send(shortAnswer(), 11).close();
    QTest::newRow("wrong content type") << plain;
    ScriptedReply untyped;
    untyped.head(200).send(shortAnswer(), 1).close();
    QTest::newRow("no content type") << untyped;
    ScriptedReply lingering;
    lingering.eventHead().send(shortAnswer()).stall();
    QTest::newRow("stays open after [DONE]") << lingering;
}

void TestHttpChatBackend::reads()
{
    QFETCH(ScriptedReply, reply);
    BackendFixture f;
    f.server.reply(reply);
    const auto turn = f.run();
    QVERIFY(turn);
    QCOMPARE(turn->errorText(), u"none"_s);
    QCOMPARE(turn->text, shortAnswerText());
    QCOMPARE(turn->reasoning, u"Hm."_s);
    QCOMPARE(turn->model, u"m-1"_s);
    QCOMPARE(turn->finish, std::optional(FinishReason::Stop));
    QVERIFY(turn->usage);
    QCOMPARE(turn->usage->completionTokens, std::optional<qint64>(7));
    QCOMPARE(turn->finishedCount, 1);
}

void TestHttpChatBackend::saysThatTheServerIsAlive_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::newRow("comment") << QByteArray(": OPENROUTER PROCESSING\n\n");
    QTest::newRow("keep-alive comments") << QByteArray(": keep-alive\n\n: keep-alive\n\n");
    QTest::newRow("blank lines") << QByteArray("\n\n\n");
    QTest::newRow("headers only") << QByteArray();
}

void TestHttpChatBackend::saysThatTheServerIsAlive()
{
    QFETCH(QByteArray, first);
    BackendFixture f;
    ScriptedReply reply;
    reply.eventHead().send(first).stall().send(first).send(shortAnswer()).close();
    f.server.reply(reply);
    const auto turn = f.start();
    QTRY_COMPARE(turn->queued, 1);
    QVERIFY(turn->batches.empty());
    f.server.proceed();
    QVERIFY(turn->run());
    QCOMPARE(turn->queued, 1);
    QCOMPARE(turn->text, shortAnswerText());
}

void TestHttpChatBackend::readsAWholeBody()
{
    BackendFixture f;
    f.request.stream = false;
    ScriptedReply reply;
    reply.head(200, {{"Content-Type", "application/json"}})
        .send("\n\n\n") // DeepSeek sends blank lines while a request waits
        .wait(10)
        .send(R"({"choices":[{"message":{"content":"9.9","reasoning_content":"Compare."},)"
              R"("finish_reason":"stop"}]})",
              9)
        .close();
    f.server.reply(reply);
    const auto turn = f.run();
    QVERIFY(turn);
    QCOMPARE(turn->errorText(), u"none"_s);
    QCOMPARE(turn->text, u"9.9"_s);
    QCOMPARE(turn->reasoning, u"Compare."_s);
    QCOMPARE(f.server.requests().front().header("Accept"), QByteArray("application/json"));
}

void TestHttpChatBackend::usesTheConnectionAgain()
{
    BackendFixture f;
    // Without [DONE] the turn ends with its reply, so the connection is free by then.
    const QByteArray stream = shortAnswer().replace("data: [DONE]\n\n", "");
    f.server.reply(ScriptedReply::chunkedEvents(stream));
    for (int i = 0; i < 3; ++i)
        QVERIFY(f.run());
    QCOMPARE(f.server.requests().size(), 3U);
    QCOMPARE(f.server.connectionCount(), 1);
    QCOMPARE(f.server.openConnections(), 1);

    // With [DONE] it ends a few bytes earlier; the connection is not cut for that.
    BackendFixture early;
    early.server.reply(ScriptedReply::chunkedEvents(shortAnswer()));
    QVERIFY(early.run());
    QVERIFY(!QTest::qWaitFor([&] { return early.server.openConnections() == 0; }, 100));
    QCOMPARE(early.server.abandonedReplies(), 0);
}

void TestHttpChatBackend::streamsManyAnswersAtOnce()
{
    // One network access manager would hold the seventh request to a host back.
    BackendFixture f;
    ScriptedReply reply;
    reply.eventHead().send(brokenAnswer()).stall();
    f.server.reply(reply);
    std::vector<std::unique_ptr<TurnRecorder>> turns;
    for (int i = 0; i < 10; ++i)
        turns.push_back(f.start());
    for (const auto &turn : turns)
        QTRY_COMPARE(turn->text, u"Half a sen"_s);
    QCOMPARE(f.server.openConnections(), 10);
    turns.clear(); // destroying a turn cancels it
    QTRY_COMPARE(f.server.openConnections(), 0);
    QCOMPARE(f.server.abandonedReplies(), 10);
}

void TestHttpChatBackend::needsAKey_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("needsKey");
    QTest::addColumn<bool>("keychainRefuses");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("has one") << u"sk-0123456789abcdef"_s << true << false << QString()
                             << QByteArray("Bearer sk-0123456789abcdef");
    QTest::newRow("pasted with a line end")
        << u" sk-0123456789abcdef\n"_s << true << false << QString()
        << QByteArray("Bearer sk-0123456789abcdef");
    QTest::newRow("has none") << QString() << true << false << u"no_key"_s << QByteArray();
    QTest::newRow("needs none") << QString() << false << false << QString() << QByteArray();
    QTest::newRow("locked") << QString() << true << true << u"keychain"_s << QByteArray();
    QTest::newRow("locked, but needs none")
        << QString() << false << true << QString() << QByteArray();
}

void TestHttpChatBackend::needsAKey()
{
    QFETCH(QString, key);
    QFETCH(bool, needsKey);
    QFETCH(bool, keychainRefuses);
    QFETCH(QString, error);
    QFETCH(QByteArray, header);
    BackendFixture f;
    f.server.reply(ScriptedReply::events(shortAnswer()));
    f.secrets.setKey(f.profile.id, key);
    f.profile.needsKey = needsKey;
    if (keychainRefuses)
        f.secrets.refuseWith({ErrorKind::Keychain, 0, u"The keychain is locked."_s, {}, {}});
    const auto turn = f.run();
    QVERIFY(turn);
    QCOMPARE(turn->error ? errorKindName(turn->error->kind) : QString(), error);
    QCOMPARE(f.server.requests().size(), error.isEmpty() ? 1U : 0U);
    if (error.isEmpty())
        QCOMPARE(f.server.requests().front().header("Authorization"), header);
}

void TestHttpChatBackend::refusesAKeyThatCannotBeOne()
{
    BackendFixture f;
    f.secrets.setKey(f.profile.id, u"sk-1234\r\nX-Injected: yes"_s);
    const auto turn = f.run();
    QVERIFY(turn);
    QCOMPARE(turn->error->kind, ErrorKind::Auth);
    QVERIFY(!turn->error->message.contains(u"sk-1234"_s));
    QCOMPARE(f.server.requests().size(), 0U);
}

void TestHttpChatBackend::profileHeadersAreSentButCannotReplaceTheKey()
{
    BackendFixture f;
    f.server.reply(ScriptedReply::events(shortAnswer()));
    f.profile.headers = {{u"X-Title"_s, u"Ponder"_s},
                         {u"authorization"_s, u"Bearer other"_s},
                         {u"Host"_s, u"elsewhere.example"_s}};
    QVERIFY(f.run());
    const RecordedRequest &request = f.server.requests().front();
    QCOMPARE(request.header("X-Title"), QByteArray("Ponder"));
    QCOMPARE(request.header("Authorization"), "Bearer " + BackendFixture::key().toLatin1());
    QVERIFY(request.header("Host").startsWith("127.0.0.1:"));
}

void TestHttpChatBackend::refusesABaseUrlThatCannotWork()
{
    for (const QString &url : {u""_s, u"api.x.ai/v1"_s, u"ftp://host/v1"_s, u"https:///v1"_s,
                               u"https://me:secret@host/v1"_s, u"file:///etc/passwd"_s}) {
        BackendFixture f;
        f.profile.baseUrl = url;
        const auto turn = f.run();
        QVERIFY(turn);
        QVERIFY2(turn->error, qPrintable(url));
        QCOMPARE(turn->error->kind, ErrorKind::Usage);
        QVERIFY(!turn->error->message.contains(u"secret"_s));
        QVERIFY(f.secrets.reads().isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestHttpChatBackend)
#include "tst_HttpChatBackend.moc"
