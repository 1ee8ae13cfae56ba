#include "providers/BackendFixture.h"
#include "wire/DecodedAnswer.h"

#include <QLoggingCategory>
#include <QTest>

using namespace ponder;
using namespace ponder::test;
using namespace Qt::StringLiterals;

/// Every recorded kind of reply through a real socket: it must mean what its bytes mean, however
/// they travel, and every failure in it must come out as the end of the turn and nowhere else.
class TestHttpChatReplies : public QObject
{
    Q_OBJECT

private:
    /// How the bytes travel.
    enum class Way { Plain, OneByteWrites, Chunked, Gzip, WrongLength };
    static ScriptedReply scripted(Way way, const RecordedReply &reply);

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"ponder.*=false"_s); }
    void meansTheSameOverASocket_data();
    void meansTheSameOverASocket();
    void keepsEverythingOfACutStream_data();
    void keepsEverythingOfACutStream();
};

ScriptedReply TestHttpChatReplies::scripted(Way way, const RecordedReply &reply)
{
    const HeaderList type = reply.contentType.isEmpty()
                                ? HeaderList()
                                : HeaderList{{"Content-Type", reply.contentType}};
    HeaderList headers = type;
    ScriptedReply script;
    switch (way) {
    case Way::Plain:
        script.head(200, headers).send(reply.body, 40).close();
        break;
    case Way::OneByteWrites:
        script.head(200, headers).send(reply.body, 1).close();
        break;
    case Way::Chunked:
        headers.emplaceBack("Transfer-Encoding", "chunked");
        script.head(200, headers);
        for (qsizetype at = 0; at < reply.body.size(); at += 13)
            script.chunk(reply.body.mid(at, 13));
        script.lastChunk();
        break;
    case Way::Gzip:
        headers.emplaceBack("Content-Encoding", "gzip");
        script.head(200, headers).send(gzipped(reply.body), 25).close();
        break;
    case Way::WrongLength: // promises more than comes
        headers.emplaceBack("Content-Length", QByteArray::number(reply.body.size() + 1000));
        script.head(200, headers).send(reply.body).close();
        break;
    }
    return script;
}

void TestHttpChatReplies::meansTheSameOverASocket_data()
{
    QTest::addColumn<int>("fixture");
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("gatherMs");
    const std::vector<RecordedReply> fixtures = replyFixtures();
    QVERIFY(fixtures.size() > 80);
    for (const auto &[gatherMs, arrival] :
         {std::pair(0, "as it comes"), std::pair(2, "gathered")}) {
        for (std::size_t i = 0; i < fixtures.size(); ++i) {
            const RecordedReply &reply = fixtures[i];
            const auto add = [&](Way way, const char *wayName) {
                QTest::addRow("%s, %s, %s", qUtf8Printable(reply.name), wayName, arrival)
                    << int(i) << int(way) << gatherMs;
            };
            add(Way::Plain, "plain");
            if (reply.body.size() < 2000)
                add(Way::OneByteWrites, "one byte");
            add(Way::Chunked, "chunked");
            if (!reply.body.isEmpty())
                add(Way::Gzip, "gzip");
            add(Way::WrongLength, "wrong length");
        }
    }
}

void TestHttpChatReplies::meansTheSameOverASocket()
{
    QFETCH(int, fixture);
    QFETCH(int, way);
    QFETCH(int, gatherMs);
    static const std::vector<RecordedReply> fixtures = replyFixtures();
    const RecordedReply &reply = fixtures[static_cast<std::size_t>(fixture)];
    const DecodedAnswer expected = decodedWhole(reply.contentType, reply.body);

    BackendFixture f;
    f.backend.setGatherMs(gatherMs);
    f.server.reply(scripted(static_cast<Way>(way), reply));
    const auto turn = f.run();
    QVERIFY(turn);
    QCOMPARE(turn->finishedCount, 1);
    QCOMPARE(turn->errorDeltas, 0);
    QCOMPARE(f.server.requests().size(), 1U);

    DecodedAnswer got;
    for (const Deltas &batch : turn->batches)
        got.apply(batch);
    QCOMPARE(got.segments, expected.segments);
    QCOMPARE(got.usage, expected.usage);
    QCOMPARE(got.model, expected.model);
    QCOMPARE(got.finish.has_value(), expected.finish.has_value());
    if (got.finish)
        QCOMPARE(got.finish->reason, expected.finish->reason);

    const std::optional<Error> &error = expected.end.error;
    if (static_cast<Way>(way) == Way::WrongLength && error && error->kind == ErrorKind::Protocol) {
        // A broken connection explains why the bytes make no sense, if it is noticed before them.
        QVERIFY(turn->error);
        QVERIFY(turn->error->kind == ErrorKind::Network || turn->error->kind == error->kind);
    } else if (error) {
        QCOMPARE(
            turn->errorText(),
            u"%1 %2: %3"_s.arg(errorKindName(error->kind)).arg(error->http).arg(error->message));
    } else if (expected.end.complete) {
        QCOMPARE(turn->errorText(), u"none"_s);
    } else {
        QVERIFY(turn->error);
        QCOMPARE(turn->error->kind, ErrorKind::Network);
    }
}

void TestHttpChatReplies::keepsEverythingOfACutStream_data()
{
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("cut");
    const QByteArray stream = shortAnswer();
    const qsizetype textEnd = stream.indexOf("\n\n", stream.indexOf("content\":\"Hello")) + 2;
    const qsizetype midWord = stream.indexOf("lo, ");
    for (const auto &[end, name] :
         {std::pair(0, "closed"), std::pair(1, "reset"), std::pair(2, "killed")}) {
        QTest::addRow("%s after the text", name) << end << int(textEnd);
        QTest::addRow("%s in the middle of an event", name) << end << int(midWord);
    }
}

void TestHttpChatReplies::keepsEverythingOfACutStream()
{
    QFETCH(int, end);
    QFETCH(int, cut);
    BackendFixture f({1, 1, 1, 1, 1});
    ScriptedReply reply;
    reply.eventHead().send(shortAnswer().left(cut)).stall();
    if (end == 0)
        reply.close();
    else
        reply.reset();
    f.server.reply(reply);
    const auto turn = f.start();
    QTRY_COMPARE(turn->reasoning, u"Hm."_s);
    const bool hasText = cut > shortAnswer().indexOf("content\":\"Hello") + 20;
    if (hasText)
        QTRY_COMPARE(turn->text, shortAnswerText());
    if (end == 2)
        f.server.kill();
    else
        f.server.proceed();
    QVERIFY(turn->run());
    QVERIFY(turn->error);
    QCOMPARE(turn->error->kind, ErrorKind::Network);
    QCOMPARE(turn->reasoning, u"Hm."_s);
    QCOMPARE(turn->text, hasText ? shortAnswerText() : QString());
    QVERIFY(!turn->finish);
    // Something was said: asking again would cost money and throw it away.
    QCOMPARE(turn->retries.size(), 0U);
    QCOMPARE(f.server.requests().size(), 1U);
}

QTEST_GUILESS_MAIN(TestHttpChatReplies)
#include "tst_HttpChatReplies.moc"
