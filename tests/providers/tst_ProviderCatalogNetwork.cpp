#include "providers/CatalogFixture.h"
#include "support/ScriptedProvider.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

namespace {

QByteArray modelList(const QStringList &ids)
{
    QJsonArray data;
    for (const QString &id : ids)
        data.append(QJsonObject{{u"id"_s, id}, {u"object"_s, u"model"_s}});
    return QJsonDocument(QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, data}}).toJson();
}

QString key()
{
    return u"sk-catalog-0123456789abcdef"_s;
}

/// A catalog with one remote provider, "remote", at `server`.
QByteArray remoteAt(const ScriptedProvider &server, const QJsonObject &more = {})
{
    QJsonObject profile{
        {u"id"_s, u"remote"_s}, {u"name"_s, u"Remote"_s}, {u"baseUrl"_s, server.baseUrl()}};
    for (auto it = more.begin(); it != more.end(); ++it)
        profile.insert(it.key(), it.value());
    return providersJson({profile});
}

QStringList idsOf(const std::vector<ModelInfo> &models)
{
    QStringList ids;
    for (const ModelInfo &model : models)
        ids << model.id;
    return ids;
}

} // namespace

/// What the catalog asks servers: their models, and whether they answer.
class TestProviderCatalogNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"ponder.network=false"_s); }
    void fetchesAndKeepsModels();
    void followsPages();
    void staysOnTheServerWithItsKey_data();
    void staysOnTheServerWithItsKey();
    void reportsFailures_data();
    void reportsFailures();
    void asksNobodyWithoutAKey();
    void listsAnAddressThatIsNotKept();
    void demoNeedsNoNetwork();
    void unknownProvider();
    void forgetsTheListOfAnotherAddress();
    void testsTheConnection_data();
    void testsTheConnection();
    void creditGoesOnlyToTheProviderItself();
    void aWrongKeyShowsAlthoughTheListIsPublic();
    void callsNobodyBackWhoIsGone();
};

void TestProviderCatalogNetwork::fetchesAndKeepsModels()
{
    ScriptedProvider server;
    server.reply(
        ScriptedReply::json(200, R"({"data":[{"id":"a/r1","name":"R1","context_length":163840,)"
                                 R"("pricing":{"prompt":"0.0000005","completion":"0.00000215"},)"
                                 R"("supported_parameters":["top_p"]},{"id":"b"}]})"));
    CatalogFixture f(remoteAt(server, {{u"headers"_s, QJsonObject{{u"X-Title"_s, u"Ponder"_s}}}}));
    f.secrets.setKey(u"remote"_s, key());
    QVERIFY(f.catalog->knownModels(u"remote"_s).empty());
    QSignalSpy changed(f.catalog.get(), &ProviderDirectory::modelsChanged);
    const auto models = f.fetch(u"remote"_s);
    QVERIFY2(models.ok(), models.ok() ? "" : qPrintable(models.error().message));
    QCOMPARE(idsOf(*models), QStringList({u"a/r1"_s, u"b"_s}));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(server.requests().front().method, QByteArray("GET"));
    QCOMPARE(server.requests().front().path, QByteArray("/v1/models"));
    QCOMPARE(server.requests().front().header("Authorization"), "Bearer " + key().toLatin1());
    QCOMPARE(server.requests().front().header("User-Agent"), QByteArray("Ponder/" PONDER_VERSION));
    QCOMPARE(server.requests().front().header("X-Title"), QByteArray("Ponder"));

    QVERIFY(f.catalog->knownModels(u"remote"_s) == *models);
    f.restart();
    QVERIFY(f.catalog->knownModels(u"remote"_s) == *models); // at once, without asking
    QCOMPARE(server.requests().size(), 1U);
    QVERIFY(!contentOf(f.cacheFile()).contains(key().toLatin1()));
}

void TestProviderCatalogNetwork::followsPages()
{
    ScriptedProvider server;
    server.setHandler([](const RecordedRequest &request, int) {
        if (request.path == "/v1/models")
            return ScriptedReply::json(
                200, R"({"data":[{"id":"1"}],"links":{"next":"/v1/models?offset=1"}})");
        if (request.path == "/v1/models?offset=1")
            return ScriptedReply::json(200,
                                       R"({"data":[{"id":"2"}],"has_more":true,"last_id":"2"})");
        if (request.path == "/v1/models?after_id=2")
            return ScriptedReply::json(
                200, R"({"data":[{"id":"3"}],"links":{"next":"/v1/models?after_id=2"}})");
        return ScriptedReply::json(404, "{}");
    });
    CatalogFixture f(remoteAt(server));
    f.secrets.setKey(u"remote"_s, key());
    const auto models = f.fetch(u"remote"_s);
    QVERIFY(models.ok());
    QCOMPARE(idsOf(*models), QStringList({u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(server.requests().size(), 3U); // the last page names itself: no circle
}

void TestProviderCatalogNetwork::staysOnTheServerWithItsKey_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("sameServer");
    for (const int status : {301, 302, 307, 308}) {
        QTest::addRow("%d, same server", status) << status << true;
        QTest::addRow("%d, other server", status) << status << false;
    }
    QTest::newRow("next page elsewhere") << 200 << false;
}

void TestProviderCatalogNetwork::staysOnTheServerWithItsKey()
{
    QFETCH(int, status);
    QFETCH(bool, sameServer);
    ScriptedProvider server;
    ScriptedProvider other;
    other.reply(ScriptedReply::json(200, modelList({u"stolen"_s})));
    const QByteArray target =
        (sameServer ? server.url(u"/moved"_s) : other.url(u"/moved"_s)).toUtf8();
    server.setHandler([&](const RecordedRequest &request, int) {
        if (request.path == "/moved")
            return ScriptedReply::json(200, modelList({u"found"_s}));
        if (status == 200)
            return ScriptedReply::json(200, R"({"data":[{"id":"found"}],"links":{"next":")" +
                                                target + "\"}}");
        return ScriptedReply::redirect(status, target);
    });
    CatalogFixture f(remoteAt(server));
    f.secrets.setKey(u"remote"_s, key());
    const auto models = f.fetch(u"remote"_s);
    QCOMPARE(other.requests().size(), 0U);
    if (sameServer || status == 200) {
        QVERIFY(models.ok());
        QCOMPARE(idsOf(*models), QStringList{u"found"_s});
    } else {
        QCOMPARE(models.error().kind, ErrorKind::Protocol);
    }
}

void TestProviderCatalogNetwork::reportsFailures_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::addColumn<QString>("kind");
    QTest::newRow("wrong key") << ScriptedReply::json(401, R"({"error":{"message":"bad key"}})")
                               << u"auth"_s;
    QTest::newRow("no such path") << ScriptedReply::body(404, "text/plain", "404 page not found")
                                  << u"not_found"_s;
    QTest::newRow("web page") << ScriptedReply::body(200, "text/html",
                                                     "<html><title>Hi</title></html>")
                              << u"protocol"_s;
    QTest::newRow("down") << ScriptedReply::json(502, "{}") << u"server"_s;
    ScriptedReply cut;
    cut.head(200, {{"Content-Length", "100"}}).send("{\"data\":[").close();
    QTest::newRow("cut off") << cut << u"network"_s;
}

void TestProviderCatalogNetwork::reportsFailures()
{
    QFETCH(ScriptedReply, reply);
    QFETCH(QString, kind);
    ScriptedProvider server;
    server.reply(reply);
    CatalogFixture f(remoteAt(server));
    f.secrets.setKey(u"remote"_s, key());
    const auto models = f.fetch(u"remote"_s);
    QVERIFY(!models.ok());
    QCOMPARE(errorKindName(models.error().kind), kind);
    QVERIFY(f.catalog->knownModels(u"remote"_s).empty());
    QCOMPARE(errorKindName(f.test(u"remote"_s).error().kind), kind);
}

void TestProviderCatalogNetwork::asksNobodyWithoutAKey()
{
    ScriptedProvider server;
    CatalogFixture f(remoteAt(server));
    QCOMPARE(f.fetch(u"remote"_s).error().kind, ErrorKind::NoKey);
    QCOMPARE(f.test(u"remote"_s).error().kind, ErrorKind::NoKey);
    f.secrets.refuseWith({ErrorKind::Keychain, 0, u"locked"_s, {}, {}});
    QCOMPARE(f.fetch(u"remote"_s).error().kind, ErrorKind::Keychain);
    QCOMPARE(server.requests().size(), 0U);
}

void TestProviderCatalogNetwork::listsAnAddressThatIsNotKept()
{
    ScriptedProvider server;
    server.reply(ScriptedReply::json(200, modelList({u"x"_s})));
    CatalogFixture f;
    ProviderProfile profile;
    profile.id = u"command-line"_s;
    profile.baseUrl = server.baseUrl();
    profile.needsKey = false;
    const auto models = f.wait<Result<std::vector<ModelInfo>>>(
        [&](auto done) { f.catalog->fetchModelsOf(profile, &f.context, done); });
    QVERIFY(models && models->ok());
    QCOMPARE(idsOf(**models), QStringList{u"x"_s});
    QVERIFY(!server.requests().front().hasHeader("Authorization"));
    QVERIFY(!QFile::exists(f.cacheFile()));

    profile.baseUrl = u"nonsense"_s;
    const auto refused = f.wait<Result<std::vector<ModelInfo>>>(
        [&](auto done) { f.catalog->fetchModelsOf(profile, &f.context, done); });
    QVERIFY(refused && !refused->ok());
    QCOMPARE(refused->error().kind, ErrorKind::Usage);
}

void TestProviderCatalogNetwork::demoNeedsNoNetwork()
{
    CatalogFixture f;
    const auto models = f.fetch(u"demo"_s);
    QVERIFY(models.ok());
    QCOMPARE(idsOf(*models), QStringList{u"deepseek-r1-0528-recorded"_s});
    const auto report = f.test(u"demo"_s);
    QVERIFY(report.ok());
    QCOMPARE(report->modelCount, 1);
    QVERIFY(f.secrets.reads().isEmpty());
}

void TestProviderCatalogNetwork::unknownProvider()
{
    CatalogFixture f;
    QCOMPARE(f.fetch(u"nobody"_s).error().kind, ErrorKind::Usage);
    QCOMPARE(f.test(u"nobody"_s).error().kind, ErrorKind::Usage);
    QVERIFY(f.catalog->knownModels(u"nobody"_s).empty());
}

void TestProviderCatalogNetwork::forgetsTheListOfAnotherAddress()
{
    ScriptedProvider server;
    server.reply(ScriptedReply::json(200, modelList({u"x"_s})));
    CatalogFixture f(remoteAt(server));
    f.secrets.setKey(u"remote"_s, key());
    QVERIFY(f.fetch(u"remote"_s).ok());
    ProviderProfile moved = *f.catalog->profile(u"remote"_s);
    moved.baseUrl = u"https://elsewhere.example/v1"_s;
    QVERIFY(f.catalog->save(moved).ok());
    QVERIFY(f.catalog->knownModels(u"remote"_s).empty());
}

void TestProviderCatalogNetwork::testsTheConnection_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<ScriptedReply>("creditReply");
    QTest::addColumn<QString>("credit");
    QTest::newRow("DeepSeek") << u"deepseek"_s
                              << ScriptedReply::json(200, R"({"balance_infos":[{"currency":"CNY",)"
                                                          R"("total_balance":"41.20"}]})")
                              << u"¥41.20"_s;
    QTest::newRow("wcode") << u"wcode"_s
                           << ScriptedReply::json(200, R"({"data":{"total_available":3.5,)"
                                                       R"("total_available_currency":"CNY"}})")
                           << u"¥3.50"_s;
    QTest::newRow("OpenRouter") << u"openrouter"_s
                                << ScriptedReply::json(200, R"({"data":{"limit_remaining":7.25}})")
                                << u"$7.25"_s;
    QTest::newRow("account page is down")
        << u"deepseek"_s << ScriptedReply::json(500, "{}") << QString();
    QTest::newRow("does not tell") << QString() << ScriptedReply::json(500, "{}") << QString();
}

void TestProviderCatalogNetwork::testsTheConnection()
{
    QFETCH(QString, format);
    QFETCH(ScriptedReply, creditReply);
    QFETCH(QString, credit);
    ScriptedProvider server;
    server.setHandler([&](const RecordedRequest &request, int) {
        return request.path == "/account"
                   ? creditReply
                   : ScriptedReply::json(200, modelList({u"a"_s, u"b"_s, u"c"_s}));
    });
    QJsonObject more;
    if (!format.isEmpty()) {
        more.insert(u"credit"_s,
                    QJsonObject{{u"url"_s, server.url(u"/account"_s)}, {u"format"_s, format}});
    }
    CatalogFixture f(remoteAt(server, more));
    f.secrets.setKey(u"remote"_s, key());
    const auto report = f.test(u"remote"_s);
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().message));
    QCOMPARE(report->modelCount, 3);
    QVERIFY(report->roundTripMs >= 0);
    QCOMPARE(report->credit, credit);
    QCOMPARE(server.requests().size(), format.isEmpty() ? 1U : 2U);
    QCOMPARE(f.catalog->knownModels(u"remote"_s).size(), 3U);
}

void TestProviderCatalogNetwork::creditGoesOnlyToTheProviderItself()
{
    ScriptedProvider gateway;
    gateway.reply(ScriptedReply::json(200, modelList({u"a"_s})));
    ScriptedProvider provider;
    CatalogFixture f(
        remoteAt(provider, {{u"credit"_s, QJsonObject{{u"url"_s, provider.url(u"/account"_s)},
                                                      {u"format"_s, u"deepseek"_s}}}}));
    f.secrets.setKey(u"remote"_s, key());
    ProviderProfile moved = *f.catalog->profile(u"remote"_s);
    moved.baseUrl = gateway.baseUrl();
    QVERIFY(f.catalog->save(moved).ok());
    const auto report = f.test(u"remote"_s);
    QVERIFY(report.ok());
    QCOMPARE(provider.requests().size(), 0U);
    QCOMPARE(gateway.requests().size(), 1U);
}

void TestProviderCatalogNetwork::aWrongKeyShowsAlthoughTheListIsPublic()
{
    ScriptedProvider server;
    server.setHandler([](const RecordedRequest &request, int) {
        return request.path == "/key"
                   ? ScriptedReply::json(401, R"({"error":{"message":"no such key"}})")
                   : ScriptedReply::json(200, modelList({u"a"_s}));
    });
    CatalogFixture f(
        remoteAt(server, {{u"credit"_s, QJsonObject{{u"url"_s, server.url(u"/key"_s)},
                                                    {u"format"_s, u"openrouter"_s}}}}));
    f.secrets.setKey(u"remote"_s, key());
    const auto report = f.test(u"remote"_s);
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, ErrorKind::Auth);
}

void TestProviderCatalogNetwork::callsNobodyBackWhoIsGone()
{
    ScriptedProvider server;
    ScriptedReply slow;
    slow.stall();
    server.reply(slow);
    CatalogFixture f(remoteAt(server));
    f.secrets.setKey(u"remote"_s, key());
    auto context = std::make_unique<QObject>();
    bool called = false;
    f.catalog->testConnection(u"remote"_s, context.get(), [&called](auto) { called = true; });
    QTRY_COMPARE(server.openConnections(), 1);
    QTRY_COMPARE(server.requests().size(), 1U);
    context.reset();
    QTRY_COMPARE(server.openConnections(), 0); // and the connection is closed
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestProviderCatalogNetwork)
#include "tst_ProviderCatalogNetwork.moc"
