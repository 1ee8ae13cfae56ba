#include "ui/ProvidersController.h"
#include "ui/SettingsFakes.h"

#include <QMetaProperty>
#include <QSignalSpy>

using namespace ponder;
using namespace ponder::fakes;
using namespace Qt::StringLiterals;

namespace {

const QString kKey = u"sk-or-v1-5f2e8d7c6b5a49383f9c"_s;

/// Everything an object and its QObject-valued properties show to QML, as text.
QString everythingShown(const QObject *object, int depth = 0)
{
    QString text;
    for (int i = 0; i < object->metaObject()->propertyCount(); ++i) {
        const QVariant value = object->metaObject()->property(i).read(object);
        text += QDebug::toString(value) + u'\n';
        const auto *child = value.value<QObject *>();
        if (child && depth < 3)
            text += everythingShown(child, depth + 1);
    }
    if (const auto *model = qobject_cast<const QAbstractItemModel *>(object))
        for (int row = 0; row < model->rowCount(); ++row)
            for (const int role : model->roleNames().keys())
                text += QDebug::toString(model->index(row, 0).data(role)) + u'\n';
    return text;
}

} // namespace

class tst_ProvidersController : public QObject
{
    Q_OBJECT

private:
    Directory directory;
    Secrets secrets;

    QString subtitleOf(ProvidersController &providers, const QString &id) const
    {
        return at(*providers.list(), providers.list()->rowOf(id), "subtitle").toString();
    }
    QString toneOf(ProvidersController &providers, const QString &id) const
    {
        return at(*providers.list(), providers.list()->rowOf(id), "tone").toString();
    }

private Q_SLOTS:
    void init()
    {
        directory.list = {remote(u"openrouter"_s, u"OpenRouter"_s, u"deepseek/deepseek-r1-0528"_s),
                          local(u"ollama"_s, u"Ollama"_s, 11434),
                          remote(u"deepseek"_s, u"DeepSeek"_s, u"deepseek-reasoner"_s)};
        directory.list[0].featured = true;
        directory.models.clear();
        directory.fetched = std::vector<ModelInfo>{
            model(u"qwen/qwen3-235b-a22b"_s, 40960, u"0.13"_s, u"0.6"_s),
            model(u"deepseek/deepseek-r1-0528"_s, 163840, u"0.5"_s, u"2.15"_s)};
        directory.report = ConnectionReport{312, 318, u"¥41.20"_s};
        directory.servers.clear();
        directory.saveError.reset();
        directory.fetches = directory.tests = 0;
        directory.holdTest = false;
        secrets.keys.clear();
        secrets.refusal.reset();
        secrets.where = SecretStore::Persistence::Keychain;
        secrets.reason.clear();
    }

    void listSaysHowEachStands()
    {
        TemporarySettings kept;
        secrets.keys[u"openrouter"_s] = kKey;
        ProvidersController providers(directory, secrets, kept.settings);
        QTRY_COMPARE(subtitleOf(providers, u"openrouter"_s), u"Key stored · 1 model(s) on"_s);
        QCOMPARE(toneOf(providers, u"openrouter"_s), u"ready"_s);
        QTRY_COMPARE(subtitleOf(providers, u"deepseek"_s),
                     u"No key yet"_s); // each key is asked for on its own
        QCOMPARE(subtitleOf(providers, u"ollama"_s), u"localhost:11434"_s);
        QCOMPARE(at(*providers.list(), 2, "providerId").toString(), u"ollama"_s);
        QCOMPARE(at(*providers.list(), 2, "heading").toString(), u"On this computer"_s);
        QCOMPARE(at(*providers.list(), 1, "heading").toString(), QString());

        directory.servers = {{u"ollama"_s, u"http://localhost:11434/v1"_s, true, 4}};
        providers.lookAgain();
        QTRY_COMPARE(subtitleOf(providers, u"ollama"_s), u"localhost:11434 · 4 model(s)"_s);
        QCOMPARE(toneOf(providers, u"ollama"_s), u"ok"_s);

        providers.setCurrentId(u"deepseek"_s);
        providers.form()->setActive(false);
        QCOMPARE(subtitleOf(providers, u"deepseek"_s), u"Off"_s);
        QCOMPARE(toneOf(providers, u"deepseek"_s), u"off"_s);
    }

    void savedKeyIsShownNowhere()
    {
        TemporarySettings kept;
        ProvidersController providers(directory, secrets, kept.settings);
        providers.setCurrentId(u"openrouter"_s);
        QSignalSpy saved(providers.key(), &ProviderKeyController::saved);
        providers.key()->save(u"  "_s + kKey + u"\n"_s);
        QVERIFY(providers.key()->busy());
        QVERIFY(saved.wait());
        QCOMPARE(secrets.keys.value(u"openrouter"_s), kKey); // without the blanks around it
        QTRY_VERIFY(providers.key()->stored());
        QCOMPARE(providers.key()->tail(), u"3f9c"_s);
        QCOMPARE(providers.key()->placeText(), u"Stored in system keychain"_s);
        QVERIFY(!providers.key()->busy());
        // A new key is tried out at once.
        QTRY_COMPARE(providers.testTone(), u"ok"_s);
        const QString shown = everythingShown(&providers);
        QVERIFY(shown.contains(u"3f9c"_s)); // so the search does look at the key controller
        QVERIFY(!shown.contains(kKey));
        QVERIFY(!shown.contains(kKey.chopped(4)));
        QVERIFY(!shown.contains(kKey.right(6)));
    }

    void shortKeysShowNothingOfThemselves()
    {
        TemporarySettings kept;
        secrets.keys[u"openrouter"_s] = u"abcd1234"_s;
        ProvidersController providers(directory, secrets, kept.settings);
        QTRY_VERIFY(providers.key()->stored());
        QCOMPARE(providers.key()->tail(), QString());
    }

    void keysThatCannotBe_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << u"   "_s;
        QTest::newRow("two words") << u"sk-one sk-two"_s;
        QTest::newRow("line break") << u"sk-one\nsk-two"_s;
        QTest::newRow("Chinese") << u"密钥"_s;
    }
    void keysThatCannotBe()
    {
        QFETCH(QString, typed);
        TemporarySettings kept;
        ProvidersController providers(directory, secrets, kept.settings);
        providers.key()->save(typed);
        QVERIFY(!providers.key()->error().isEmpty());
        QVERIFY(!providers.key()->busy());
        QVERIFY(secrets.keys.isEmpty());
    }

    void lockedKeychainOffersTheSession()
    {
        TemporarySettings kept;
        ProvidersController providers(directory, secrets, kept.settings);
        QSignalSpy saved(providers.key(), &ProviderKeyController::saved);
        secrets.refusal = Error{ErrorKind::Keychain, 0, u"locked"_s, {}, {}};
        providers.key()->save(kKey);
        QTRY_VERIFY(!providers.key()->busy());
        QVERIFY(!providers.key()->error().isEmpty());
        QVERIFY(saved.isEmpty());
        providers.key()->saveForSession(kKey);
        QCOMPARE(saved.size(), 1);
        QTRY_VERIFY(providers.key()->stored());
        QCOMPARE(providers.key()->error(), QString());
    }

    void withoutKeychainThePageSaysWhy()
    {
        TemporarySettings kept;
        secrets.where = SecretStore::Persistence::SessionOnly;
        secrets.reason = u"No Secret Service is running."_s;
        ProvidersController providers(directory, secrets, kept.settings);
        QVERIFY(providers.key()->sessionOnly());
        QVERIFY(providers.key()->placeText().startsWith(secrets.reason));
        QVERIFY(providers.key()->placeText().contains(u"this session only"_s));
    }

    void testOfTheConnection()
    {
        TemporarySettings kept;
        secrets.keys[u"openrouter"_s] = kKey;
        directory.holdTest = true;
        ProvidersController providers(directory, secrets, kept.settings);
        QCOMPARE(providers.testTone(), QString());
        providers.testConnection();
        QVERIFY(providers.testing());
        QCOMPARE(subtitleOf(providers, u"openrouter"_s), u"Testing…"_s);
        providers.testConnection(); // one at a time
        QCOMPARE(directory.tests, 1);
        directory.releaseTest();
        QVERIFY(!providers.testing());
        QCOMPARE(providers.testTone(), u"ok"_s);
        QCOMPARE(providers.testTitle(), u"Connected"_s);
        QCOMPARE(providers.testDetail(), u"312 ms · 318 model(s) · ¥41.20 credit left"_s);
        QCOMPARE(subtitleOf(providers, u"openrouter"_s), u"Connected · 1 model(s) on"_s);
        QCOMPARE(toneOf(providers, u"openrouter"_s), u"ok"_s);
    }

    void rejectedKey()
    {
        TemporarySettings kept;
        directory.report = Error{ErrorKind::Auth, 401, u"Invalid API key"_s, {}, {}};
        ProvidersController providers(directory, secrets, kept.settings);
        providers.testConnection();
        QTRY_COMPARE(providers.testTone(), u"danger"_s);
        QVERIFY(!providers.testTitle().isEmpty());
        QVERIFY(providers.testTitle().contains(u"OpenRouter"_s));
        QCOMPARE(subtitleOf(providers, u"openrouter"_s), u"Key rejected"_s);
        QCOMPARE(toneOf(providers, u"openrouter"_s), u"danger"_s);
    }

    void failuresOfATestSpeakOfTheTest_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        for (const ErrorKind kind :
             {ErrorKind::Auth, ErrorKind::Balance, ErrorKind::Network, ErrorKind::Timeout,
              ErrorKind::Server, ErrorKind::Overloaded, ErrorKind::NoKey, ErrorKind::Tls,
              ErrorKind::NotFound, ErrorKind::Protocol, ErrorKind::Keychain})
            QTest::newRow(qPrintable(errorKindName(kind))) << kind;
    }
    void failuresOfATestSpeakOfTheTest()
    {
        QFETCH(ErrorKind, kind);
        TemporarySettings kept;
        directory.report = Error{kind, 0, {}, {}, {}};
        ProvidersController providers(directory, secrets, kept.settings);
        providers.testConnection();
        QTRY_COMPARE(providers.testTone(), u"danger"_s);
        QVERIFY(!providers.testTitle().isEmpty());
        QVERIFY(!providers.testDetail().isEmpty());
        const QString said = providers.testTitle() + providers.testDetail();
        QVERIFY2(!said.contains(u"message"_s), qPrintable(said)); // none was written
        QVERIFY(!subtitleOf(providers, u"openrouter"_s).isEmpty());
    }

    void eachKeyIsReadOnce()
    {
        TemporarySettings kept;
        ProvidersController providers(directory, secrets, kept.settings);
        QSignalSpy changed(&providers.status(), &ProviderStatus::changed);
        providers.status().readKeys();
        providers.status().readKeys();
        QTRY_COMPARE(subtitleOf(providers, u"deepseek"_s), u"No key yet"_s);
        QCoreApplication::processEvents();
        const qsizetype answers = std::count_if(changed.begin(), changed.end(), [](const auto &c) {
            return c.at(0).toString() == u"deepseek"_s;
        });
        QCOMPARE(answers, 1);
    }

    void lateAnswersOfAnotherAddressDoNotCount()
    {
        TemporarySettings kept;
        directory.holdTest = true;
        ProvidersController providers(directory, secrets, kept.settings);
        providers.testConnection();
        providers.form()->setBaseUrl(u"https://other.example/v1"_s);
        QVERIFY(!providers.testing());
        directory.releaseTest();
        QCOMPARE(providers.testTone(), QString());
    }

    void fieldsThatCannotWork_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::newRow("empty name") << u"name"_s << u"  "_s;
        QTest::newRow("no scheme") << u"baseUrl"_s << u"openrouter.ai/api/v1"_s;
        QTest::newRow("file") << u"baseUrl"_s << u"file:///etc/passwd"_s;
        QTest::newRow("no host") << u"baseUrl"_s << u"https:///v1"_s;
        QTest::newRow("password in it") << u"baseUrl"_s << u"https://me:secret@host/v1"_s;
        QTest::newRow("too long a path") << u"baseUrl"_s << u"https://host/v1/chat/completions"_s;
        QTest::newRow("proxy") << u"proxy"_s << u"localhost"_s;
        QTest::newRow("proxy with password") << u"proxy"_s << u"http://me:secret@host:80"_s;
        QTest::newRow("certificate") << u"caFile"_s << u"/nowhere/at/all.pem"_s;
        QTest::newRow("no number") << u"connect"_s << u"soon"_s;
        QTest::newRow("zero") << u"idle"_s << u"0"_s;
        QTest::newRow("too long") << u"idle"_s << u"9999999"_s;
    }
    void fieldsThatCannotWork()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        TemporarySettings kept;
        ProvidersController providers(directory, secrets, kept.settings);
        ProviderForm *form = providers.form();
        const std::vector<ProviderProfile> before = directory.list;
        QHash<QString, std::function<void()>>{
            {u"name"_s, [&] { form->setName(typed); }},
            {u"baseUrl"_s, [&] { form->setBaseUrl(typed); }},
            {u"proxy"_s, [&] { form->setProxyMode(u"custom"_s), form->setProxyAddress(typed); }},
            {u"caFile"_s, [&] { form->setCaFile(typed); }},
            {u"connect"_s, [&] { form->setConnectSeconds(typed); }},
            {u"idle"_s, [&] { form->setIdleSeconds(typed); }}}[field]();
        QVERIFY2(!form->errors().value(field).toString().isEmpty(), qPrintable(field));
        QVERIFY(directory.list == before); // nothing of it was saved
        // Another provider does not inherit the refused text.
        providers.setCurrentId(u"deepseek"_s);
        QVERIFY(form->errors().isEmpty());
    }

    void fieldsThatWork()
    {
        TemporarySettings kept;
        ProvidersController providers(directory, secrets, kept.settings);
        ProviderForm *form = providers.form();
        QCOMPARE(form->proxyMode(), u"system"_s);
        form->setName(u" My  Router "_s);
        form->setBaseUrl(u"https://gateway.example/v1/"_s);
        form->setProxyMode(u"custom"_s);
        QCOMPARE(form->proxyMode(), u"custom"_s);
        form->setProxyAddress(u"socks5://localhost:1080"_s);
        form->setConnectSeconds(u"10 s"_s);
        form->setIdleSeconds(u"180"_s);
        const ProviderProfile saved = *directory.profile(u"openrouter"_s);
        QCOMPARE(saved.name, u"My Router"_s);
        QCOMPARE(saved.baseUrl, u"https://gateway.example/v1/"_s); // verbatim
        QCOMPARE(saved.proxy, u"socks5://localhost:1080"_s);
        QCOMPARE(saved.connectTimeoutMs, 10'000);
        QCOMPARE(saved.idleTimeoutMs, 180'000);
        QVERIFY(form->errors().isEmpty());
        form->setProxyMode(u"none"_s);
        QCOMPARE(directory.profile(u"openrouter"_s)->proxy, u"none"_s);
    }

    void openAddressIsCalledOpen()
    {
        TemporarySettings kept;
        ProvidersController providers(directory, secrets, kept.settings);
        QCOMPARE(providers.form()->urlNote(), QString());
        providers.form()->setBaseUrl(u"http://gateway.example/v1"_s);
        QVERIFY(!providers.form()->urlNote().isEmpty());
        providers.form()->setBaseUrl(u"http://127.0.0.1:8080/v1"_s);
        QCOMPARE(providers.form()->urlNote(), QString());
    }

    void headers()
    {
        TemporarySettings kept;
        ProvidersController providers(directory, secrets, kept.settings);
        ProviderForm *form = providers.form();
        form->addHeader();
        form->setHeader(0, u"X-Title"_s, {});
        form->setHeader(0, u"X-Title"_s, u"Ponder"_s);
        QCOMPARE(directory.profile(u"openrouter"_s)->headers.value(u"X-Title"_s), u"Ponder"_s);
        form->addHeader();
        QCOMPARE(form->headers().size(), 2);
        form->setHeader(1, u"Authorization"_s, u"Bearer "_s + kKey);
        QVERIFY(form->errors().contains(u"headers"_s));
        QCOMPARE(directory.profile(u"openrouter"_s)->headers.size(), 1);
        form->setHeader(1, u"X-Bad\nHeader"_s, u"1"_s);
        QVERIFY(form->errors().contains(u"headers"_s));
        form->setHeader(1, u"x-title"_s, u"twice"_s);
        QVERIFY(form->errors().contains(u"headers"_s));
        form->removeHeader(1);
        QVERIFY(!form->errors().contains(u"headers"_s));
        QCOMPARE(directory.profile(u"openrouter"_s)->headers.size(), 1);
    }

    void directoryHasTheLastWord()
    {
        TemporarySettings kept;
        ProvidersController providers(directory, secrets, kept.settings);
        directory.saveError = Error{ErrorKind::Usage, 0, u"This address is taken."_s, {}, {}};
        providers.form()->setBaseUrl(u"https://taken.example/v1"_s);
        QCOMPARE(providers.form()->errors().value(u"baseUrl"_s).toString(),
                 u"This address is taken."_s);
        QCOMPARE(providers.form()->baseUrl(), u"https://taken.example/v1"_s); // stays in the field
    }

    void models()
    {
        TemporarySettings kept;
        secrets.keys[u"openrouter"_s] = kKey;
        ProvidersController providers(directory, secrets, kept.settings);
        QTRY_VERIFY(providers.key()->stored());
        QCOMPARE(directory.fetches, 0);
        providers.refresh();
        QVERIFY(providers.models()->updating());
        QTRY_COMPARE(providers.models()->total(), 2);
        QVERIFY(!providers.models()->updating());
        const ProviderModelsModel &table = *providers.models();
        // The one in the menu comes first.
        QCOMPARE(at(table, 0, "modelId").toString(), u"deepseek/deepseek-r1-0528"_s);
        QCOMPARE(at(table, 0, "name").toString(), u"deepseek-r1-0528"_s);
        QCOMPARE(at(table, 0, "contextText").toString(), u"160K"_s);
        QCOMPARE(at(table, 0, "inputPrice").toString(), u"$0.50"_s);
        QCOMPARE(at(table, 0, "outputPrice").toString(), u"$2.15"_s);
        QCOMPARE(at(table, 0, "shown").toBool(), true);
        QCOMPARE(at(table, 1, "shown").toBool(), false);

        providers.models()->setShown(u"qwen/qwen3-235b-a22b"_s, true);
        QCOMPARE(directory.profile(u"openrouter"_s)->shownModels,
                 (QStringList{u"deepseek/deepseek-r1-0528"_s, u"qwen/qwen3-235b-a22b"_s}));
        providers.models()->setShown(u"deepseek/deepseek-r1-0528"_s, false);
        QCOMPARE(at(table, 0, "shown").toBool(), false);
        // The last one stays on: there would be nothing to choose.
        providers.models()->setShown(u"qwen/qwen3-235b-a22b"_s, false);
        QCOMPARE(directory.profile(u"openrouter"_s)->shownModels,
                 QStringList{u"qwen/qwen3-235b-a22b"_s});
        QCOMPARE(at(table, 1, "shown").toBool(), true);

        providers.models()->setFilter(u"R1"_s);
        QCOMPARE(table.count(), 1);
        QVERIFY(table.canAdd());
        providers.models()->setFilter(u"deepseek/deepseek-r1-0528"_s);
        QVERIFY(!table.canAdd());
        providers.models()->setFilter({});
        providers.models()->setShown(u"my/own-model"_s, true); // one the list does not name
        QCOMPARE(table.total(), 3);
        QVERIFY(directory.profile(u"openrouter"_s)->shownModels.contains(u"my/own-model"_s));
    }

    void modelListThatFails()
    {
        TemporarySettings kept;
        directory.fetched = Error{ErrorKind::Network, 0, u"refused"_s, {}, {}};
        ProvidersController providers(directory, secrets, kept.settings);
        providers.models()->fetch();
        QTRY_VERIFY(!providers.models()->updating());
        QVERIFY(!providers.models()->problem().isEmpty());
        QCOMPARE(providers.models()->count(), 1); // the default model is offered all the same
    }

    void addAndRemove()
    {
        TemporarySettings kept;
        ProvidersController providers(directory, secrets, kept.settings);
        QVERIFY(!providers.add({}, u"https://host/v1"_s, true));
        QVERIFY(!providers.addError().isEmpty());
        QVERIFY(!providers.add(u"My server"_s, u"host"_s, true));
        QVERIFY(providers.add(u"My Server 2!"_s, u"https://host/v1"_s, false));
        QCOMPARE(providers.addError(), QString());
        QCOMPARE(providers.currentId(), u"my-server-2"_s);
        const ProviderProfile added = *directory.profile(u"my-server-2"_s);
        QVERIFY(added.userMade);
        QVERIFY(!added.needsKey);
        QCOMPARE(added.baseUrl, u"https://host/v1"_s);
        QVERIFY(providers.add(u"My Server 2"_s, u"https://host/v1"_s, true));
        QCOMPARE(providers.currentId(), u"my-server-2-2"_s);
        QVERIFY(providers.add(u"我的服务器"_s, u"https://host/v1"_s, true));
        QCOMPARE(providers.currentId(), u"provider"_s);

        secrets.keys[u"provider"_s] = kKey;
        providers.removeOrReset(u"provider"_s);
        QVERIFY(!directory.profile(u"provider"_s));
        QVERIFY(!secrets.keys.contains(u"provider"_s));
        QVERIFY(directory.profile(providers.currentId()));
    }

    void localServersOfTheFirstRun()
    {
        TemporarySettings kept;
        directory.list.push_back(local(u"llama-server"_s, u"llama-server"_s, 8080));
        ProvidersController providers(directory, secrets, kept.settings);
        QCOMPARE(providers.localServers().size(), 2);
        directory.servers = {{u"ollama"_s, u"http://localhost:11434/v1"_s, true, 4},
                             {u"llama-server"_s, u"http://127.0.0.1:9931/v1"_s, false, 0}};
        QSignalSpy found(&providers, &ProvidersController::localServersChanged);
        providers.lookAgain();
        QVERIFY(providers.looking());
        QVERIFY(found.wait());
        const QVariantMap ollama = providers.localServers().at(0).toMap();
        QCOMPARE(ollama.value(u"running"_s).toBool(), true);
        QCOMPARE(ollama.value(u"subtitle"_s).toString(),
                 u"Found at localhost:11434 · 4 model(s)"_s);
        const QVariantMap llama = providers.localServers().at(1).toMap();
        QCOMPARE(llama.value(u"running"_s).toBool(), false);
        QCOMPARE(llama.value(u"subtitle"_s).toString(), u"Not running at localhost:8080"_s);
        QCOMPARE(providers.featured().size(), 1);
        QTRY_VERIFY(!providers.looking());
    }

    void chineseNames()
    {
        TemporarySettings kept;
        directory.list[0].nameZh = u"开放路由"_s;
        ProvidersController providers(directory, secrets, kept.settings);
        QCOMPARE(providers.form()->title(), u"OpenRouter"_s);
        providers.setChinese(true);
        QCOMPARE(providers.form()->title(), u"开放路由"_s);
        QCOMPARE(at(*providers.list(), 0, "name").toString(), u"开放路由"_s);
    }
};

QTEST_GUILESS_MAIN(tst_ProvidersController)
#include "tst_ProvidersController.moc"
