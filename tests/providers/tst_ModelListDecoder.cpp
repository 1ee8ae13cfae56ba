#include "providers/ModelListDecoder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

namespace {

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(PONDER_TEST_DATA "/providers/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "id | name | context | input | output", a model a line.
QString summary(const ModelPage &page)
{
    QStringList lines;
    for (const ModelInfo &model : page.models) {
        lines << u"%1 | %2 | %3 | %4 | %5"_s.arg(
            model.id, model.name,
            model.contextTokens ? QString::number(*model.contextTokens) : u"-"_s,
            model.price ? model.price->inputPerMillion : u"-"_s,
            model.price ? model.price->outputPerMillion + u' ' + model.price->currency : u"-"_s);
    }
    return lines.join(u'\n');
}

} // namespace

class TestModelListDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryShape_data();
    void readsEveryShape();
    void readsWhatThinkingAndCachedInputAreLike();
    void aRoutersPriceIsUncertain();
    void readsSupportedParameters();
    void oddLists_data();
    void oddLists();
    void refusesWhatIsNoList_data();
    void refusesWhatIsNoList();
    void boundsHostileLists();
};

void TestModelListDecoder::readsEveryShape_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("next");
    QTest::newRow("OpenRouter")
        << u"models-openrouter.json"_s
        << u"deepseek/deepseek-r1-0528 | DeepSeek: R1 0528 | 163840 | 0.5 | 2.15 USD\n"
           "openrouter/auto | Auto Router | 2000000 | - | -\n"
           "acme/free:free | Acme: Free | 8192 | 0 | 0 USD"_s
        << u"/api/v1/models?offset=500&limit=500"_s;
    QTest::newRow("DeepSeek") << u"models-deepseek.json"_s
                              << u"deepseek-chat | deepseek-chat | - | - | -\n"
                                 "deepseek-reasoner | deepseek-reasoner | - | - | -"_s
                              << QString();
    QTest::newRow("Novita")
        << u"models-novita.json"_s
        << u"deepseek/deepseek-r1-0528 | DeepSeek R1 0528 | 163840 | 0.7 | 2.5 USD\n"
           "small/model | Small | 4096 | 0.39 | 0.0001 USD"_s
        << QString();
    QTest::newRow("GMI, as documented")
        << u"models-gmi.json"_s
        << u"deepseek-ai/DeepSeek-R1-0528 | deepseek-ai/DeepSeek-R1-0528 | - | - | -"_s
        << QString();
    QTest::newRow("Hugging Face")
        << u"models-huggingface.json"_s
        << u"deepseek-ai/DeepSeek-R1-0528 | deepseek-ai/DeepSeek-R1-0528 | 163840 | 0.55 | 2.19 USD"_s
        << QString();
    QTest::newRow("vLLM") << u"models-vllm.json"_s
                          << u"deepseek-ai/DeepSeek-R1-0528-Qwen3-8B | "
                             "deepseek-ai/DeepSeek-R1-0528-Qwen3-8B | 32768 | - | -"_s
                          << QString();
    QTest::newRow("llama-server") << u"models-llama-server.json"_s
                                  << u"r1-8b | r1-8b | 16384 | - | -"_s << QString();
    QTest::newRow("llama-server, loading")
        << u"models-llama-server-loading.json"_s
        << u"/models/r1.gguf | /models/r1.gguf | - | - | -"_s << QString();
    QTest::newRow("LM Studio, older")
        << u"models-lmstudio-v0.json"_s
        << u"deepseek-r1-0528-qwen3-8b | deepseek-r1-0528-qwen3-8b | 131072 | - | -"_s << QString();
    QTest::newRow("LM Studio, newer")
        << u"models-lmstudio-v1.json"_s
        << u"deepseek/deepseek-r1-0528-qwen3-8b | DeepSeek R1 0528 Qwen3 8B | 8192 | - | -"_s
        << QString();
    QTest::newRow("Anthropic") << u"models-anthropic.json"_s << u"claude-x | Claude X | - | - | -"_s
                               << u"?after_id=claude%20x%26y"_s;
    QTest::newRow("Ollama") << u"models-ollama.json"_s
                            << u"deepseek-r1:8b | deepseek-r1:8b | - | - | -"_s << QString();
}

void TestModelListDecoder::readsEveryShape()
{
    QFETCH(QString, file);
    QFETCH(QString, expected);
    QFETCH(QString, next);
    const QByteArray body = fixture(file);
    QVERIFY2(!body.isEmpty(), qPrintable(file));
    const Result<ModelPage> page = ModelListDecoder::decode(body);
    QVERIFY2(page.ok(), page.ok() ? "" : qPrintable(page.error().message));
    QCOMPARE(summary(*page), expected);
    QCOMPARE(page->next.toString(QUrl::FullyEncoded), next);
}

void TestModelListDecoder::readsWhatThinkingAndCachedInputAreLike()
{
    const Result<ModelPage> page = ModelListDecoder::decode(fixture(u"models-openrouter.json"_s));
    QVERIFY(page.ok());
    const ModelInfo &thinker = page->models[0];
    QVERIFY(thinker.alwaysThinks);
    QVERIFY(!thinker.efforts);
    QCOMPARE(thinker.price->cachedInputPerMillion, u"0.35"_s);
    const ModelInfo &free = page->models[2];
    QVERIFY(!free.alwaysThinks);
    QCOMPARE(free.efforts, std::optional(QStringList{u"high"_s, u"low"_s}));
    QCOMPARE(free.price->cachedInputPerMillion, QString());
}

void TestModelListDecoder::aRoutersPriceIsUncertain()
{
    const Result<ModelPage> page = ModelListDecoder::decode(fixture(u"models-huggingface.json"_s));
    QVERIFY(page.ok());
    QVERIFY(page->models[0].price->varies);
}

void TestModelListDecoder::readsSupportedParameters()
{
    const Result<ModelPage> page = ModelListDecoder::decode(fixture(u"models-openrouter.json"_s));
    QVERIFY(page.ok());
    QCOMPARE(
        page->models[0].supportedParameters,
        std::optional(QStringList{u"temperature"_s, u"top_p"_s, u"reasoning"_s, u"max_tokens"_s}));
    QCOMPARE(page->models[1].supportedParameters, std::optional(QStringList())); // said to be none
    QVERIFY(!page->models[2].supportedParameters);                               // not said
}

void TestModelListDecoder::oddLists_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QByteArray(R"({"data":[]})") << QString();
    QTest::newRow("null, as Ollama without models")
        << QByteArray(R"({"object":"list","data":null})") << QString();
    QTest::newRow("bare list") << QByteArray(R"([{"id":"a","context_length":7}])")
                               << u"a | a | 7 | - | -"_s;
    QTest::newRow("blank lines before")
        << QByteArray("\n\n{\"data\":[{\"id\":\"a\"}]}") << u"a | a | - | - | -"_s;
    QTest::newRow("twice the same")
        << QByteArray(R"({"data":[{"id":"a"},{"id":"a","name":"B"}]})") << u"a | a | - | - | -"_s;
    QTest::newRow("wrong types")
        << QByteArray(R"({"data":[1,null,"x",{"id":5},{"id":"a","context_length":"big","name":[],)"
                      R"("pricing":7,"providers":{},"meta":[]}]})")
        << u"a | a | - | - | -"_s;
    QTest::newRow("prices that are none")
        << QByteArray(R"({"data":[{"id":"a","pricing":{"prompt":"free","completion":"0"}}]})")
        << u"a | a | - | - | -"_s;
    QTest::newRow("price as a number")
        << QByteArray(R"({"data":[{"id":"a","pricing":{"prompt":5e-7,"completion":0.00000215}}]})")
        << u"a | a | - | 0.5 | 2.15 USD"_s;
    QTest::newRow("negative context")
        << QByteArray(R"({"data":[{"id":"a","context_length":-1}]})") << u"a | a | - | - | -"_s;
    QTest::newRow("control characters") << QByteArray(R"({"data":[{"id":"a\u0000\u001b[31m\nb"}]})")
                                        << u"a[31mb | a[31mb | - | - | -"_s;
}

void TestModelListDecoder::oddLists()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    const Result<ModelPage> page = ModelListDecoder::decode(body);
    QVERIFY2(page.ok(), page.ok() ? "" : qPrintable(page.error().message));
    QCOMPARE(summary(*page), expected);
}

void TestModelListDecoder::refusesWhatIsNoList_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("contains");
    QTest::newRow("nothing") << QByteArray() << u"protocol"_s << QString();
    QTest::newRow("web page") << QByteArray("<html><title>Login</title></html>") << u"protocol"_s
                              << u"Login"_s;
    QTest::newRow("other JSON") << QByteArray(R"({"hello":1})") << u"protocol"_s << QString();
    QTest::newRow("error with status 200")
        << QByteArray(R"({"error":{"message":"Invalid token","code":401}})") << u"auth"_s
        << u"Invalid token"_s;
    QTest::newRow("cut off") << QByteArray(R"({"data":[{"id":"a"},)") << u"protocol"_s << QString();
}

void TestModelListDecoder::refusesWhatIsNoList()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, kind);
    QFETCH(QString, contains);
    const Result<ModelPage> page = ModelListDecoder::decode(body);
    QVERIFY(!page.ok());
    QCOMPARE(errorKindName(page.error().kind), kind);
    QVERIFY2(page.error().message.contains(contains), qPrintable(page.error().message));
}

void TestModelListDecoder::boundsHostileLists()
{
    QJsonArray many;
    for (int i = 0; i < 21'000; ++i)
        many.append(QJsonObject{{u"id"_s, QString::number(i)}});
    const QByteArray list = QJsonDocument(QJsonObject{{u"data"_s, many}}).toJson();
    const Result<ModelPage> page = ModelListDecoder::decode(list);
    QVERIFY(page.ok());
    QCOMPARE(page->models.size(), ModelListDecoder::kMaxModels);

    const QJsonArray one{QJsonObject{{u"id"_s, QString(100'000, u'x')}}};
    const Result<ModelPage> longName =
        ModelListDecoder::decode(QJsonDocument(QJsonObject{{u"data"_s, one}}).toJson());
    QVERIFY(longName.ok());
    QVERIFY(longName->models.front().id.size() <= 300);
}

QTEST_GUILESS_MAIN(TestModelListDecoder)
#include "tst_ModelListDecoder.moc"
