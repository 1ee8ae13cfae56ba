#include "providers/Endpoint.h"
#include "providers/ProfileJson.h"
#include "providers/ProxySetting.h"

#include <QNetworkProxy>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

namespace {

ProviderProfile usable()
{
    ProviderProfile profile;
    profile.id = u"mine"_s;
    profile.name = u"Mine"_s;
    profile.baseUrl = u"https://api.example/v1"_s;
    return profile;
}

/// A profile in which no field has its default.
ProviderProfile everythingSet()
{
    ProviderProfile profile = usable();
    profile.nameZh = u"我的"_s;
    profile.kind = ProviderProfile::Kind::Demo;
    profile.keyUrl = u"https://example/keys"_s;
    profile.billingUrl = u"https://example/billing"_s;
    profile.defaultModel = u"r1"_s;
    profile.needsKey = false;
    profile.local = true;
    profile.probePorts = {1, 2};
    profile.enabled = false;
    profile.featured = true;
    profile.headers = {{u"X-A"_s, u"b"_s}};
    profile.proxy = u"socks5://127.0.0.1:9050"_s;
    profile.caFile = u"/ca.pem"_s;
    profile.connectTimeoutMs = 1234;
    profile.idleTimeoutMs = 5678;
    profile.reasoningReplay = ReasoningReplay::DetailsVerbatim;
    profile.continueStyle = ContinueStyle::ContinueFlag;
    profile.sendStreamOptions = false;
    profile.unsupportedParameters = {u"logprobs"_s};
    profile.ignoredParameters = {u"top_p"_s};
    profile.effort = {{{u"qwen3"_s}, {{u"none"_s, {{u"think"_s, false}}}}},
                      {{}, {{u"high"_s, {{u"reasoning_effort"_s, u"high"_s}}}}},
                      {{u"gpt-4"_s}, {}}};
    profile.currency = u"CNY"_s;
    profile.prices = {{u"r1"_s, {u"6.25"_s, u"25"_s, u"CNY"_s, u"1.5"_s}}};
    profile.shownModels = {u"r1"_s, u"v3"_s};
    return profile;
}

} // namespace

/// Profiles as JSON, and what keeps a profile from being stored.
class TestProfileJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldSurvives();
    void everyEnumerationSurvives();
    void wrongTypesChangeNothing();
    void differenceHoldsOnlyWhatDiffers();
    void checks_data();
    void checks();
    void baseUrls_data();
    void baseUrls();
    void proxies_data();
    void proxies();
    void origins_data();
    void origins();
};

void TestProfileJson::everyFieldSurvives()
{
    const ProviderProfile profile = everythingSet();
    QVERIFY(ProfileJson::read(ProfileJson::write(profile)) == profile);
    QVERIFY(ProfileJson::read(ProfileJson::write({})) == ProviderProfile());
    // Whoever adds a field finds it here: all of them differ from the default.
    const QJsonObject defaults = ProfileJson::write({});
    const QJsonObject set = ProfileJson::write(profile);
    for (auto it = set.begin(); it != set.end(); ++it)
        QVERIFY2(it.value() != defaults.value(it.key()), qPrintable(it.key()));
}

void TestProfileJson::everyEnumerationSurvives()
{
    for (const auto replay : {ReasoningReplay::Never, ReasoningReplay::ToolLoopOnly,
                              ReasoningReplay::Always, ReasoningReplay::DetailsVerbatim}) {
        ProviderProfile profile;
        profile.reasoningReplay = replay;
        QVERIFY(ProfileJson::read(ProfileJson::write(profile)).reasoningReplay == replay);
    }
    for (const auto style :
         {ContinueStyle::NewTurn, ContinueStyle::Prefill, ContinueStyle::PrefixFlag,
          ContinueStyle::PartialFlag, ContinueStyle::ContinueFlag}) {
        ProviderProfile profile;
        profile.continueStyle = style;
        QVERIFY(ProfileJson::read(ProfileJson::write(profile)).continueStyle == style);
    }
}

void TestProfileJson::wrongTypesChangeNothing()
{
    QJsonObject wrong;
    const QJsonObject right = ProfileJson::write(everythingSet());
    for (auto it = right.begin(); it != right.end(); ++it)
        wrong.insert(it.key(), it.value().isBool() ? QJsonValue(u"yes"_s) : QJsonValue(true));
    QVERIFY(ProfileJson::read(wrong, everythingSet()) == everythingSet());
}

void TestProfileJson::differenceHoldsOnlyWhatDiffers()
{
    ProviderProfile changed = everythingSet();
    QVERIFY(ProfileJson::difference(changed, everythingSet()).isEmpty());
    changed.baseUrl = u"https://other.example"_s;
    QCOMPARE(ProfileJson::difference(changed, everythingSet()),
             QJsonObject({{u"baseUrl"_s, u"https://other.example"_s}}));
}

void TestProfileJson::checks_data()
{
    QTest::addColumn<ProviderProfile>("profile");
    QTest::addColumn<bool>("usable");
    const auto row = [](const char *name, bool ok, auto change) {
        ProviderProfile profile = usable();
        change(profile);
        QTest::newRow(name) << profile << ok;
    };
    using P = ProviderProfile;
    row("plain", true, [](P &) {});
    row("id with dots", true, [](P &p) { p.id = u"0my.server_2-x"_s; });
    row("id empty", false, [](P &p) { p.id.clear(); });
    row("id upper case", false, [](P &p) { p.id = u"Mine"_s; });
    row("id begins with a dot", false, [](P &p) { p.id = u".mine"_s; });
    row("id with a slash", false, [](P &p) { p.id = u"a/b"_s; });
    row("id with a line break", false, [](P &p) { p.id = u"mine\n"_s; });
    row("id too long", false, [](P &p) { p.id = QString(65, u'a'); });
    row("name empty", false, [](P &p) { p.name = u"  "_s; });
    row("no URL", false, [](P &p) { p.baseUrl.clear(); });
    row("demo without URL", true, [](P &p) {
        p.kind = P::Kind::Demo;
        p.baseUrl.clear();
    });
    row("proxy none", true, [](P &p) { p.proxy = u"none"_s; });
    row("proxy nonsense", false, [](P &p) { p.proxy = u"fast"_s; });
    row("silence of 0", false, [](P &p) { p.idleTimeoutMs = 0; });
    row("negative wait", false, [](P &p) { p.connectTimeoutMs = -1; });
    row("header", true, [](P &p) { p.headers = {{u"X-Title"_s, u"Ponder"_s}}; });
    row("header name with a space", false, [](P &p) { p.headers = {{u"X Title"_s, u"a"_s}}; });
    row("header value with a line", false, [](P &p) {
        p.headers = {{u"X-A"_s, u"b\r\nAuthorization: x"_s}};
    });
    row("key as a header", false, [](P &p) { p.headers = {{u"AUTHORIZATION"_s, u"x"_s}}; });
    row("other key header", false, [](P &p) { p.headers = {{u"X-Api-Key"_s, u"x"_s}}; });
    row("cookie", false, [](P &p) { p.headers = {{u"Cookie"_s, u"x"_s}}; });
    row("value like a key", false, [](P &p) {
        p.headers = {{u"X-Secret"_s, u"sk-0123456789abcdefghij"_s}};
    });
}

void TestProfileJson::checks()
{
    QFETCH(ProviderProfile, profile);
    QFETCH(bool, usable);
    const Result<void> checked = ProfileJson::check(profile);
    QCOMPARE(checked.ok(), usable);
    if (!usable) {
        QCOMPARE(checked.error().kind, ErrorKind::Usage);
        QVERIFY(checked.error().message.endsWith(u'.'));
    }
}

void TestProfileJson::baseUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("usable");
    QTest::newRow("https") << u"https://api.example/v1"_s << true;
    QTest::newRow("http with port") << u"http://192.168.0.7:8080/v1/"_s << true;
    QTest::newRow("IPv6") << u"http://[::1]:8080"_s << true;
    QTest::newRow("spaces around") << u" https://api.example "_s << true;
    QTest::newRow("no scheme") << u"api.example/v1"_s << false;
    QTest::newRow("other scheme") << u"ws://api.example"_s << false;
    QTest::newRow("file") << u"file:///etc"_s << false;
    QTest::newRow("no host") << u"https:///v1"_s << false;
    QTest::newRow("password") << u"https://a:b@api.example"_s << false;
    QTest::newRow("fragment") << u"https://api.example/#v1"_s << false;
    QTest::newRow("space inside") << u"https://api example/v1"_s << false;
}

void TestProfileJson::baseUrls()
{
    QFETCH(QString, url);
    QFETCH(bool, usable);
    QCOMPARE(Endpoint::check(url).ok(), usable);
}

void TestProfileJson::proxies_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("expected"); // empty: refused
    QTest::newRow("none") << u"none"_s << u"2 :0"_s;
    QTest::newRow("http") << u"http://proxy.example:3128"_s << u"3 proxy.example:3128"_s;
    QTest::newRow("http without port") << u"http://proxy.example"_s << u"3 proxy.example:8080"_s;
    QTest::newRow("socks") << u"socks5://127.0.0.1:9050"_s << u"1 127.0.0.1:9050"_s;
    QTest::newRow("socks, names there") << u"socks5h://tor.example"_s << u"1 tor.example:1080"_s;
    QTest::newRow("https") << u"https://proxy.example:3128"_s << QString();
    QTest::newRow("host alone") << u"proxy.example:3128"_s << QString();
    QTest::newRow("password") << u"http://me:secret@proxy.example:3128"_s << QString();
}

void TestProfileJson::proxies()
{
    QFETCH(QString, setting);
    QFETCH(QString, expected);
    QCOMPARE(ProxySetting::check(setting).ok(), !expected.isEmpty());
    const auto factory = ProxySetting::factory(setting);
    if (expected.isEmpty())
        return;
    const QNetworkProxyQuery away(QUrl(u"https://api.example/v1"_s));
    const QNetworkProxy proxy = (*factory)->queryProxy(away).value(0);
    QCOMPARE(u"%1 %2:%3"_s.arg(int(proxy.type())).arg(proxy.hostName()).arg(proxy.port()),
             expected);
    for (const QString &local :
         {u"http://localhost:8080"_s, u"http://127.0.0.1:1"_s, u"http://[::1]:1"_s}) {
        const QNetworkProxyQuery home{QUrl(local)};
        QCOMPARE((*factory)->queryProxy(home).value(0).type(), QNetworkProxy::NoProxy);
    }
}

void TestProfileJson::origins_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    // Compared with https://api.example/v1.
    QTest::newRow("other path") << u"https://api.example/v2"_s << true;
    QTest::newRow("port written out") << u"https://api.example:443/"_s << true;
    QTest::newRow("case of the host") << u"https://API.example/"_s << true;
    QTest::newRow("other port") << u"https://api.example:8443/"_s << false;
    QTest::newRow("other scheme") << u"http://api.example/"_s << false;
    QTest::newRow("other host") << u"https://evil.example/"_s << false;
    QTest::newRow("longer host") << u"https://api.example.evil.example/"_s << false;
    QTest::newRow("subdomain") << u"https://x.api.example/"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestProfileJson::origins()
{
    QFETCH(QString, other);
    QFETCH(bool, same);
    QCOMPARE(Endpoint::isSameOrigin(QUrl(u"https://api.example/v1"_s), QUrl(other)), same);
}

QTEST_GUILESS_MAIN(TestProfileJson)
#include "tst_ProfileJson.moc"
