#include "providers/CatalogFixture.h"
#include "providers/ProfileJson.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

/// The profiles: the built-in table, and what people change and add.
class TestProviderCatalog : public QObject
{
    Q_OBJECT

private:
    static QJsonObject userEntry(const CatalogFixture &f, const QString &id)
    {
        const QJsonArray entries =
            QJsonDocument::fromJson(contentOf(f.userFile())).object().value(u"profiles").toArray();
        for (const QJsonValue &entry : entries) {
            if (entry.toObject().value(u"id").toString() == id)
                return entry.toObject();
        }
        return {};
    }
    static ProviderProfile ownProfile()
    {
        ProviderProfile profile;
        profile.id = u"mine"_s;
        profile.name = u"My server"_s;
        profile.baseUrl = u"https://llm.example/api"_s;
        profile.defaultModel = u"r1"_s;
        return profile;
    }

private Q_SLOTS:
    void builtInTable_data();
    void builtInTable();
    void builtInTableIsSound();
    void anEntryIsEnough();
    void refusesTablesThatMakeNoSense_data();
    void refusesTablesThatMakeNoSense();
    void keepsOwnProfiles();
    void overridesOnlyWhatWasChanged();
    void resetsABuiltInProfile();
    void removesOwnProfilesOnly();
    void refusesProfilesThatCannotWork();
    void neverWritesTheKey();
    void keepsADamagedFileAside_data();
    void keepsADamagedFileAside();
    void leavesOutEntriesThatCannotWork();
    void keepsWhatAnotherProcessWrote();
    void saysWhenItCannotWrite();
};

void TestProviderCatalog::builtInTable_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<QString>("model");
    const auto row = [](const char *id, const char *url, const char *model) {
        QTest::newRow(id) << QString::fromLatin1(id) << QString::fromLatin1(url)
                          << QString::fromLatin1(model);
    };
    row("deepseek", "https://api.deepseek.com", "deepseek-reasoner");
    row("wcode", "https://wcode.net/api/gpt/v1", "deepseek/deepseek-r1-0528");
    row("openrouter", "https://openrouter.ai/api/v1", "deepseek/deepseek-r1-0528");
    row("gmi", "https://api.gmi-serving.com/v1", "deepseek-ai/DeepSeek-R1-0528");
    row("novita", "https://api.novita.ai/openai/v1", "deepseek/deepseek-r1-0528");
    row("nebius", "https://api.tokenfactory.nebius.com/v1", "deepseek-ai/DeepSeek-R1-0528");
    row("inference-net", "https://api.inference.net/v1", "");
    row("modelscope", "https://api-inference.modelscope.cn/v1", "deepseek-ai/DeepSeek-R1-0528");
    row("huggingface", "https://router.huggingface.co/v1", "deepseek-ai/DeepSeek-R1-0528");
    row("siliconflow", "https://api.siliconflow.cn/v1", "deepseek-ai/DeepSeek-R1");
    row("dashscope", "https://dashscope.aliyuncs.com/compatible-mode/v1", "deepseek-r1-0528");
    row("zhipu", "https://open.bigmodel.cn/api/paas/v4", "");
    row("moonshot", "https://api.moonshot.ai/v1", "");
    row("openai", "https://api.openai.com/v1", "");
    row("xai", "https://api.x.ai/v1", "");
    row("mistral", "https://api.mistral.ai/v1", "");
    row("groq", "https://api.groq.com/openai/v1", "");
    row("together", "https://api.together.xyz/v1", "deepseek-ai/DeepSeek-R1");
    row("fireworks", "https://api.fireworks.ai/inference/v1",
        "accounts/fireworks/models/deepseek-r1-0528");
    row("gemini", "https://generativelanguage.googleapis.com/v1beta/openai/", "");
    row("anthropic", "https://api.anthropic.com/v1/", "");
    row("ollama", "http://localhost:11434/v1", "deepseek-r1:8b");
    row("lmstudio", "http://127.0.0.1:1234/v1", "");
    row("llama-server", "http://127.0.0.1:8080/v1", "");
    row("vllm", "http://localhost:8000/v1", "");
    row("sglang", "http://127.0.0.1:30000/v1", "");
    row("demo", "", "deepseek-r1-0528-recorded");
}

void TestProviderCatalog::builtInTable()
{
    QFETCH(QString, id);
    QFETCH(QString, baseUrl);
    QFETCH(QString, model);
    CatalogFixture f;
    const auto profile = f.catalog->profile(id);
    QVERIFY(profile);
    QCOMPARE(profile->baseUrl, baseUrl);
    QVERIFY(!profile->defaultModel.isEmpty());
    if (!model.isEmpty())
        QCOMPARE(profile->defaultModel, model);
    QVERIFY(!profile->userMade);
    const bool remote = !profile->local && profile->kind != ProviderProfile::Kind::Demo;
    QCOMPARE(profile->needsKey, remote);
    QCOMPARE(profile->keyUrl.isEmpty(), !remote);
    QVERIFY(remote || profile->billingUrl.isEmpty());
    QCOMPARE(profile->probePorts.empty(), !profile->local);
}

void TestProviderCatalog::builtInTableIsSound()
{
    const Result<std::vector<ProviderProfile>> table =
        ProviderCatalog::readBuiltIn(builtInProviders());
    QVERIFY2(table.ok(), table.ok() ? "" : qPrintable(table.error().message));
    QCOMPARE(table->size(), 27U);
    QStringList featured;
    for (const ProviderProfile &profile : *table) {
        if (profile.featured)
            featured << profile.id;
    }
    QCOMPARE(featured, QStringList({u"openrouter"_s, u"deepseek"_s, u"siliconflow"_s,
                                    u"dashscope"_s, u"together"_s, u"fireworks"_s, u"wcode"_s}));

    CatalogFixture f;
    const auto deepSeek = f.catalog->profile(u"deepseek"_s);
    QVERIFY(deepSeek->ignoredParameters.contains(u"temperature"_s));
    QVERIFY(deepSeek->unsupportedParameters.contains(u"logprobs"_s));
    QCOMPARE(deepSeek->continueStyle, ContinueStyle::PrefixFlag);
    QCOMPARE(f.catalog->profile(u"openrouter"_s)->reasoningReplay,
             ReasoningReplay::DetailsVerbatim);
    QCOMPARE(f.catalog->profile(u"dashscope"_s)->displayName(true), u"阿里云百炼"_s);
    QCOMPARE(f.catalog->profile(u"llama-server"_s)->probePorts, std::vector<int>({8080, 9931}));

    // A misspelt field would be passed over in silence.
    QStringList known = ProfileJson::write({}).keys();
    known << u"credit"_s;
    const QJsonArray entries =
        QJsonDocument::fromJson(builtInProviders()).object().value(u"profiles").toArray();
    for (const QJsonValue &entry : entries) {
        const QStringList fields = entry.toObject().keys();
        for (const QString &field : fields)
            QVERIFY2(known.contains(field), qPrintable(field));
    }
}

void TestProviderCatalog::anEntryIsEnough()
{
    QJsonArray entries =
        QJsonDocument::fromJson(builtInProviders()).object().value(u"profiles").toArray();
    entries.append(QJsonObject{{u"id"_s, u"newcomer"_s},
                               {u"name"_s, u"Newcomer"_s},
                               {u"baseUrl"_s, u"https://api.newcomer.example/v3"_s}});
    CatalogFixture f(providersJson(entries));
    const auto profile = f.catalog->profile(u"newcomer"_s);
    QVERIFY(profile);
    QCOMPARE(profile->name, u"Newcomer"_s);
    QVERIFY(profile->needsKey);
    QCOMPARE(f.catalog->profiles().size(), 28U);
}

void TestProviderCatalog::refusesTablesThatMakeNoSense_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("names");
    QTest::newRow("not JSON") << QByteArray("{") << u"no profiles"_s;
    QTest::newRow("bad id") << QByteArray(
                                   R"({"profiles":[{"id":"A B","name":"x","baseUrl":"http://x"}]})")
                            << u"A B"_s;
    QTest::newRow("bad URL") << QByteArray(R"({"profiles":[{"id":"a","name":"x","baseUrl":"x"}]})")
                             << u"http"_s;
    QTest::newRow("twice") << QByteArray(
                                  R"({"profiles":[{"id":"a","name":"x","baseUrl":"http://x"},)"
                                  R"({"id":"a","name":"y","baseUrl":"http://y"}]})")
                           << u"twice"_s;
}

void TestProviderCatalog::refusesTablesThatMakeNoSense()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, names);
    const auto table = ProviderCatalog::readBuiltIn(json);
    QVERIFY(!table.ok());
    QVERIFY2(table.error().message.contains(names), qPrintable(table.error().message));
}

void TestProviderCatalog::keepsOwnProfiles()
{
    CatalogFixture f;
    QSignalSpy changed(f.catalog.get(), &ProviderDirectory::profilesChanged);
    QVERIFY(f.catalog->save(ownProfile()).ok());
    QCOMPARE(changed.size(), 1);
    f.restart();
    const auto profile = f.catalog->profile(u"mine"_s);
    QVERIFY(profile);
    QVERIFY(profile->userMade);
    QCOMPARE(profile->baseUrl, u"https://llm.example/api"_s);
    QCOMPARE(f.catalog->profiles().back().id, u"mine"_s);

    ProviderProfile edited = *profile;
    edited.name = u"  Renamed "_s;
    edited.headers = {{u"X-Team"_s, u"blue"_s}};
    QVERIFY(f.catalog->save(edited).ok());
    f.restart();
    QCOMPARE(f.catalog->profile(u"mine"_s)->name, u"Renamed"_s);
    QCOMPARE(f.catalog->profile(u"mine"_s)->headers.value(u"X-Team"_s), u"blue"_s);
    QCOMPARE(f.catalog->profiles().size(), 28U);
}

void TestProviderCatalog::overridesOnlyWhatWasChanged()
{
    CatalogFixture f;
    ProviderProfile changed = *f.catalog->profile(u"openrouter"_s);
    changed.shownModels = {u"a/b"_s};
    changed.enabled = false;
    QVERIFY(f.catalog->save(changed).ok());
    QCOMPARE(userEntry(f, u"openrouter"_s).keys(),
             QStringList({u"enabled"_s, u"id"_s, u"shownModels"_s}));
    f.restart();
    const auto profile = f.catalog->profile(u"openrouter"_s);
    QVERIFY(!profile->enabled);
    QVERIFY(!profile->userMade);
    QCOMPARE(profile->shownModels, QStringList{u"a/b"_s});
    QCOMPARE(profile->baseUrl, u"https://openrouter.ai/api/v1"_s);
    QCOMPARE(f.catalog->profiles().front().id, u"openrouter"_s); // the order of the table stays
}

void TestProviderCatalog::resetsABuiltInProfile()
{
    CatalogFixture f;
    const ProviderProfile original = *f.catalog->profile(u"ollama"_s);
    ProviderProfile changed = original;
    changed.baseUrl = u"http://192.168.1.5:11434/v1"_s;
    QVERIFY(f.catalog->save(changed).ok());
    QVERIFY(f.catalog->remove(u"ollama"_s).ok());
    QVERIFY(*f.catalog->profile(u"ollama"_s) == original);
    QVERIFY(f.catalog->save(changed).ok());
    QVERIFY(f.catalog->save(original).ok()); // by hand is as good
    QVERIFY(userEntry(f, u"ollama"_s).isEmpty());
}

void TestProviderCatalog::removesOwnProfilesOnly()
{
    CatalogFixture f;
    QVERIFY(f.catalog->save(ownProfile()).ok());
    QVERIFY(f.catalog->remove(u"mine"_s).ok());
    QVERIFY(!f.catalog->profile(u"mine"_s));
    const Result<void> again = f.catalog->remove(u"mine"_s);
    QVERIFY(!again.ok());
    QCOMPARE(again.error().kind, ErrorKind::Usage);
    f.restart();
    QCOMPARE(f.catalog->profiles().size(), 27U);
}

void TestProviderCatalog::refusesProfilesThatCannotWork()
{
    CatalogFixture f;
    ProviderProfile profile = ownProfile();
    profile.id = u"No Good"_s;
    QVERIFY(!f.catalog->save(profile).ok());
    profile = ownProfile();
    profile.baseUrl = u"llm.example"_s;
    const Result<void> saved = f.catalog->save(profile);
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().kind, ErrorKind::Usage);
    QVERIFY(!QFile::exists(f.userFile()));
}

void TestProviderCatalog::neverWritesTheKey()
{
    CatalogFixture f;
    f.secrets.setKey(u"mine"_s, u"sk-very-secret-0123456789"_s);
    QVERIFY(f.catalog->save(ownProfile()).ok());
    ProviderProfile sneaky = ownProfile();
    sneaky.headers = {{u"Authorization"_s, u"Bearer sk-very-secret-0123456789"_s}};
    QVERIFY(!f.catalog->save(sneaky).ok());
    sneaky.headers = {{u"X-Auth"_s, u"Bearer sk-very-secret-0123456789"_s}};
    QVERIFY(!f.catalog->save(sneaky).ok());
    QVERIFY(!contentOf(f.userFile()).contains("sk-very-secret"));
}

void TestProviderCatalog::keepsADamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("cut off") << QByteArray(R"({"profiles":[{"id":"mine","na)");
    QTest::newRow("binary") << QByteArray("\x00\xff\x01", 3);
    QTest::newRow("another form") << QByteArray("[1,2]");
    QTest::newRow("empty") << QByteArray("");
}

void TestProviderCatalog::keepsADamagedFileAside()
{
    QFETCH(QByteArray, content);
    CatalogFixture f;
    QVERIFY(QDir().mkpath(f.folder.filePath(u"config"_s)));
    QFile file(f.userFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    f.restart();
    QCOMPARE(f.catalog->profiles().size(), 27U);
    QVERIFY(!f.catalog->loadProblem().isEmpty());
    const QStringList kept = QDir(f.folder.filePath(u"config"_s)).entryList({u"*.damaged-*"_s});
    QCOMPARE(kept.size(), 1);
    QCOMPARE(contentOf(f.folder.filePath(u"config/"_s + kept.first())), content);
    QVERIFY(f.catalog->save(ownProfile()).ok());
    f.restart();
    QVERIFY(f.catalog->loadProblem().isEmpty());
    QVERIFY(f.catalog->profile(u"mine"_s));
}

void TestProviderCatalog::leavesOutEntriesThatCannotWork()
{
    CatalogFixture f;
    QVERIFY(QDir().mkpath(f.folder.filePath(u"config"_s)));
    QFile file(f.userFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        providersJson({QJsonObject{{u"id"_s, u"bad one"_s}, {u"future"_s, 1}}, u"text"_s,
                       QJsonObject{{u"id"_s, u"openrouter"_s}, {u"baseUrl"_s, u"nonsense"_s}},
                       QJsonObject{{u"id"_s, u"good"_s},
                                   {u"name"_s, u"Good"_s},
                                   {u"baseUrl"_s, u"http://good.example"_s}}}));
    file.close();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left out"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left out"_s));
    f.restart();
    QCOMPARE(f.catalog->profiles().size(), 28U);
    QVERIFY(f.catalog->profile(u"good"_s));
    QCOMPARE(f.catalog->profile(u"openrouter"_s)->baseUrl, u"https://openrouter.ai/api/v1"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left out"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left out"_s));
    QVERIFY(f.catalog->save(ownProfile()).ok());
    QCOMPARE(userEntry(f, u"bad one"_s).value(u"future"),
             QJsonValue(1)); // kept for its own version
}

void TestProviderCatalog::keepsWhatAnotherProcessWrote()
{
    CatalogFixture f;
    ProviderCatalog other(f.builtIn, f.userFile(), f.cacheFile(), f.secrets, f.clock);
    QVERIFY(f.catalog->save(ownProfile()).ok());
    ProviderProfile second = ownProfile();
    second.id = u"second"_s;
    QVERIFY(other.save(second).ok());
    f.restart();
    QVERIFY(f.catalog->profile(u"mine"_s));
    QVERIFY(f.catalog->profile(u"second"_s));
}

void TestProviderCatalog::saysWhenItCannotWrite()
{
    CatalogFixture f;
    // A file where the folder should be stops even root.
    QFile obstacle(f.folder.filePath(u"config"_s));
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    obstacle.close();
    const Result<void> saved = f.catalog->save(ownProfile());
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().kind, ErrorKind::Storage);
    QVERIFY(saved.error().message.contains(f.userFile()));
}

QTEST_GUILESS_MAIN(TestProviderCatalog)
#include "tst_ProviderCatalog.moc"
