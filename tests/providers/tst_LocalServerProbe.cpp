#include "providers/CatalogFixture.h"
#include "providers/LocalServerProbe.h"
#include "support/ScriptedProvider.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTcpServer>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

namespace {

QByteArray modelList(const QStringList &ids)
{
    QJsonArray data;
    for (const QString &id : ids)
        data.append(QJsonObject{{u"id"_s, id}});
    return QJsonDocument(QJsonObject{{u"data"_s, data}}).toJson();
}

QString key()
{
    return u"sk-local-0123456789abcdef"_s;
}

} // namespace

class TestLocalServerProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"ponder.network=false"_s); }
    void triesTheRightAddresses();
    void findsLocalServers();
};

void TestLocalServerProbe::triesTheRightAddresses()
{
    ProviderProfile profile;
    profile.baseUrl = u"http://127.0.0.1:8080/v1"_s;
    profile.probePorts = {8080, 9931};
    QCOMPARE(LocalServerProbe::addresses(profile),
             QStringList({u"http://127.0.0.1:8080/v1"_s, u"http://127.0.0.1:9931/v1"_s}));
    profile.baseUrl = u"http://localhost:8080/v1"_s; // the same server by its name
    QCOMPARE(LocalServerProbe::addresses(profile),
             QStringList({u"http://localhost:8080/v1"_s, u"http://127.0.0.1:9931/v1"_s}));
    profile.baseUrl = u"http://localhost:7000/llm/v1"_s;
    QCOMPARE(LocalServerProbe::addresses(profile),
             QStringList({u"http://localhost:7000/llm/v1"_s, u"http://127.0.0.1:8080/llm/v1"_s,
                          u"http://127.0.0.1:9931/llm/v1"_s}));
    profile.baseUrl = u"https://gpu.example/v1"_s; // elsewhere: only this computer is searched
    QCOMPARE(LocalServerProbe::addresses(profile),
             QStringList({u"http://127.0.0.1:8080/v1"_s, u"http://127.0.0.1:9931/v1"_s}));
}

void TestLocalServerProbe::findsLocalServers()
{
    ScriptedProvider first;
    first.reply(ScriptedReply::json(200, modelList({u"a"_s, u"b"_s})));
    ScriptedProvider withKey;
    withKey.reply(ScriptedReply::json(401, R"({"error":{"message":"Invalid API Key"}})"));
    ScriptedProvider website;
    website.reply(ScriptedReply::body(200, "text/html", "<html></html>"));
    ScriptedProvider silent;
    ScriptedReply nothing;
    nothing.stall();
    silent.reply(nothing);
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const int closedPort = closed.serverPort();
    closed.close();

    const auto local = [&](const QString &id, const QList<int> &ports) {
        QJsonArray list;
        for (const int port : ports)
            list.append(port);
        return QJsonObject{{u"id"_s, id},
                           {u"name"_s, id},
                           {u"baseUrl"_s, u"http://127.0.0.1:%1/v1"_s.arg(ports.first())},
                           {u"local"_s, true},
                           {u"needsKey"_s, false},
                           {u"probePorts"_s, list}};
    };
    CatalogFixture f(
        providersJson({local(u"second-port"_s, {closedPort, first.port()}),
                       local(u"wants-key"_s, {withKey.port()}),
                       local(u"website"_s, {website.port()}), local(u"silent"_s, {silent.port()}),
                       QJsonObject{{u"id"_s, u"remote"_s},
                                   {u"name"_s, u"Remote"_s},
                                   {u"baseUrl"_s, u"https://api.example"_s}}}));
    for (const char *id : {"second-port", "wants-key", "website", "silent"})
        f.secrets.setKey(QString::fromLatin1(id), key());
    QElapsedTimer elapsed;
    elapsed.start();
    const auto servers = f.wait<std::vector<LocalServer>>(
        [&](auto done) { f.catalog->probeLocalServers(&f.context, done); });
    QVERIFY(servers);
    QVERIFY2(elapsed.elapsed() < 5'000, qPrintable(QString::number(elapsed.elapsed())));
    QStringList found;
    for (const LocalServer &server : *servers)
        found << u"%1 %2 %3"_s.arg(server.providerId, server.running ? u"runs"_s : u"-"_s)
                     .arg(server.modelCount);
    QCOMPARE(found, QStringList({u"second-port runs 2"_s, u"wants-key runs 0"_s, u"website - 0"_s,
                                 u"silent - 0"_s}));
    QCOMPARE(servers->front().baseUrl, u"http://127.0.0.1:%1/v1"_s.arg(first.port()));
    QCOMPARE(servers->back().baseUrl, u"http://127.0.0.1:%1/v1"_s.arg(silent.port()));
    // Anybody may listen on a port of this computer: no key goes there unasked.
    for (const ScriptedProvider *server : {&first, &withKey, &website, &silent})
        QVERIFY(!server->requests().front().hasHeader("Authorization"));
    QVERIFY(f.secrets.reads().isEmpty());
}

QTEST_GUILESS_MAIN(TestLocalServerProbe)
#include "tst_LocalServerProbe.moc"
