#include "providers/BackendFixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

/// Requests that are sent a second time on purpose: to another path, or with another treatment of
/// earlier reasoning.
class TestHttpChatTurn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"ponder.*=false"_s); }
    void switchesReasoningReplayOnDemand_data();
    void switchesReasoningReplayOnDemand();
    void redirects_data();
    void redirects();
    void mayBeDestroyedByItsListener_data();
    void mayBeDestroyedByItsListener();
};

void TestHttpChatTurn::switchesReasoningReplayOnDemand_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<QString>("message");
    QTest::addColumn<bool>("reasoningInFirst");
    QTest::addColumn<bool>("reasoningInSecond");
    QTest::newRow("must be passed back")
        << static_cast<int>(ReasoningReplay::Never)
        << u"The reasoning_content in the thinking mode must be passed back to the API."_s << false
        << true;
    QTest::newRow("missing field")
        << static_cast<int>(ReasoningReplay::Never)
        << u"Missing `reasoning_content` field in the assistant message at message index 1"_s
        << false << true;
    QTest::newRow("must not be sent")
        << static_cast<int>(ReasoningReplay::Always)
        << u"reasoning_content is not allowed in input messages"_s << true << false;
}

void TestHttpChatTurn::switchesReasoningReplayOnDemand()
{
    QFETCH(int, first);
    QFETCH(QString, message);
    QFETCH(bool, reasoningInFirst);
    QFETCH(bool, reasoningInSecond);
    BackendFixture f;
    f.request.reasoningReplay = static_cast<ReasoningReplay>(first);
    RequestMessage earlier;
    earlier.role = Role::Assistant;
    earlier.content = u"Hi."_s;
    earlier.reasoning = u"EARLIER THOUGHT"_s;
    f.request.messages.push_back(earlier);
    f.request.messages.push_back(f.request.messages.front());
    const QByteArray refusal =
        QJsonDocument(QJsonObject{{u"error"_s, QJsonObject{{u"message"_s, message}}}}).toJson();
    f.server.reply(ScriptedReply::json(400, refusal));
    f.server.reply(ScriptedReply::events(shortAnswer()));

    const auto turn = f.run();
    QVERIFY(turn);
    QCOMPARE(turn->errorText(), u"none"_s);
    QCOMPARE(f.server.requests().size(), 2U);
    QCOMPARE(f.server.requests()[0].body.contains("EARLIER THOUGHT"), reasoningInFirst);
    QCOMPARE(f.server.requests()[1].body.contains("EARLIER THOUGHT"), reasoningInSecond);
    QCOMPARE(turn->retries.size(), 0U);

    // The next turn knows it already.
    QVERIFY(f.run());
    QCOMPARE(f.server.requests().size(), 3U);
    QCOMPARE(f.server.requests()[2].body.contains("EARLIER THOUGHT"), reasoningInSecond);

    // A server that refuses both ways is asked twice and no more.
    BackendFixture stubborn;
    stubborn.request = f.request;
    stubborn.server.reply(ScriptedReply::json(400, refusal));
    const auto refused = stubborn.run();
    QVERIFY(refused);
    QCOMPARE(refused->error->kind, ErrorKind::BadRequest);
    QCOMPARE(stubborn.server.requests().size(), 2U);
}

void TestHttpChatTurn::redirects_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("target"); // {other}: another origin
    QTest::addColumn<bool>("followed");
    for (const int status : {307, 308}) {
        QTest::addRow("%d, same server", status) << status << u"/v2/chat/completions"_s << true;
        QTest::addRow("%d, other server", status) << status << u"{other}/v1/x"_s << false;
    }
    for (const int status : {301, 302, 303})
        QTest::addRow("%d, same server", status) << status << u"/v2/chat/completions"_s << false;
    QTest::newRow("no location") << 307 << QString() << false;
    QTest::newRow("other scheme") << 307 << u"ftp://127.0.0.1/x"_s << false;
    QTest::newRow("local file") << 307 << u"file:///etc/passwd"_s << false;
    QTest::newRow("in a circle") << 307 << u"/v1/chat/completions"_s << false;
}

void TestHttpChatTurn::redirects()
{
    QFETCH(int, status);
    QFETCH(QString, target);
    QFETCH(bool, followed);
    BackendFixture f({1, 1});
    ScriptedProvider other;
    other.reply(ScriptedReply::events(shortAnswer()));
    target.replace(u"{other}"_s, other.url());
    f.server.setHandler([&](const RecordedRequest &request, int) {
        return request.path.startsWith("/v2/") ? ScriptedReply::events(shortAnswer())
                                               : ScriptedReply::redirect(status, target.toUtf8());
    });
    const auto turn = f.run();
    QVERIFY(turn);
    QCOMPARE(other.requests().size(), 0U); // never: the key would go with it
    if (followed) {
        QCOMPARE(turn->errorText(), u"none"_s);
        QCOMPARE(f.server.requests().size(), 2U);
        QCOMPARE(f.server.requests()[1].method, QByteArray("POST"));
        QCOMPARE(f.server.requests()[1].body, f.server.requests()[0].body);
        QVERIFY(f.server.requests()[1].hasHeader("Authorization"));
    } else {
        QVERIFY(turn->error);
        QCOMPARE(turn->error->kind, ErrorKind::Protocol);
        QCOMPARE(turn->error->http, status);
        QVERIFY(f.server.requests().size() <= 4);
        QCOMPARE(turn->retries.size(), 0U);
    }
}

void TestHttpChatTurn::mayBeDestroyedByItsListener_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("connecting") << 0;
    QTest::newRow("queued") << 1;
    QTest::newRow("deltasReady") << 2;
    QTest::newRow("retrying") << 3;
    QTest::newRow("finished") << 4;
}

void TestHttpChatTurn::mayBeDestroyedByItsListener()
{
    QFETCH(int, signal);
    BackendFixture f({1});
    f.server.reply(ScriptedReply::json(503, "{}"));
    f.server.reply(ScriptedReply::events(shortAnswer(), 30));
    std::unique_ptr<ChatTurn> turn = f.backend.start(f.profile, f.request);
    ChatTurn *observed = turn.get();
    const auto destroy = [&turn] { turn.reset(); };
    switch (signal) {
    case 0:
        connect(observed, &ChatTurn::connecting, this, destroy);
        break;
    case 1:
        connect(observed, &ChatTurn::queued, this, destroy);
        break;
    case 2:
        connect(observed, &ChatTurn::deltasReady, this, destroy);
        break;
    case 3:
        connect(observed, &ChatTurn::retrying, this, destroy);
        break;
    default:
        connect(observed, &ChatTurn::finished, this, destroy);
        break;
    }
    QTRY_VERIFY(!turn);
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(TestHttpChatTurn)
#include "tst_HttpChatTurn.moc"
