#include "chat/ThinkingEffort.h"
#include "providers/ProviderCatalog.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;
using Effect = EffortSupport::Effect;

namespace {

std::vector<ProviderProfile> shipped()
{
    QFile file(QStringLiteral(PONDER_SOURCE_DIR "/resources/providers.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return ProviderCatalog::readBuiltIn(file.readAll()).valueOr({});
}

ProviderProfile profileOf(const QString &id)
{
    for (const ProviderProfile &profile : shipped())
        if (profile.id == id)
            return profile;
    ProviderProfile own; // one that people add: nothing is known of it
    own.id = id;
    return own;
}

QString jsonOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

/// How every provider of the table is told how long to think.
class TestThinkingEffort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spells_data();
    void spells();
    void offers_data();
    void offers();
    void followsTheModelsOwnRecord_data();
    void followsTheModelsOwnRecord();
    void leavesOtherParametersAlone();
    void refusedOnesAreNotSent();
};

void TestThinkingEffort::spells_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("sent");
    const auto add = [](const char *provider, const char *model, const char *level,
                        const char *sent) {
        QTest::addRow("%s %s %s", provider, model, level)
            << QString::fromLatin1(provider) << QString::fromLatin1(model)
            << QString::fromLatin1(level) << QString::fromLatin1(sent);
    };
    const char *const own = R"({"reasoning_effort":"high"})";
    add("openrouter", "openai/gpt-oss-120b", "high", R"({"reasoning":{"effort":"high"}})");
    add("openrouter", "openai/gpt-oss-120b", "none", R"({"reasoning":{"effort":"none"}})");
    add("openrouter", "deepseek/deepseek-r1-0528", "high", R"({"reasoning":{"effort":"high"}})");
    add("openrouter", "deepseek/deepseek-r1-0528", "none", "{}"); // it always thinks
    add("deepseek", "deepseek-v4-flash", "none", R"({"thinking":{"type":"disabled"}})");
    add("deepseek", "deepseek-v4-flash", "low",
        R"({"reasoning_effort":"high","thinking":{"type":"enabled"}})");
    add("deepseek", "deepseek-v4-flash", "xhigh",
        R"({"reasoning_effort":"max","thinking":{"type":"enabled"}})");
    add("siliconflow", "Qwen/Qwen3-8B", "none", R"({"enable_thinking":false})");
    add("siliconflow", "Qwen/Qwen3-8B", "high", R"({"enable_thinking":true})");
    add("siliconflow", "deepseek-ai/DeepSeek-V4-Flash", "max", R"({"reasoning_effort":"max"})");
    add("dashscope", "qwen3-235b-a22b", "on", R"({"enable_thinking":true})");
    add("dashscope", "qwen3-235b-a22b", "none", R"({"enable_thinking":false})");
    add("dashscope", "deepseek-r1-0528", "none", "{}");
    add("novita", "qwen/qwen3-32b-fp8", "none", R"({"enable_thinking":false})");
    add("together", "deepseek-ai/DeepSeek-V3.1", "on", R"({"reasoning":{"enabled":true}})");
    add("together", "deepseek-ai/DeepSeek-V3.1", "none", R"({"reasoning":{"enabled":false}})");
    add("fireworks", "accounts/fireworks/models/gpt-oss-120b", "high", own);
    add("nebius", "openai/gpt-oss-120b", "high", own);
    add("nebius", "openai/gpt-oss-120b", "none", "{}"); // not known there
    add("huggingface", "openai/gpt-oss-120b", "high", own);
    add("zhipu", "glm-4.5", "none", R"({"thinking":{"type":"disabled"}})");
    add("zhipu", "glm-4.5", "medium", R"({"thinking":{"type":"enabled"}})");
    add("moonshot", "kimi-k2.5", "none", R"({"thinking":{"type":"disabled"}})");
    add("moonshot", "kimi-k2.7-code", "none", "{}");
    add("openai", "gpt-5", "high", own);
    add("openai", "gpt-5", "max", own);
    add("groq", "openai/gpt-oss-120b", "high", own);
    add("groq", "qwen/qwen3-32b", "none", R"({"reasoning_effort":"none"})");
    add("groq", "qwen/qwen3-32b", "high", R"({"reasoning_effort":"default"})");
    add("ollama", "qwen3:8b", "none", R"({"reasoning_effort":"none"})");
    add("ollama", "qwen3:8b", "on", R"({"reasoning_effort":"medium"})");
    add("llama-server", "models/Qwen3-8B-Q4.gguf", "none",
        R"({"chat_template_kwargs":{"enable_thinking":false}})");
    add("llama-server", "default", "none", R"({"reasoning_effort":"none"})");
    add("vllm", "Qwen/Qwen3-8B", "on", R"({"chat_template_kwargs":{"enable_thinking":true}})");
    add("vllm", "deepseek-ai/DeepSeek-V3.1", "on", R"({"chat_template_kwargs":{"thinking":true}})");
    add("vllm", "openai/gpt-oss-20b", "xhigh", R"({"reasoning_effort":"xhigh"})");
    add("sglang", "deepseek-ai/DeepSeek-V3.1", "none",
        R"({"chat_template_kwargs":{"thinking":false}})");
    for (const char *unknown : {"wcode", "gmi", "inference-net", "modelscope", "xai", "mistral",
                                "gemini", "anthropic", "lmstudio", "somebody-elses"})
        add(unknown, "some-model", "high", own);
}

void TestThinkingEffort::spells()
{
    QFETCH(QString, provider);
    QFETCH(QString, model);
    QFETCH(QString, level);
    const QJsonObject sent =
        spelledParameters(profileOf(provider), model, {{effortParameter(), level}});
    QTEST(jsonOf(sent), "sent");
}

void TestThinkingEffort::offers_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("levels");
    QTest::addColumn<int>("effect");
    const auto add = [](const char *provider, const char *model, const char *levels,
                        Effect effect) {
        QTest::addRow("%s %s", provider, model)
            << QString::fromLatin1(provider) << QString::fromLatin1(model)
            << QString::fromLatin1(levels) << int(effect);
    };
    add("openrouter", "z-ai/glm-4.6", "none minimal low medium high xhigh max", Effect::Known);
    add("openrouter", "deepseek/deepseek-r1-0528", "minimal low medium high xhigh max",
        Effect::Ignored);
    add("deepseek", "deepseek-reasoner", "high max", Effect::Ignored);
    add("deepseek", "deepseek-v4-pro", "none high max", Effect::Known);
    add("dashscope", "deepseek-r1-0528", "", Effect::Ignored);
    add("dashscope", "qwen-plus", "none on", Effect::Known);
    add("moonshot", "kimi-k2.7-code", "on", Effect::Known);
    add("openai", "gpt-4o-mini", "", Effect::NotSupported);
    add("openai", "o3", "low medium high", Effect::Known);
    add("anthropic", "claude-sonnet-4-5", "low medium high", Effect::Ignored);
    add("somebody-elses", "some-model", "low medium high", Effect::Uncertain);
    add("somebody-elses", "DeepSeek-R1-0528", "low medium high", Effect::Ignored);
}

void TestThinkingEffort::offers()
{
    QFETCH(QString, provider);
    QFETCH(QString, model);
    const EffortSupport support = effortSupport(profileOf(provider), model, nullptr);
    QTEST(support.levels.join(u' '), "levels");
    QTEST(int(support.effect), "effect");
}

void TestThinkingEffort::followsTheModelsOwnRecord_data()
{
    QTest::addColumn<ModelInfo>("info");
    QTest::addColumn<QString>("levels");
    QTest::addColumn<int>("effect");
    ModelInfo info{u"a/b"_s, u"B"_s, {}, {}, QStringList{u"reasoning"_s, u"seed"_s}, {}};
    QTest::newRow("listed under the provider's own word")
        << info << "none minimal low medium high xhigh max" << int(Effect::Known);
    info.efforts = QStringList{u"high"_s, u"low"_s};
    QTest::newRow("only some efforts") << info << "none low high" << int(Effect::Known);
    info.alwaysThinks = true;
    QTest::newRow("cannot be switched off") << info << "low high" << int(Effect::Known);
    info = {u"a/b"_s, u"B"_s, {}, {}, QStringList{u"temperature"_s}, {}};
    QTest::newRow("not listed") << info << "none minimal low medium high xhigh max"
                                << int(Effect::Ignored);
}

void TestThinkingEffort::followsTheModelsOwnRecord()
{
    QFETCH(ModelInfo, info);
    const EffortSupport support = effortSupport(profileOf(u"openrouter"_s), info.id, &info);
    QTEST(support.levels.join(u' '), "levels");
    QTEST(int(support.effect), "effect");
}

void TestThinkingEffort::leavesOtherParametersAlone()
{
    const QJsonObject set{{u"temperature"_s, 0.6},
                          {effortParameter(), u"low"_s},
                          {u"reasoning"_s, QJsonObject{{u"exclude"_s, true}}}};
    const QJsonObject sent = spelledParameters(profileOf(u"openrouter"_s), u"a/b"_s, set);
    QCOMPARE(jsonOf(sent), u"{\"reasoning\":{\"effort\":\"low\",\"exclude\":true},"
                           "\"temperature\":0.6}"_s);
    QCOMPARE(spelledParameters(profileOf(u"openrouter"_s), u"a/b"_s, {{u"seed"_s, 1}}),
             (QJsonObject{{u"seed"_s, 1}}));
}

void TestThinkingEffort::refusedOnesAreNotSent()
{
    const ProviderProfile openAi = profileOf(u"openai"_s);
    const QJsonObject set{{u"seed"_s, 1}, {effortParameter(), u"low"_s}};
    QCOMPARE(acceptedParameters(openAi, u"gpt-4o-mini"_s, set), (QJsonObject{{u"seed"_s, 1}}));
    QCOMPARE(acceptedParameters(openAi, u"gpt-5"_s, set), set);
    // Said on the command line it goes out even so: the person may know better.
    QCOMPARE(spelledParameters(openAi, u"gpt-4o-mini"_s, set), set);
}

QTEST_APPLESS_MAIN(TestThinkingEffort)
#include "tst_ThinkingEffort.moc"
