#include "providers/BackendFixture.h"

#include <QFile>
#include <QLoggingCategory>
#include <QTcpServer>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

#ifdef __SANITIZE_ADDRESS__
/// AddressSanitizer keeps up to 256 MiB of what was freed, to notice who still uses it. That would
/// count as memory of the program below, the more the smaller the pieces are that come in.
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options()
{
    return "quarantine_size_mb=4:thread_local_quarantine_size_kb=64";
}
#endif

namespace {

/// From now on peakMemoryKiB() tells of what comes, not of what was. Where the kernel does not let
/// it, it goes on telling of both.
void forgetPeakMemory()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

/// The most memory this process has used since, in KiB.
qint64 peakMemoryKiB()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').value(0).toLongLong();
    }
    return -1;
}

} // namespace

/// Servers that are slow, silent or endless, and people who stop waiting for them.
class TestHttpChatTimeouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"ponder.*=false"_s); }
    void silenceEndsTheTurn_data();
    void silenceEndsTheTurn();
    void aSilentEndIsAnEnd();
    void anyByteKeepsItAlive_data();
    void anyByteKeepsItAlive();
    void noConnection();
    void cancelClosesTheConnection_data();
    void cancelClosesTheConnection();
    void cancelBeforeAnythingHappened();
    void cancelDuringTheWaitForATry();
    void cancelKeepsWhatWasHeldBack();
    void cancelTwiceIsOnce();
    void retryNowEndsTheWait();
    void oneEndlessLine_data();
    void oneEndlessLine();
};

void TestHttpChatTimeouts::silenceEndsTheTurn_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::addColumn<QString>("text");
    ScriptedReply nothing;
    nothing.stall();
    QTest::newRow("no byte at all") << nothing << QString();
    ScriptedReply head;
    head.eventHead().stall();
    QTest::newRow("only a head") << head << QString();
    ScriptedReply started;
    started.eventHead().send(brokenAnswer()).stall();
    QTest::newRow("in the middle") << started << u"Half a sen"_s;
}

void TestHttpChatTimeouts::silenceEndsTheTurn()
{
    QFETCH(ScriptedReply, reply);
    QFETCH(QString, text);
    BackendFixture f({1, 1, 1});
    f.profile.idleTimeoutMs = 500;
    f.server.reply(reply);
    const auto turn = f.run();
    QVERIFY(turn);
    QVERIFY(turn->error);
    QCOMPARE(turn->error->kind, ErrorKind::Timeout);
    QVERIFY2(turn->error->message.contains(u"127.0.0.1"_s), qPrintable(turn->error->message));
    QCOMPARE(turn->text, text);
    QCOMPARE(f.server.requests().size(), 1U); // waiting again would double the wait
    QTRY_COMPARE(f.server.openConnections(), 0);
}

void TestHttpChatTimeouts::aSilentEndIsAnEnd()
{
    // A server that gives a finish reason, but neither says [DONE] nor closes.
    BackendFixture f;
    ScriptedReply reply;
    reply.eventHead().send(shortAnswer().replace("data: [DONE]\n\n", "")).stall();
    f.server.reply(reply);
    const auto turn = f.run(15'000); // the profile would allow ten minutes
    QVERIFY(turn);
    QCOMPARE(turn->errorText(), u"none"_s);
    QCOMPARE(turn->finish, std::optional(FinishReason::Stop));
    QTRY_COMPARE(f.server.openConnections(), 0);
}

void TestHttpChatTimeouts::anyByteKeepsItAlive_data()
{
    QTest::addColumn<QByteArray>("sign");
    QTest::newRow("comments") << QByteArray(": keep-alive\n\n");
    QTest::newRow("blank lines") << QByteArray("\n");
    QTest::newRow("half a comment") << QByteArray(":");
}

void TestHttpChatTimeouts::anyByteKeepsItAlive()
{
    QFETCH(QByteArray, sign);
    BackendFixture f;
    f.profile.idleTimeoutMs = 1'500;
    ScriptedReply reply;
    reply.eventHead();
    for (int i = 0; i < 10; ++i)
        reply.wait(250).send(sign); // 2.5 s in all
    reply.send("\n\n" + shortAnswer()).close();
    f.server.reply(reply);
    const auto turn = f.run();
    QVERIFY(turn);
    QCOMPARE(turn->errorText(), u"none"_s);
    QCOMPARE(turn->text, shortAnswerText());
    QCOMPARE(turn->queued, 1);
}

void TestHttpChatTimeouts::noConnection()
{
    // A listener whose queue is full takes no further connection and refuses none.
    QTcpServer full;
    full.setListenBacklogSize(1);
    QVERIFY(full.listen(QHostAddress::LocalHost));
    full.pauseAccepting();
    std::vector<std::unique_ptr<QTcpSocket>> waiting;
    do {
        waiting.push_back(std::make_unique<QTcpSocket>());
        waiting.back()->connectToHost(QHostAddress::LocalHost, full.serverPort());
    } while (waiting.back()->waitForConnected(200) && waiting.size() < 100);

    BackendFixture f({1});
    f.profile.baseUrl = u"http://127.0.0.1:%1/v1"_s.arg(full.serverPort());
    f.profile.connectTimeoutMs = 300;
    const auto turn = f.run();
    QVERIFY(turn);
    QVERIFY(turn->error);
    QCOMPARE(turn->error->kind, ErrorKind::Network);
    QVERIFY2(turn->error->message.contains(u"No connection"_s), qPrintable(turn->error->message));
    QCOMPARE(turn->retries.size(), 1U);
}

void TestHttpChatTimeouts::cancelClosesTheConnection_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::addColumn<bool>("tls");
    ScriptedReply nothing;
    nothing.stall();
    ScriptedReply started;
    started.eventHead().send(brokenAnswer()).stall();
    QTest::newRow("before the first byte") << nothing << false;
    QTest::newRow("in the middle") << started << false;
}

void TestHttpChatTimeouts::cancelClosesTheConnection()
{
    QFETCH(ScriptedReply, reply);
    BackendFixture f({1, 1});
    f.server.reply(reply);
    const auto turn = f.start();
    QTRY_COMPARE(f.server.requests().size(), 1U);
    if (reply.steps().size() > 1)
        QTRY_COMPARE(turn->text, u"Half a sen"_s);
    QCOMPARE(f.server.openConnections(), 1);
    turn->turn->cancel();
    QCOMPARE(turn->finishedCount, 0); // not from inside cancel()
    QVERIFY(turn->run());
    QCOMPARE(turn->errorText(), u"none"_s);
    QVERIFY(!turn->finish);
    QTRY_COMPARE(f.server.openConnections(), 0);
    QCOMPARE(f.server.abandonedReplies(), 1);
    QCOMPARE(f.server.requests().size(), 1U);
}

void TestHttpChatTimeouts::cancelBeforeAnythingHappened()
{
    BackendFixture f;
    const auto turn = f.start();
    turn->turn->cancel();
    QVERIFY(turn->run());
    QCOMPARE(turn->errorText(), u"none"_s);
    QCoreApplication::processEvents();
    QCOMPARE(turn->finishedCount, 1);
    QCOMPARE(turn->connecting, 0);
    QCOMPARE(f.server.requests().size(), 0U);
}

void TestHttpChatTimeouts::cancelDuringTheWaitForATry()
{
    BackendFixture f({60'000});
    f.server.reply(ScriptedReply::json(503, "{}"));
    const auto turn = f.start();
    QTRY_COMPARE(turn->retries.size(), 1U);
    turn->turn->cancel();
    QVERIFY(turn->run(1'000));
    QCOMPARE(turn->errorText(), u"none"_s);
    QCOMPARE(f.server.requests().size(), 1U);
}

void TestHttpChatTimeouts::cancelKeepsWhatWasHeldBack()
{
    BackendFixture f;
    ScriptedReply reply;
    // "<th" may be the beginning of a think tag, so it waits for what comes next.
    reply.eventHead()
        .send("data: {\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"<th\"}}]}\n\n")
        .stall();
    f.server.reply(reply);
    const auto turn = f.start();
    QTRY_COMPARE(turn->model, u"m"_s);
    QCOMPARE(turn->text, QString());
    turn->turn->cancel();
    QVERIFY(turn->run());
    QCOMPARE(turn->text, u"<th"_s);
    QCOMPARE(turn->errorText(), u"none"_s);
}

void TestHttpChatTimeouts::cancelTwiceIsOnce()
{
    BackendFixture f;
    ScriptedReply nothing;
    nothing.stall();
    f.server.reply(nothing);
    const auto turn = f.start();
    QTRY_COMPARE(f.server.requests().size(), 1U);
    turn->turn->cancel();
    turn->turn->cancel();
    QVERIFY(turn->run());
    turn->turn->cancel();
    turn->turn->retryNow();
    QCoreApplication::processEvents();
    QCOMPARE(turn->finishedCount, 1);
}

void TestHttpChatTimeouts::retryNowEndsTheWait()
{
    BackendFixture f({60'000});
    f.server.reply(ScriptedReply::json(429, "{}"));
    f.server.reply(ScriptedReply::events(shortAnswer()));
    const auto turn = f.start();
    turn->turn->retryNow(); // nothing to end yet
    QTRY_COMPARE(turn->retries.size(), 1U);
    turn->turn->retryNow();
    QVERIFY(turn->run(5'000));
    QCOMPARE(turn->text, shortAnswerText());
}

void TestHttpChatTimeouts::oneEndlessLine_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<qint64>("limitKiB");
    const qint64 MiB = 1024;
    QTest::newRow("event stream") << QByteArray("text/event-stream") << QByteArray("data: ")
                                  << 64 * MiB;
    QTest::newRow("event stream, JSON text")
        << QByteArray("text/event-stream")
        << QByteArray("data: {\"choices\":[{\"delta\":{\"content\":\"") << 64 * MiB;
    QTest::newRow("stray text") << QByteArray("text/event-stream") << QByteArray("x") << 64 * MiB;
    QTest::newRow("JSON body") << QByteArray("application/json") << QByteArray("{\"a\":\"")
                               << 200 * MiB;
}

void TestHttpChatTimeouts::oneEndlessLine()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, begin);
    QFETCH(qint64, limitKiB);
    const qint64 total = qint64(1) << 30;
    BackendFixture f({1});
    ScriptedReply reply;
    reply.head(200, {{"Content-Type", contentType}})
        .send(begin)
        .flood(QByteArray(64 * 1024, 'a'), total)
        .close();
    f.server.reply(reply);
    forgetPeakMemory();
    const qint64 before = peakMemoryKiB();
    const auto turn = f.run(60'000);
    QVERIFY(turn);
    QVERIFY(turn->error);
    QCOMPARE(turn->error->kind, ErrorKind::Protocol);
    QCOMPARE(f.server.requests().size(), 1U);
    // It is given up long before its end, and the connection with it.
    QVERIFY2(f.server.bytesSent() < total / 2, qPrintable(QString::number(f.server.bytesSent())));
    QTRY_COMPARE(f.server.openConnections(), 0);
    const qint64 grown = peakMemoryKiB() - before;
    QVERIFY2(grown < limitKiB, qPrintable(u"grew by %1 KiB"_s.arg(grown)));
}

QTEST_GUILESS_MAIN(TestHttpChatTimeouts)
#include "tst_HttpChatTimeouts.moc"
