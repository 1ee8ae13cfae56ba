#include "cli/CliHarness.h"

#include <QJsonArray>
#include <QTest>

using namespace ponder;
using namespace ponder::test;

class tst_AskArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promptFromStandardInput_data();
    void promptFromStandardInput();
    void wrongUsage_data();
    void wrongUsage();
    void wrongUsageAsEvents();
    void chosenEndpoint_data();
    void chosenEndpoint();
    void noModelAnywhere();
    void parametersAreSent();
    void systemPrompt_data();
    void systemPrompt();
};

void tst_AskArguments::promptFromStandardInput_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("prompt");
    QTest::newRow("line") << QByteArray("hi there\n") << "hi there";
    QTest::newRow("Windows line") << QByteArray("hi\r\n") << "hi";
    QTest::newRow("no line break") << QByteArray("hi") << "hi";
    QTest::newRow("several lines") << QByteArray("a\n\nb\n\n") << "a\n\nb\n";
    QTest::newRow("Chinese") << QByteArray("\xe4\xbd\xa0\xe5\xa5\xbd\n") << "你好";
}

void tst_AskArguments::promptFromStandardInput()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, prompt);
    CliHarness cli;
    cli.console.in = input;
    cli.backend.script = {say({FinishDelta{}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--provider"), QStringLiteral("alpha"),
                      QStringLiteral("-")}),
             0);
    QCOMPARE(cli.backend.requests.back().messages.back().content, prompt);
}

void tst_AskArguments::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QString &arguments, const QString &says) {
        QTest::newRow(name) << arguments.split(u' ') << says;
    };
    row("no prompt", QStringLiteral("ask"), QStringLiteral("PROMPT"));
    row("two prompts", QStringLiteral("ask a b"), QStringLiteral("in quotes"));
    row("unknown option", QStringLiteral("ask --nonsense a"), QStringLiteral("nonsense"));
    row("no provider", QStringLiteral("ask a"), QStringLiteral("--provider"));
    row("unknown provider", QStringLiteral("ask --provider nobody a"), QStringLiteral("nobody"));
    row("bad URL", QStringLiteral("ask --base-url ftp://x a"), QStringLiteral("ftp://x"));
    row("key in URL", QStringLiteral("ask --base-url http://u:sk-1@x a"),
        QStringLiteral("PONDER_API_KEY"));
    row("out of range", QStringLiteral("ask --provider alpha --set temperature=5 a"),
        QStringLiteral("between 0 and 2"));
    row("wrong type", QStringLiteral("ask --provider alpha --set seed=x a"),
        QStringLiteral("--set seed"));
    row("unknown parameter", QStringLiteral("ask --provider alpha --set nonsense=1 a"),
        QStringLiteral("nonsense"));
    row("no value", QStringLiteral("ask --provider alpha --set temperature a"),
        QStringLiteral("NAME=VALUE"));
    row("needs another", QStringLiteral("ask --provider alpha --set top_logprobs=3 a"),
        QStringLiteral("needs"));
    row("bad timeout", QStringLiteral("ask --provider alpha --timeout 0 a"),
        QStringLiteral("--timeout"));
    row("bad context", QStringLiteral("ask --provider alpha --context 1.5 a"),
        QStringLiteral("--context"));
    row("attach", QStringLiteral("ask --provider alpha --attach f a"),
        QStringLiteral("later version"));
    QTest::newRow("empty prompt") << QStringList{QStringLiteral("ask"), QStringLiteral("  ")}
                                  << QStringLiteral("empty");
}

void tst_AskArguments::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    CliHarness cli;
    QCOMPARE(cli.run(arguments), 2);
    QVERIFY2(cli.complaint().contains(says), qPrintable(cli.complaint()));
    QVERIFY(!cli.complaint().contains(QLatin1String("sk-1")));
    QCOMPARE(cli.console.out, "");
    QVERIFY(cli.backend.requests.empty());
}

void tst_AskArguments::wrongUsageAsEvents()
{
    CliHarness cli;
    for (const QString &option : {QStringLiteral("--nonsense"), QStringLiteral("--set=seed=x")}) {
        QCOMPARE(
            cli.run({QStringLiteral("ask"), QStringLiteral("--json"), option, QStringLiteral("a")}),
            2);
        QCOMPARE(cli.eventTypes(), QStringLiteral("error finish"));
        QCOMPARE(cli.event(QStringLiteral("error")).value(QLatin1String("kind")).toString(),
                 QStringLiteral("usage"));
        QVERIFY(!cli.complaint().isEmpty());
    }
}

void tst_AskArguments::chosenEndpoint_data()
{
    QTest::addColumn<QString>("settings"); ///< provider, model
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<QString>("model");
    const QString alphaUrl = QStringLiteral("https://alpha.example/v1");
    const QString localUrl = QStringLiteral("http://127.0.0.1:1/v1");
    QTest::newRow("profile") << ""
                             << "--provider alpha"
                             << "alpha" << alphaUrl << "a-one";
    QTest::newRow("model") << ""
                           << "--provider alpha --model m"
                           << "alpha" << alphaUrl << "m";
    QTest::newRow("settings") << "alpha"
                              << ""
                              << "alpha" << alphaUrl << "a-one";
    QTest::newRow("settings with model") << "alpha chosen"
                                         << ""
                                         << "alpha" << alphaUrl << "chosen";
    QTest::newRow("chosen model is of another provider") << "alpha chosen"
                                                         << "--provider local"
                                                         << "local" << localUrl << "listed";
    QTest::newRow("gateway") << ""
                             << "--provider alpha --base-url http://gate:1/x"
                             << "alpha"
                             << "http://gate:1/x"
                             << "a-one";
    QTest::newRow("no profile") << "alpha chosen"
                                << "--base-url http://h:2/v1"
                                << "http://h:2/v1"
                                << "http://h:2/v1"
                                << "listed";
    QTest::newRow("no profile, model") << ""
                                       << "--base-url http://h:2/v1 --model m"
                                       << "http://h:2/v1"
                                       << "http://h:2/v1"
                                       << "m";
}

void tst_AskArguments::chosenEndpoint()
{
    QFETCH(QString, settings);
    QFETCH(QString, options);
    QFETCH(QString, provider);
    QFETCH(QString, baseUrl);
    QFETCH(QString, model);
    CliHarness cli;
    const QStringList chosen = settings.split(u' ');
    QVERIFY(cli.settings.set(QStringLiteral("default.provider"), chosen.value(0)).ok());
    QVERIFY(cli.settings.set(QStringLiteral("default.model"), chosen.value(1)).ok());
    ModelInfo listed;
    listed.id = QStringLiteral("listed");
    cli.directory.models = std::vector<ModelInfo>{listed, ModelInfo()};
    cli.backend.script = {say({FinishDelta{}}), end()};

    QStringList arguments{QStringLiteral("ask"), QStringLiteral("--timeout"),
                          QStringLiteral("1.5")};
    arguments += options.split(u' ', Qt::SkipEmptyParts);
    arguments += QStringLiteral("hi");
    QCOMPARE(cli.run(arguments), 0);
    const ProviderProfile &used = cli.backend.providers.back();
    QCOMPARE(used.id, provider);
    QCOMPARE(used.baseUrl, baseUrl);
    QCOMPARE(used.needsKey, provider == QLatin1String("alpha"));
    QCOMPARE(used.idleTimeoutMs, 1500);
    QCOMPARE(cli.backend.requests.back().model, model);
    if (model == QLatin1String("listed"))
        QCOMPARE(cli.directory.fetchedFrom, QStringList(baseUrl));
}

void tst_AskArguments::noModelAnywhere()
{
    CliHarness cli;
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--provider"),
                      QStringLiteral("local"), QStringLiteral("hi")}),
             2);
    QVERIFY(cli.complaint().contains(QLatin1String("--model")));
    cli.directory.models = Error{ErrorKind::Network, 0, QStringLiteral("refused"), {}, {}};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--provider"),
                      QStringLiteral("local"), QStringLiteral("hi")}),
             4);
    QCOMPARE(cli.eventTypes(), QStringLiteral("error finish"));
    QCOMPARE(cli.event(QStringLiteral("error")).value(QLatin1String("kind")).toString(),
             QStringLiteral("network"));
}

void tst_AskArguments::parametersAreSent()
{
    CliHarness cli;
    QVERIFY(cli.settings
                .setSampling({}, {{QStringLiteral("temperature"), 0.5},
                                  {QStringLiteral("top_p"), 0.9},
                                  {QStringLiteral("seed"), 7},
                                  {QStringLiteral("top_k"), 3},
                                  {QStringLiteral("min_p"), 0.1}})
                .ok());
    cli.directory.all.front().unsupportedParameters = {
        QStringLiteral("top_k"), QStringLiteral("response_format"), QStringLiteral("min_p")};
    cli.backend.script = {say({FinishDelta{}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--provider"), QStringLiteral("alpha"),
                      QStringLiteral("--no-stream"), QStringLiteral("--set"),
                      QStringLiteral("temperature=1.5"), QStringLiteral("--set"),
                      QStringLiteral("stop=[\"END\"]"), QStringLiteral("--set"),
                      QStringLiteral("seed=null"), QStringLiteral("--set"),
                      QStringLiteral("response_format={\"type\":\"json_object\"}"),
                      QStringLiteral("hi")}),
             0);
    const ChatRequest &request = cli.backend.requests.back();
    QVERIFY(!request.stream);
    QCOMPARE(request.parameters.value(QLatin1String("temperature")).toDouble(), 1.5);
    QCOMPARE(request.parameters.value(QLatin1String("top_p")).toDouble(), 0.9);
    QVERIFY(!request.parameters.contains(QLatin1String("seed")));
    QVERIFY(!request.parameters.contains(QLatin1String("top_k")));
    QCOMPARE(request.parameters.value(QLatin1String("stop")).toArray(),
             QJsonArray{QStringLiteral("END")});
    QVERIFY(request.parameters.value(QLatin1String("response_format")).isObject());
}

void tst_AskArguments::systemPrompt_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("sent");
    QTest::newRow("none") << "" << QStringList() << "";
    QTest::newRow("setting") << "Be kind." << QStringList() << "Be kind.";
    QTest::newRow("option") << "Be kind."
                            << QStringList{QStringLiteral("--system"), QStringLiteral("Be brief.")}
                            << "Be brief.";
    QTest::newRow("empty option") << "Be kind."
                                  << QStringList{QStringLiteral("--system"), QString()} << "";
}

void tst_AskArguments::systemPrompt()
{
    QFETCH(QString, setting);
    QFETCH(QStringList, options);
    QFETCH(QString, sent);
    CliHarness cli;
    QVERIFY(cli.settings.set(QStringLiteral("chat.system_prompt"), setting).ok());
    cli.backend.script = {say({FinishDelta{}}), end()};
    QCOMPARE(cli.run(QStringList{QStringLiteral("ask"), QStringLiteral("--provider"),
                                 QStringLiteral("alpha")} +
                     options + QStringList{QStringLiteral("hi")}),
             0);
    const RequestMessage &first = cli.backend.requests.back().messages.front();
    QCOMPARE(first.role == Role::System ? first.content : QString(), sent);
}

QTEST_GUILESS_MAIN(tst_AskArguments)
#include "tst_AskArguments.moc"
