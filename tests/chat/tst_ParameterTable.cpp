#include "chat/ParameterTable.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace ponder;
using namespace Qt::StringLiterals;

namespace {

QByteArray builtInJson()
{
    QFile file(QStringLiteral(PONDER_SOURCE_DIR "/resources/parameters.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ParameterTable builtIn()
{
    return ParameterTable::fromJson(builtInJson()).valueOr(ParameterTable());
}

} // namespace

class TestParameterTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInTableHoldsEveryParameter_data();
    void builtInTableHoldsEveryParameter();
    void everyEntryHasTextsInBothLanguages();
    void validates_data();
    void validates();
    void keepsLargeIntegersExact();
    void turnsOneStopTextIntoAList();
    void validatesWholeSets_data();
    void validatesWholeSets();
    void anEntryIsEnough();
    void refusesTablesThatMakeNoSense_data();
    void refusesTablesThatMakeNoSense();
    void parsesText_data();
    void parsesText();
};

void TestParameterTable::builtInTableHoldsEveryParameter_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"temperature",
                             "top_p",
                             "top_k",
                             "frequency_penalty",
                             "presence_penalty",
                             "repetition_penalty",
                             "min_p",
                             "top_a",
                             "seed",
                             "max_tokens",
                             "logit_bias",
                             "logprobs",
                             "top_logprobs",
                             "response_format",
                             "structured_outputs",
                             "stop",
                             "tools",
                             "tool_choice",
                             "reasoning_effort",
                             "parallel_tool_calls",
                             "verbosity"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestParameterTable::builtInTableHoldsEveryParameter()
{
    QFETCH(QString, name);
    const Result<ParameterTable> table = ParameterTable::fromJson(builtInJson());
    QVERIFY2(table.ok(), table.ok() ? "" : qPrintable(table.error().message));
    QVERIFY(table->find(name));
    QCOMPARE(table->all().size(), 21U);
}

void TestParameterTable::everyEntryHasTextsInBothLanguages()
{
    const ParameterTable table = builtIn();
    for (const ParameterSpec &spec : table.all()) {
        QVERIFY2(!spec.label(false).isEmpty() && !spec.label(true).isEmpty(),
                 qPrintable(spec.name));
        QVERIFY2(!spec.help(false).isEmpty() && !spec.help(true).isEmpty(), qPrintable(spec.name));
        QVERIFY2(spec.help(false) != spec.help(true), qPrintable(spec.name));
        QVERIFY2(QStringList({u"sampling"_s, u"output"_s, u"tools"_s}).contains(spec.group),
                 qPrintable(spec.name));
    }
}

void TestParameterTable::validates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("message"); // empty: accepted as it is

    const auto accept = [](const char *row, const QString &name, const QJsonValue &value) {
        QTest::newRow(row) << name << value << QString();
    };
    const auto refuse = [](const char *row, const QString &name, const QJsonValue &value,
                           const QString &message) {
        QTest::newRow(row) << name << value << message;
    };

    accept("temperature lower end", u"temperature"_s, 0);
    accept("temperature upper end", u"temperature"_s, 2);
    accept("temperature inside", u"temperature"_s, 0.6);
    refuse("temperature above", u"temperature"_s, 2.01, u"Temperature must be between 0 and 2."_s);
    refuse("temperature below", u"temperature"_s, -0.1, u"Temperature must be between 0 and 2."_s);
    refuse("temperature text", u"temperature"_s, u"0.6"_s, u"Temperature must be a number."_s);
    refuse("temperature null", u"temperature"_s, QJsonValue(), u"Temperature must be a number."_s);
    refuse("top_p above", u"top_p"_s, 1.5, u"Top p must be between 0 and 1."_s);
    accept("penalty negative", u"frequency_penalty"_s, -2);
    refuse("penalty below", u"presence_penalty"_s, -2.5,
           u"Presence penalty must be between -2 and 2."_s);
    refuse("repetition above", u"repetition_penalty"_s, 2.1,
           u"Repetition penalty must be between 0 and 2."_s);
    accept("top_k zero", u"top_k"_s, 0);
    accept("top_k large", u"top_k"_s, 100000);
    refuse("top_k negative", u"top_k"_s, -1, u"Top k must be at least 0."_s);
    refuse("top_k fraction", u"top_k"_s, 1.5, u"Top k must be a whole number."_s);
    accept("min_p", u"min_p"_s, 0.05);
    refuse("top_a above", u"top_a"_s, 1.1, u"Top a must be between 0 and 1."_s);
    accept("max_tokens one", u"max_tokens"_s, 1);
    refuse("max_tokens zero", u"max_tokens"_s, 0, u"Max output tokens must be at least 1."_s);
    refuse("max_tokens text", u"max_tokens"_s, u"many"_s,
           u"Max output tokens must be a whole number."_s);
    accept("seed negative", u"seed"_s, -7);
    refuse("seed beyond 64 bits", u"seed"_s, 1.6e19, u"Seed must be a whole number."_s);
    accept("logprobs", u"logprobs"_s, true);
    refuse("logprobs number", u"logprobs"_s, 1, u"Log probabilities must be true or false."_s);
    accept("top_logprobs most", u"top_logprobs"_s, 20);
    refuse("top_logprobs above", u"top_logprobs"_s, 21,
           u"Alternatives per token must be between 0 and 20."_s);
    accept("stop list", u"stop"_s, QJsonArray{u"</answer>"_s, u"\n\nUser:"_s});
    refuse("stop empty text", u"stop"_s, QJsonArray{u""_s},
           u"Stop sequences must be a list of texts that are not empty."_s);
    refuse("stop number", u"stop"_s, QJsonArray{1},
           u"Stop sequences must be a list of texts that are not empty."_s);
    QJsonArray seventeen;
    for (int i = 0; i < 17; ++i)
        seventeen.append(QString::number(i));
    refuse("stop too many", u"stop"_s, seventeen, u"Stop sequences can have at most 16 entries."_s);
    accept("response_format", u"response_format"_s, QJsonObject{{u"type"_s, u"json_object"_s}});
    refuse("response_format text", u"response_format"_s, u"json"_s,
           u"Response format must be a JSON object."_s);
    accept("logit_bias ends", u"logit_bias"_s, QJsonObject{{u"4106"_s, -100}, {u"18492"_s, 100}});
    refuse("logit_bias above", u"logit_bias"_s, QJsonObject{{u"4106"_s, 100.5}},
           u"Every value of Logit bias must be between -100 and 100."_s);
    refuse("logit_bias text", u"logit_bias"_s, QJsonObject{{u"4106"_s, u"ban"_s}},
           u"Logit bias must be a JSON object of numbers."_s);
    accept("verbosity", u"verbosity"_s, u"high"_s);
    refuse("verbosity unknown", u"verbosity"_s, u"extreme"_s,
           u"Verbosity must be one of: low, medium, high."_s);
    accept("tools", u"tools"_s, QJsonArray{QJsonObject{{u"type"_s, u"function"_s}}});
    refuse("tools text", u"tools"_s, QJsonArray{u"search"_s},
           u"Tools must be a JSON list of objects."_s);
    accept("tool_choice word", u"tool_choice"_s, u"required"_s);
    accept("tool_choice object", u"tool_choice"_s, QJsonObject{{u"type"_s, u"function"_s}});
    refuse("tool_choice list", u"tool_choice"_s, QJsonArray{},
           u"Tool choice must be a JSON object or one of: none, auto, required."_s);
    accept("parallel_tool_calls", u"parallel_tool_calls"_s, false);
}

void TestParameterTable::validates()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QFETCH(QString, message);
    const ParameterTable table = builtIn();
    QVERIFY(table.find(name));
    const Result<QJsonValue> result = table.find(name)->validate(value);
    if (message.isEmpty()) {
        QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().message));
        QCOMPARE(*result, value);
    } else {
        QVERIFY(!result.ok());
        QCOMPARE(result.error().kind, ErrorKind::Usage);
        QCOMPARE(result.error().message, message);
    }
}

void TestParameterTable::keepsLargeIntegersExact()
{
    const QJsonValue value = ParameterTable::parseText(u"9223372036854775807"_s);
    const Result<QJsonValue> seed = builtIn().find(u"seed"_s)->validate(value);
    QVERIFY(seed.ok());
    QCOMPARE(seed->toInteger(), std::numeric_limits<qint64>::max());
    const QByteArray sent =
        QJsonDocument(QJsonObject{{u"seed"_s, *seed}}).toJson(QJsonDocument::Compact);
    QCOMPARE(sent, QByteArray(R"({"seed":9223372036854775807})"));
}

void TestParameterTable::turnsOneStopTextIntoAList()
{
    const Result<QJsonValue> stop = builtIn().find(u"stop"_s)->validate(u"END"_s);
    QVERIFY(stop.ok());
    QCOMPARE(*stop, QJsonValue(QJsonArray{u"END"_s}));
}

void TestParameterTable::validatesWholeSets_data()
{
    QTest::addColumn<QJsonObject>("parameters");
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing") << QJsonObject{} << QString();
    QTest::newRow("several") << QJsonObject{{u"temperature"_s, 0.6}, {u"top_p"_s, 0.95}}
                             << QString();
    QTest::newRow("unknown") << QJsonObject{{u"warmth"_s, 1}}
                             << u"There is no request parameter named “warmth”."_s;
    QTest::newRow("one is wrong") << QJsonObject{{u"temperature"_s, 3}, {u"top_p"_s, 0.95}}
                                  << u"Temperature must be between 0 and 2."_s;
    QTest::newRow("needs another") << QJsonObject{{u"top_logprobs"_s, 5}}
                                   << u"Alternatives per token needs Log probabilities to be on."_s;
    QTest::newRow("the other is off")
        << QJsonObject{{u"top_logprobs"_s, 5}, {u"logprobs"_s, false}}
        << u"Alternatives per token needs Log probabilities to be on."_s;
    QTest::newRow("both") << QJsonObject{{u"top_logprobs"_s, 5}, {u"logprobs"_s, true}}
                          << QString();
}

void TestParameterTable::validatesWholeSets()
{
    QFETCH(QJsonObject, parameters);
    QFETCH(QString, message);
    const Result<QJsonObject> result = builtIn().validate(parameters);
    QCOMPARE(result.ok() ? QString() : result.error().message, message);
    if (result.ok())
        QCOMPARE(*result, parameters);
}

void TestParameterTable::anEntryIsEnough()
{
    QJsonObject root = QJsonDocument::fromJson(builtInJson()).object();
    QJsonArray entries = root.value(u"parameters").toArray();
    entries.append(QJsonObject{{u"name"_s, u"typical_p"_s},
                               {u"type"_s, u"number"_s},
                               {u"minimum"_s, 0},
                               {u"exclusiveMinimum"_s, true},
                               {u"maximum"_s, 1},
                               {u"label"_s, QJsonObject{{u"en"_s, u"Typical p"_s}}}});
    root.insert(u"parameters"_s, entries);
    const Result<ParameterTable> table = ParameterTable::fromJson(QJsonDocument(root).toJson());
    QVERIFY2(table.ok(), table.ok() ? "" : qPrintable(table.error().message));
    QCOMPARE(table->all().back().name, u"typical_p"_s);
    QVERIFY(table->validate({{u"typical_p"_s, 0.4}}).ok());
    QCOMPARE(table->validate({{u"typical_p"_s, 0}}).error().message,
             u"Typical p must be above 0 and at most 1."_s);
}

void TestParameterTable::refusesTablesThatMakeNoSense_data()
{
    QTest::addColumn<QByteArray>("entries");
    QTest::addColumn<QString>("names"); // what the message must name
    QTest::newRow("not JSON") << QByteArray("{") << u"the file"_s;
    QTest::newRow("empty") << QByteArray("") << u"no parameters"_s;
    QTest::newRow("no name") << QByteArray(R"({"type":"number"})") << u"no name"_s;
    QTest::newRow("unknown type") << QByteArray(R"({"name":"x","type":"colour"})") << u"colour"_s;
    QTest::newRow("no label") << QByteArray(R"({"name":"x","type":"number"})") << u"label"_s;
    QTest::newRow("range upside down")
        << QByteArray(R"({"name":"x","type":"number","minimum":2,"maximum":1,"label":{"en":"X"}})")
        << u"minimum"_s;
    QTest::newRow("no choices") << QByteArray(R"({"name":"x","type":"choice","label":{"en":"X"}})")
                                << u"choices"_s;
    QTest::newRow("endless slider")
        << QByteArray(R"({"name":"x","type":"number","step":1,"label":{"en":"X"}})") << u"slider"_s;
    QTest::newRow("default outside")
        << QByteArray(R"({"name":"x","type":"number","maximum":1,"default":2,"label":{"en":"X"}})")
        << u"default"_s;
    QTest::newRow("twice") << QByteArray(R"({"name":"x","type":"any","label":{"en":"X"}},)"
                                         R"({"name":"x","type":"any","label":{"en":"X"}})")
                           << u"twice"_s;
    QTest::newRow("requires nothing known")
        << QByteArray(R"({"name":"x","type":"any","requires":"y","label":{"en":"X"}})")
        << u"requires"_s;
}

void TestParameterTable::refusesTablesThatMakeNoSense()
{
    QFETCH(QByteArray, entries);
    QFETCH(QString, names);
    const QByteArray json = entries == "{" ? entries : "{\"parameters\":[" + entries + "]}";
    const Result<ParameterTable> table = ParameterTable::fromJson(json);
    QVERIFY(!table.ok());
    QVERIFY2(table.error().message.contains(names), qPrintable(table.error().message));
}

void TestParameterTable::parsesText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("number") << u"0.6"_s << QJsonValue(0.6);
    QTest::newRow("padded") << u" 7 "_s << QJsonValue(7);
    QTest::newRow("true") << u"true"_s << QJsonValue(true);
    QTest::newRow("object") << u"{\"type\":\"json_object\"}"_s
                            << QJsonValue(QJsonObject{{u"type"_s, u"json_object"_s}});
    QTest::newRow("list") << u"[\"a\",\"b\"]"_s << QJsonValue(QJsonArray{u"a"_s, u"b"_s});
    QTest::newRow("quoted") << u"\"0.6\""_s << QJsonValue(u"0.6"_s);
    QTest::newRow("word") << u"high"_s << QJsonValue(u"high"_s);
    QTest::newRow("two values") << u"1,2"_s << QJsonValue(u"1,2"_s);
    QTest::newRow("bracket trick") << u"1],[2"_s << QJsonValue(u"1],[2"_s);
    QTest::newRow("empty") << u""_s << QJsonValue(u""_s);
    QTest::newRow("spaces are text") << u" a b "_s << QJsonValue(u" a b "_s);
}

void TestParameterTable::parsesText()
{
    QFETCH(QString, text);
    QFETCH(QJsonValue, value);
    QCOMPARE(ParameterTable::parseText(text), value);
}

QTEST_GUILESS_MAIN(TestParameterTable)
#include "tst_ParameterTable.moc"
