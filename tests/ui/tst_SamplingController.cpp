#include "ui/RequestOptions.h"
#include "ui/SamplingController.h"
#include "ui/SettingsFakes.h"
#include "wire/RequestBuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>

using namespace ponder;
using namespace ponder::fakes;
using namespace Qt::StringLiterals;

namespace {

const QString kModel = u"deepseek/deepseek-r1-0528"_s;
const QString kScope = u"openrouter/deepseek/deepseek-r1-0528"_s;

} // namespace

class tst_SamplingController : public QObject
{
    Q_OBJECT

private:
    Directory directory;
    ParameterTable table = shippedTable();

    static QVariant row(SamplingController &sampling, const QString &name, const char *role)
    {
        return at(*sampling.rows(), sampling.rows()->rowOf(name), role);
    }
    static QString error(SamplingController &sampling, const QString &name)
    {
        return row(sampling, name, "error").toString();
    }
    static QJsonObject sent(SamplingController &sampling)
    {
        return QJsonDocument::fromJson(sampling.preview()->body()).object();
    }

private Q_SLOTS:
    void init()
    {
        ProviderProfile router = remote(u"openrouter"_s, u"OpenRouter"_s, kModel);
        router.headers = {{u"X-Title"_s, u"it's Ponder"_s}};
        ProviderProfile deepseek = remote(u"deepseek"_s, u"DeepSeek"_s, u"deepseek-reasoner"_s);
        deepseek.ignoredParameters = {u"temperature"_s, u"presence_penalty"_s};
        deepseek.unsupportedParameters = {u"logprobs"_s, u"top_logprobs"_s};
        directory.list = {router, deepseek};
        directory.models.clear();
    }

    void rowsAreTheTable()
    {
        TemporarySettings kept;
        SamplingController sampling(table, kept.settings, directory);
        QCOMPARE(sampling.rows()->rowCount(), int(table.all().size()));
        for (size_t i = 0; i < table.all().size(); ++i) {
            QCOMPARE(at(*sampling.rows(), int(i), "name").toString(), table.all()[i].name);
            QCOMPARE(at(*sampling.rows(), int(i), "label").toString(), table.all()[i].labelEn);
            QCOMPARE(at(*sampling.rows(), int(i), "help").toString(), table.all()[i].helpEn);
            QVERIFY(!at(*sampling.rows(), int(i), "isSet").toBool());
        }
        sampling.setChinese(true);
        QCOMPARE(at(*sampling.rows(), 0, "label").toString(), table.all()[0].labelZh);
    }

    /// A new entry of the table is a row with an editor, validation and a place in the request,
    /// with no change anywhere else.
    void newEntryOfTheTable_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("editor");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char *name, const QString &entry, const QString &editor,
                            const QString &typed, const QString &expected) {
            QTest::newRow(name) << entry << editor << typed << expected;
        };
        add("number", uR"("type":"number","minimum":0,"maximum":5,"step":0.5)"_s, u"number"_s,
            u"2.5"_s, u"2.5"_s);
        add("integer", uR"("type":"integer")"_s, u"number"_s, u"12,000"_s, u"12000"_s);
        add("choice", uR"("type":"choice","choices":["a","b"])"_s, u"choice"_s, u"b"_s, u"\"b\""_s);
        add("boolean", uR"("type":"boolean")"_s, u"boolean"_s, u"true"_s, u"true"_s);
        add("object", uR"("type":"object")"_s, u"json"_s, u"{\"a\": [1]}"_s, u"{\"a\":[1]}"_s);
        add("array", uR"("type":"array")"_s, u"json"_s, u"[{\"a\": 1}]"_s, u"[{\"a\":1}]"_s);
        add("any", uR"("type":"any","choices":["auto"])"_s, u"json"_s, u"auto"_s, u"\"auto\""_s);
    }
    void newEntryOfTheTable()
    {
        QFETCH(QString, entry);
        QFETCH(QString, editor);
        QFETCH(QString, typed);
        const QString json =
            uR"({"parameters":[{"name":"brand_new",%1,"label":{"en":"Brand new","zh":"全新"},
                "help":{"en":"Nobody knows.","zh":"无人知道。"}}]})"_s.arg(entry);
        const Result<ParameterTable> other = ParameterTable::fromJson(json.toUtf8());
        QVERIFY2(other.ok(), qPrintable(other ? QString() : other.error().message));
        TemporarySettings kept;
        SamplingController sampling(other.value(), kept.settings, directory);
        sampling.setScope(kScope);
        QCOMPARE(sampling.rows()->rowCount(), 1);
        QCOMPARE(row(sampling, u"brand_new"_s, "label").toString(), u"Brand new"_s);
        QTEST(row(sampling, u"brand_new"_s, "editor").toString(), "editor");
        QCOMPARE(sampling.preview()->notSent(), QStringList{u"brand_new"_s});
        sampling.setText(u"brand_new"_s, typed);
        QCOMPARE(error(sampling, u"brand_new"_s), QString());
        const QJsonArray value{sent(sampling).value(u"brand_new")};
        const QString text = QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact));
        QTEST(text.mid(1, text.size() - 2), "expected");
        QVERIFY(sampling.preview()->notSent().isEmpty());
    }

    void outOfRangeIsNotSaved_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::newRow("too hot") << u"temperature"_s << u"2.01"_s;
        QTest::newRow("negative") << u"temperature"_s << u"−0.1"_s;
        QTest::newRow("no number") << u"temperature"_s << u"warm"_s;
        QTest::newRow("not finite") << u"temperature"_s << u"1e999"_s;
        QTest::newRow("share above one") << u"top_p"_s << u"95"_s;
        QTest::newRow("no tokens") << u"max_tokens"_s << u"0"_s;
        QTest::newRow("half a token") << u"max_tokens"_s << u"1.5"_s;
        QTest::newRow("too many penalties") << u"presence_penalty"_s << u"-3"_s;
        QTest::newRow("no such word") << u"verbosity"_s << u"chatty"_s;
        QTest::newRow("broken JSON") << u"tools"_s << u"[{\"type\": }]"_s;
        QTest::newRow("tools as text") << u"tools"_s << u"a hammer"_s;
        QTest::newRow("bias") << u"logit_bias"_s << u"{\"5\": 101}"_s;
    }
    void outOfRangeIsNotSaved()
    {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        TemporarySettings kept;
        SamplingController sampling(table, kept.settings, directory);
        sampling.setText(name, typed);
        QVERIFY(!error(sampling, name).isEmpty());
        QCOMPARE(row(sampling, name, "fieldText").toString(), typed); // so that it can be mended
        QVERIFY(kept.settings.sampling({}).isEmpty());
        sampling.setScope(kScope);
        QVERIFY(!sent(sampling).contains(name));
        // Elsewhere and back: what was refused is gone.
        sampling.setScope({});
        QCOMPARE(error(sampling, name), QString());
        QCOMPARE(row(sampling, name, "isSet").toBool(), false);
    }

    void valuesOfEveryKind()
    {
        TemporarySettings kept;
        SamplingController sampling(table, kept.settings, directory);
        sampling.setText(u"temperature"_s, u"0.6"_s);
        QCOMPARE(row(sampling, u"temperature"_s, "fieldText").toString(), u"0.60"_s);
        sampling.setText(u"max_tokens"_s, u"32,768"_s);
        QCOMPARE(row(sampling, u"max_tokens"_s, "fieldText").toString(), u"32,768"_s);
        sampling.setNumber(u"top_p"_s, 0.9500000000000001);
        sampling.setText(u"seed"_s, u"9007199254740993"_s); // more than a double can hold
        sampling.setFlag(u"logprobs"_s, true);
        sampling.setChoice(u"verbosity"_s, u"high"_s);
        QVERIFY(sampling.addItem(u"stop"_s, u"</answer>"_s));
        QVERIFY(sampling.addItem(u"stop"_s, uR"(\n\nUser:)"_s));
        QVERIFY(!sampling.addItem(u"stop"_s, {}));
        QVERIFY(sampling.setEntry(u"logit_bias"_s, u"4106"_s, u"−100"_s));
        QVERIFY(sampling.setEntry(u"logit_bias"_s, u"18492"_s, u"+3.5"_s));
        const QJsonObject values = kept.settings.sampling({});
        QCOMPARE(values.value(u"temperature").toDouble(), 0.6);
        QCOMPARE(values.value(u"max_tokens").toInteger(), 32768);
        QCOMPARE(values.value(u"top_p").toDouble(), 0.95);
        QCOMPARE(values.value(u"logprobs").toBool(), true);
        QCOMPARE(values.value(u"seed").toInteger(), 9007199254740993);
        QCOMPARE(values.value(u"verbosity").toString(), u"high"_s);
        QCOMPARE(values.value(u"stop").toArray(), (QJsonArray{u"</answer>"_s, u"\n\nUser:"_s}));
        QCOMPARE(values.value(u"logit_bias").toObject(),
                 (QJsonObject{{u"4106"_s, -100}, {u"18492"_s, 3.5}}));
        QCOMPARE(row(sampling, u"stop"_s, "entries").toStringList(),
                 (QStringList{u"</answer>"_s, uR"(\n\nUser:)"_s}));
        QCOMPARE(row(sampling, u"logit_bias"_s, "entries").toList().at(1).toMap().value(u"value"_s),
                 QVariant(u"−100"_s));

        sampling.removeItem(u"stop"_s, 0);
        sampling.removeItem(u"stop"_s, 0);
        sampling.removeEntry(u"logit_bias"_s, u"4106"_s);
        sampling.setText(u"temperature"_s, u" "_s);
        const QJsonObject fewer = kept.settings.sampling({});
        QVERIFY(!fewer.contains(u"stop"));
        QVERIFY(!fewer.contains(u"temperature"));
        QCOMPARE(fewer.value(u"logit_bias").toObject().size(), 1);
    }

    void biasThatCannotBe()
    {
        TemporarySettings kept;
        SamplingController sampling(table, kept.settings, directory);
        QVERIFY(!sampling.setEntry(u"logit_bias"_s, u"obviously"_s, u"1"_s));
        QVERIFY(!error(sampling, u"logit_bias"_s).isEmpty());
        QVERIFY(!sampling.setEntry(u"logit_bias"_s, u"4106"_s, u"200"_s));
        QVERIFY(!sampling.setEntry(u"logit_bias"_s, u"4106"_s, u"much"_s));
        QVERIFY(kept.settings.sampling({}).isEmpty());
        QVERIFY(sampling.setEntry(u"logit_bias"_s, u"4106"_s, u"1"_s));
        QCOMPARE(error(sampling, u"logit_bias"_s), QString());
    }

    void defaultAndSet()
    {
        TemporarySettings kept;
        SamplingController sampling(table, kept.settings, directory);
        for (const ParameterSpec &spec : table.all()) {
            sampling.setSet(spec.name, true);
            if (spec.requires_.isEmpty())
                QVERIFY2(row(sampling, spec.name, "isSet").toBool(), qPrintable(spec.name));
            QVERIFY2(error(sampling, spec.name).isEmpty(), qPrintable(spec.name));
            sampling.setSet(spec.name, false);
            QVERIFY2(!row(sampling, spec.name, "isSet").toBool(), qPrintable(spec.name));
        }
        QVERIFY(kept.settings.sampling({}).isEmpty());
    }

    void whatNeedsAnotherGoesWithIt()
    {
        TemporarySettings kept;
        SamplingController sampling(table, kept.settings, directory);
        QVERIFY(!row(sampling, u"top_logprobs"_s, "needs").toString().isEmpty());
        sampling.setFlag(u"logprobs"_s, true);
        QCOMPARE(row(sampling, u"top_logprobs"_s, "needs").toString(), QString());
        sampling.setText(u"top_logprobs"_s, u"5"_s);
        QVERIFY(kept.settings.sampling({}).contains(u"top_logprobs"));
        sampling.setFlag(u"logprobs"_s, false);
        QVERIFY(!kept.settings.sampling({}).contains(u"top_logprobs"));
        QVERIFY(table.validate(kept.settings.sampling({})).ok());
    }

    void responseFormat()
    {
        TemporarySettings kept;
        SamplingController sampling(table, kept.settings, directory);
        const QString name = u"response_format"_s;
        const auto format = [&] { return sampling.formatOf(row(sampling, name, "value")); };
        QCOMPARE(format(), u"text"_s);
        sampling.setFormat(name, u"json_object"_s);
        QCOMPARE(format(), u"json_object"_s);
        sampling.setFormat(name, u"json_schema"_s);
        QCOMPARE(format(), u"json_schema"_s);
        QVERIFY(sampling.schemaTextOf(row(sampling, name, "value")).contains(u"properties"_s));
        const auto schema = [&] {
            return kept.settings.sampling({})
                .value(name)
                .toObject()
                .value(u"json_schema")
                .toObject();
        };
        const QJsonObject before = schema();
        const QStringList wrong{u"{\"type\": \"objekt\"}"_s,
                                u"{"_s,
                                u"[]"_s,
                                u"{\"type\":\"object\",\"required\":[\"x\"]}"_s,
                                u"{\"properties\":{\"a\":{\"type\":5}}}"_s,
                                u"{\"items\": 3}"_s};
        for (const QString &text : wrong) {
            sampling.setSchema(name, text);
            QVERIFY2(!error(sampling, name).isEmpty(), qPrintable(text));
            QCOMPARE(row(sampling, name, "fieldText").toString(), text);
            QCOMPARE(schema(), before);
        }
        sampling.setSchema(name,
                           u"{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},"
                           "\"required\":[\"a\"]}"_s);
        QCOMPARE(error(sampling, name), QString());
        QVERIFY(schema().value(u"schema").toObject().contains(u"required"));
        QCOMPARE(schema().value(u"name").toString(), u"answer"_s);
        // A schema that comes with its wrapping is taken with it.
        sampling.setSchema(name, u"{\"name\":\"city\",\"schema\":{\"type\":\"array\"}}"_s);
        QCOMPARE(schema().value(u"name").toString(), u"city"_s);
        sampling.setFormat(name, u"text"_s);
        QVERIFY(kept.settings.sampling({}).isEmpty());
    }

    void marksComeFromTheModel()
    {
        TemporarySettings kept;
        ModelInfo known = model(kModel);
        known.supportedParameters = QStringList{u"temperature"_s};
        directory.models[u"openrouter"_s] = {known};
        SamplingController sampling(table, kept.settings, directory);
        QCOMPARE(row(sampling, u"top_k"_s, "badge").toString(), QString()); // for all models
        sampling.setScope(kScope);
        QCOMPARE(row(sampling, u"temperature"_s, "badge").toString(), QString());
        QCOMPARE(row(sampling, u"top_k"_s, "badge").toString(), u"ignored"_s);
        sampling.setScope(u"deepseek/deepseek-reasoner"_s);
        QCOMPARE(row(sampling, u"temperature"_s, "badge").toString(), u"ignored"_s);
        QCOMPARE(row(sampling, u"temperature"_s, "badgeText").toString(),
                 u"Ignored by this model"_s);
        QCOMPARE(row(sampling, u"logprobs"_s, "badge").toString(), u"unsupported"_s);
        sampling.setFlag(u"logprobs"_s, true); // cannot be set
        QVERIFY(kept.settings.effectiveSampling(sampling.scope()).isEmpty());
        sampling.setSet(u"logprobs"_s, true);
        QVERIFY(!row(sampling, u"logprobs"_s, "value").isValid());
    }

    /// What is set for all models is not sent where the provider refuses it.
    void unsupportedIsNotSent()
    {
        TemporarySettings kept;
        SamplingController sampling(table, kept.settings, directory);
        sampling.setFlag(u"logprobs"_s, true);
        sampling.setText(u"temperature"_s, u"0.6"_s);
        sampling.setScope(u"deepseek/deepseek-reasoner"_s);
        QVERIFY(!sent(sampling).contains(u"logprobs"));
        QVERIFY(sent(sampling).contains(u"temperature")); // ignored, but sent on request
        sampling.setScope(kScope);
        QVERIFY(sent(sampling).contains(u"logprobs"));
    }

    void waitingTimes()
    {
        TemporarySettings kept;
        ProviderProfile profile = directory.list[0];
        QCOMPARE(requestOptions(profile, kModel, kept.settings).provider, profile);
        QVERIFY(kept.settings.set(u"network.idle_timeout_s"_s, 30).ok());
        QVERIFY(kept.settings.set(u"network.connect_timeout_s"_s, 5).ok());
        QCOMPARE(requestOptions(profile, kModel, kept.settings).provider.idleTimeoutMs, 30'000);
        QCOMPARE(requestOptions(profile, kModel, kept.settings).provider.connectTimeoutMs, 5'000);
        profile.idleTimeoutMs = 180'000; // the provider's own goes first
        QCOMPARE(requestOptions(profile, kModel, kept.settings).provider.idleTimeoutMs, 180'000);
    }

    void scopes()
    {
        TemporarySettings kept;
        SamplingController sampling(table, kept.settings, directory);
        QCOMPARE(sampling.scopes().size(), 3);
        QCOMPARE(sampling.scopes().at(0).toMap().value(u"value"_s).toString(), QString());
        QCOMPARE(sampling.scopes().at(1).toMap().value(u"value"_s).toString(), kScope);
        QCOMPARE(sampling.scopes().at(1).toMap().value(u"label"_s).toString(),
                 u"OpenRouter · deepseek-r1-0528"_s);
        sampling.setText(u"temperature"_s, u"0.6"_s);
        sampling.setScope(kScope);
        QCOMPARE(sampling.scopeIndex(), 1);
        QVERIFY(!sampling.ownSet()); // it uses that of all models
        QCOMPARE(row(sampling, u"temperature"_s, "fieldText").toString(), u"0.60"_s);
        sampling.setText(u"top_p"_s, u"0.9"_s);
        QVERIFY(sampling.ownSet());
        QCOMPARE(kept.settings.sampling(kScope).size(), 2); // its own set starts from that one
        QCOMPARE(kept.settings.sampling({}).size(), 1);
        sampling.resetAll();
        QVERIFY(!sampling.ownSet());
        QCOMPARE(row(sampling, u"top_p"_s, "isSet").toBool(), false);
        QCOMPARE(row(sampling, u"temperature"_s, "isSet").toBool(), true);
        sampling.setScope({});
        QVERIFY(sampling.canReset());
        sampling.resetAll();
        QVERIFY(kept.settings.sampling({}).isEmpty());
        QVERIFY(!sampling.canReset());
    }

    void presets()
    {
        TemporarySettings kept;
        SamplingController sampling(table, kept.settings, directory);
        const auto active = [&] {
            QStringList ids;
            for (const QVariant &preset : sampling.presets())
                if (preset.toMap().value(u"active"_s).toBool())
                    ids << preset.toMap().value(u"id"_s).toString();
            return ids;
        };
        QCOMPARE(sampling.presets().size(), 3);
        QVERIFY(active().isEmpty());
        sampling.setText(u"seed"_s, u"7"_s);
        sampling.applyPreset(u"r1"_s);
        QCOMPARE(active(), QStringList{u"r1"_s});
        QCOMPARE(kept.settings.sampling({}),
                 (QJsonObject{{u"seed"_s, 7}, {u"temperature"_s, 0.6}, {u"top_p"_s, 0.95}}));
        sampling.applyPreset(u"precise"_s);
        QCOMPARE(active(), QStringList{u"precise"_s});
        QCOMPARE(kept.settings.sampling({}),
                 (QJsonObject{{u"seed"_s, 7}, {u"temperature"_s, 0.2}}));
        sampling.applyPreset(u"varied"_s);
        QCOMPARE(active(), QStringList{u"varied"_s});
        sampling.setText(u"temperature"_s, u"1.1"_s);
        QVERIFY(active().isEmpty());
    }

    void extraFields()
    {
        TemporarySettings kept;
        SamplingController sampling(table, kept.settings, directory);
        sampling.setScope(kScope);
        sampling.setExtraText(u"{\"provider\": {\"sort\": \"price\"}}"_s);
        QCOMPARE(sampling.extraError(), QString());
        QCOMPARE(sent(sampling).value(u"provider").toObject().value(u"sort").toString(),
                 u"price"_s);
        const QStringList wrong{u"{\"a\": }"_s,
                                u"[1]"_s,
                                u"text"_s,
                                u"{\"messages\": []}"_s,
                                u"{\"stream\": false}"_s,
                                u"{\"model\": \"x\"}"_s};
        for (const QString &text : wrong) {
            sampling.setExtraText(text);
            QVERIFY2(!sampling.extraError().isEmpty(), qPrintable(text));
            QCOMPARE(sampling.extraText(), text);
            QVERIFY(kept.settings.extraBody(kScope).contains(u"provider"));
        }
        sampling.setExtraText(u"{\n\n \"a\": }"_s);
        QVERIFY(sampling.extraError().contains(u'3')); // the line
        sampling.setExtraText({});
        QCOMPARE(sampling.extraError(), QString());
        QVERIFY(kept.settings.extraBody(kScope).isEmpty());
    }

    void previewIsTheRequest()
    {
        TemporarySettings kept;
        QVERIFY(kept.settings.set(u"chat.system_prompt"_s, u"Be brief."_s).ok());
        SamplingController sampling(table, kept.settings, directory);
        sampling.setScope(kScope);
        sampling.applyPreset(u"r1"_s);
        sampling.addItem(u"stop"_s, uR"(\n\nUser:)"_s);
        sampling.setExtraText(u"{\"provider\": {\"sort\": \"price\"}}"_s);

        // The request of a conversation, made by those who really send it.
        TurnOptions seen;
        ChatRequest request;
        sampling.setRequestSource([&](const TurnOptions &options) {
            seen = options;
            request.model = options.model;
            request.parameters = options.parameters;
            request.extraBody = options.extraBody;
            RequestMessage system{Role::System, options.systemPrompt, {}, {}, {}, {}};
            RequestMessage user{Role::User, u"Hi"_s, {}, {}, {}, {}};
            request.messages = {system, user};
            return request;
        });
        const TurnOptions options =
            requestOptions(*directory.profile(u"openrouter"_s), kModel, kept.settings);
        QCOMPARE(seen.parameters, options.parameters);
        QCOMPARE(seen.extraBody, options.extraBody);
        QCOMPARE(seen.model, kModel);
        QCOMPARE(seen.systemPrompt, u"Be brief."_s);
        QCOMPARE(sampling.preview()->body(), RequestBuilder::body(request));

        // What is shown says the same, but for the folded messages.
        QString shown = sampling.preview()->text();
        QVERIFY2(shown.contains(u"[ 2 message(s) ]"_s), qPrintable(shown));
        shown.replace(u"[ 2 message(s) ]"_s, u"null"_s);
        QJsonObject read = QJsonDocument::fromJson(shown.toUtf8()).object();
        QJsonObject real = RequestBuilder::object(request);
        QVERIFY(!read.isEmpty());
        read.remove(u"messages"_s);
        real.remove(u"messages"_s);
        QCOMPARE(read, real);
        QVERIFY(!sampling.preview()->notSent().contains(u"temperature"_s));
        QVERIFY(sampling.preview()->notSent().contains(u"top_k"_s));
    }

    void previewFollowsWithoutAConversation()
    {
        TemporarySettings kept;
        SamplingController sampling(table, kept.settings, directory);
        QVERIFY(!sampling.preview()->valid()); // nobody to send it to
        QVERIFY(kept.settings.set(u"default.provider"_s, u"openrouter"_s).ok());
        QVERIFY(sampling.preview()->valid());
        QCOMPARE(sent(sampling).value(u"model").toString(), kModel);
        QCOMPARE(sent(sampling).value(u"messages").toArray().size(), 1);
        sampling.setSystemPrompt(u"Be brief."_s);
        QCOMPARE(sent(sampling).value(u"messages").toArray().size(), 2);
        QVERIFY(kept.settings.setSampling({}, {{u"top_k"_s, 40}}).ok()); // by the command line
        QCOMPARE(sent(sampling).value(u"top_k").toInt(), 40);
        QCOMPARE(row(sampling, u"top_k"_s, "fieldText").toString(), u"40"_s);
    }

    void curlIsAShellCommand()
    {
        TemporarySettings kept;
        SamplingController sampling(table, kept.settings, directory);
        sampling.setScope(kScope);
        sampling.addItem(u"stop"_s, u"it's over; $(rm -rf ~) `x`"_s);
        QCOMPARE(sampling.preview()->keyVariable(), u"OPENROUTER_API_KEY"_s);
        const QString command = sampling.preview()->curl();
        QVERIFY(command.contains(u"\"Authorization: Bearer $OPENROUTER_API_KEY\""_s));
        // A shell takes it apart into the words that were meant.
        QProcess shell;
        shell.start(u"sh"_s, {u"-c"_s, u"OPENROUTER_API_KEY=secret; set -- "_s + command.mid(5) +
                                           u"; printf '%s\\0' \"$@\""_s});
        QVERIFY(shell.waitForFinished());
        const QList<QByteArray> words = shell.readAllStandardOutput().split('\0');
        QCOMPARE(words.value(0), QByteArray("https://openrouter.example/api/v1/chat/completions"));
        QVERIFY(words.contains("Authorization: Bearer secret"));
        QVERIFY(words.contains("X-Title: it's Ponder"));
        QVERIFY(words.contains(sampling.preview()->body()));
    }

    void keyVariables_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u"openrouter"_s << u"OPENROUTER_API_KEY"_s;
        QTest::newRow("dash") << u"siliconflow-cn"_s << u"SILICONFLOW_CN_API_KEY"_s;
        QTest::newRow("digit") << u"01ai"_s << u"_01AI_API_KEY"_s;
        QTest::newRow("Chinese") << u"服务"_s << u"___API_KEY"_s;
    }
    void keyVariables()
    {
        QFETCH(QString, id);
        QTEST(RequestPreview::keyVariableFor(id), "expected");
    }
};

QTEST_MAIN(tst_SamplingController)
#include "tst_SamplingController.moc"
