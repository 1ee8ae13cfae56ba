#include "cli/CliHarness.h"

#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace ponder;
using namespace ponder::test;

namespace {

Error failure(ErrorKind kind, int http = 0, const QString &message = {})
{
    return {kind, http, message, {}, {}};
}

TextDelta text(const QString &words)
{
    return {words};
}

ReasoningDelta thought(const QString &words)
{
    return {words};
}

} // namespace

class tst_AskCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainTextIsExact();
    void quietSaysNothingOnStandardError();
    void terminalGetsALineBreakAndNoControls();
    void eventsInOrder();
    void allKindsOfEvents();
    void movedText();
    void retryingAndQueued();
    void exitCodes_data();
    void exitCodes();
    void errorAfterThePieces();
    void endedEarlyWithoutAnError();
    void interruptKeepsWhatArrived();
    void secondEventLoopRoundIsNotNeededToStop();
    void readerGoesAway();
    void promptFromStandardInput_data();
    void promptFromStandardInput();
    void wrongUsage_data();
    void wrongUsage();
    void wrongUsageAsEvents();
    void chosenEndpoint_data();
    void chosenEndpoint();
    void noModelAnywhere();
    void parametersAreSent();
    void savedConversation();
    void notSavedByDefault();
    void continuesAConversation();
    void unknownConversation_data();
    void unknownConversation();
    void conversationOfAnAddress();
    void diskIsFull();
    void systemPrompt_data();
    void systemPrompt();
};

void tst_AskCommand::plainTextIsExact()
{
    CliHarness cli;
    cli.backend.script = {say({thought(QStringLiteral("hm"))}),
                          say({text(QStringLiteral("\n1\u0000b\x1b[1m你").replace(u'\0', QChar(0))),
                               text(QStringLiteral("好 👋"))}),
                          say({FinishDelta{}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--provider"), QStringLiteral("alpha"),
                      QStringLiteral("hi")}),
             0);
    QCOMPARE(cli.console.out,
             QStringLiteral("\n1").toUtf8() + '\0' + QStringLiteral("b\x1b[1m你好 👋").toUtf8());
    QCOMPARE(cli.complaint(), QStringLiteral("[Connecting to Alpha]\n[Thinking]\nhm\n"));
}

void tst_AskCommand::quietSaysNothingOnStandardError()
{
    CliHarness cli;
    cli.backend.script = {say({thought(QStringLiteral("hm")), text(QStringLiteral("yes"))}),
                          say({FinishDelta{FinishReason::Length, {}}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("-q"), QStringLiteral("--provider"),
                      QStringLiteral("alpha"), QStringLiteral("hi")}),
             0);
    QCOMPARE(cli.console.out, "yes");
    QCOMPARE(cli.console.err, "");
}

void tst_AskCommand::terminalGetsALineBreakAndNoControls()
{
    CliHarness cli;
    cli.console.terminal = true;
    cli.backend.script = {say({thought(QStringLiteral("a\x1b]0;title\a"))}),
                          say({text(QStringLiteral("b\x1b[2J\r\nc\u009b1m"))}),
                          say({FinishDelta{}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--provider"), QStringLiteral("alpha"),
                      QStringLiteral("hi")}),
             0);
    QCOMPARE(cli.console.out, "b^[[2J\nc\\x9b1m\n");
    QVERIFY(cli.console.err.contains("a^[]0;title^G\n"));
}

void tst_AskCommand::eventsInOrder()
{
    CliHarness cli;
    cli.backend.script = {
        say({ModelDelta{QStringLiteral("a-one-0528")}, thought(QStringLiteral("let me "))}),
        say({thought(QStringLiteral("see"))}),
        say({text(QStringLiteral("42")), text(QStringLiteral("."))}),
        say({FinishDelta{FinishReason::Stop, {}}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--provider"),
                      QStringLiteral("alpha"), QStringLiteral("hi")}),
             0);
    QCOMPARE(cli.eventTypes(),
             QStringLiteral("start status status reasoning reasoning status text text finish"));
    QCOMPARE(cli.console.writes, 9); // one write a line: flushed at once
    const QJsonObject start = cli.event(QStringLiteral("start"));
    QVERIFY(start.value(QLatin1String("conversation")).isNull());
    QVERIFY(!start.value(QLatin1String("message")).toString().isEmpty());
    QCOMPARE(start.value(QLatin1String("provider")).toString(), QStringLiteral("alpha"));
    QCOMPARE(start.value(QLatin1String("model")).toString(), QStringLiteral("a-one"));
    QCOMPARE(cli.events().at(1).value(QLatin1String("code")).toString(),
             QStringLiteral("connecting"));
    QCOMPARE(cli.events().at(2).value(QLatin1String("code")).toString(),
             QStringLiteral("thinking"));
    QCOMPARE(cli.events().at(5).value(QLatin1String("code")).toString(),
             QStringLiteral("answering"));
    QCOMPARE(cli.joined(QStringLiteral("reasoning")), QStringLiteral("let me see"));
    QCOMPARE(cli.joined(QStringLiteral("text")), QStringLiteral("42."));
    const QJsonObject finish = cli.event(QStringLiteral("finish"));
    QCOMPARE(finish.value(QLatin1String("reason")).toString(), QStringLiteral("stop"));
    QCOMPARE(finish.value(QLatin1String("model")).toString(), QStringLiteral("a-one-0528"));
    QVERIFY(finish.value(QLatin1String("ms_first_token")).toInt(-1) >= 0);
    QVERIFY(finish.value(QLatin1String("ms_total")).toInt(-1) >= 0);
    QCOMPARE(cli.console.err, "");
}

void tst_AskCommand::allKindsOfEvents()
{
    CliHarness cli;
    Usage usage;
    usage.promptTokens = 11;
    usage.completionTokens = 698;
    usage.cost = Cost{QStringLiteral("0.0031"), QStringLiteral("USD")};
    Usage earlier;
    earlier.promptTokens = 1;
    cli.backend.script = {
        say({ToolCallDelta{
            QStringLiteral("c1"), QStringLiteral("now"), QStringLiteral("{\"a\":"), {}}}),
        say({LogprobsDelta{{{QStringLiteral("4"), -0.5, {{QStringLiteral("5"), -1.5}}}}}}),
        say({ReasoningDetailsDelta{}, UsageDelta{earlier}}),
        say({UsageDelta{usage}, FinishDelta{FinishReason::ToolCalls, {}}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--provider"),
                      QStringLiteral("alpha"), QStringLiteral("hi")}),
             0);
    QCOMPARE(cli.eventTypes(), QStringLiteral("start status tool_call logprobs usage finish"));
    QCOMPARE(cli.event(QStringLiteral("tool_call")).value(QLatin1String("arguments")).toString(),
             QStringLiteral("{\"a\":"));
    const QJsonObject token = cli.event(QStringLiteral("logprobs"))
                                  .value(QLatin1String("tokens"))
                                  .toArray()
                                  .at(0)
                                  .toObject();
    QCOMPARE(token.value(QLatin1String("token")).toString(), QStringLiteral("4"));
    QCOMPARE(token.value(QLatin1String("logprob")).toDouble(), -0.5);
    QCOMPARE(token.value(QLatin1String("top")).toArray().size(), 1);
    const QJsonObject cost = cli.event(QStringLiteral("usage"));
    QCOMPARE(cost.value(QLatin1String("prompt_tokens")).toInt(), 11);
    QVERIFY(cost.value(QLatin1String("cached_tokens")).isNull());
    QCOMPARE(cost.value(QLatin1String("cost")).toObject().value(QLatin1String("amount")).toString(),
             QStringLiteral("0.0031"));
    QCOMPARE(cli.event(QStringLiteral("finish")).value(QLatin1String("reason")).toString(),
             QStringLiteral("tool_calls"));
}

void tst_AskCommand::movedText()
{
    CliHarness cli;
    cli.backend.script = {say({text(QStringLiteral("thinking aloud"))}),
                          say({MovedToReasoning{}, text(QStringLiteral("42"))}),
                          say({FinishDelta{}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--save"),
                      QStringLiteral("--provider"), QStringLiteral("alpha"), QStringLiteral("hi")}),
             0);
    QCOMPARE(cli.eventTypes(), QStringLiteral("start status status text moved text finish"));
    const QString id =
        cli.event(QStringLiteral("start")).value(QLatin1String("message")).toString();
    const Conversation stored = cli.store.stored.begin().value();
    QCOMPARE(stored.message(id)->text(), QStringLiteral("42"));
    QCOMPARE(stored.message(id)->reasoning(), QStringLiteral("thinking aloud"));
}

void tst_AskCommand::retryingAndQueued()
{
    CliHarness cli;
    cli.backend.script = {
        [](ScriptTurn &turn) { turn.retry(2, 5, 4000, failure(ErrorKind::Overloaded, 503)); },
        [](ScriptTurn &turn) { turn.queue(); }, say({text(QStringLiteral("x")), FinishDelta{}}),
        end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--provider"),
                      QStringLiteral("alpha"), QStringLiteral("hi")}),
             0);
    const QJsonObject retrying = cli.events().at(2);
    QCOMPARE(retrying.value(QLatin1String("code")).toString(), QStringLiteral("retrying"));
    QCOMPARE(retrying.value(QLatin1String("attempt")).toInt(), 2);
    QCOMPARE(retrying.value(QLatin1String("delay_ms")).toInt(), 4000);
    QVERIFY(retrying.value(QLatin1String("text")).toString().contains(QLatin1String("4 s")));
    QCOMPARE(cli.events().at(3).value(QLatin1String("code")).toString(), QStringLiteral("queued"));
}

void tst_AskCommand::exitCodes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("auth") << "auth" << 1;
    QTest::newRow("balance") << "balance" << 1;
    QTest::newRow("permission") << "permission" << 1;
    QTest::newRow("rate_limit") << "rate_limit" << 1;
    QTest::newRow("context_length") << "context_length" << 1;
    QTest::newRow("bad_request") << "bad_request" << 1;
    QTest::newRow("not_found") << "not_found" << 1;
    QTest::newRow("moderation") << "moderation" << 1;
    QTest::newRow("too_large") << "too_large" << 1;
    QTest::newRow("server") << "server" << 1;
    QTest::newRow("overloaded") << "overloaded" << 1;
    QTest::newRow("protocol") << "protocol" << 1;
    QTest::newRow("no_key") << "no_key" << 3;
    QTest::newRow("keychain") << "keychain" << 3;
    QTest::newRow("network") << "network" << 4;
    QTest::newRow("timeout") << "timeout" << 4;
    QTest::newRow("tls") << "tls" << 4;
}

void tst_AskCommand::exitCodes()
{
    QFETCH(QString, kind);
    QFETCH(int, exitCode);
    CliHarness cli;
    Error error = failure(*errorKindFromName(kind), 418, QStringLiteral("said\nthe server"));
    error.retryAfterMs = 1500;
    cli.backend.script = {end(error)};

    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--provider"),
                      QStringLiteral("alpha"), QStringLiteral("hi")}),
             exitCode);
    QCOMPARE(cli.eventTypes(), QStringLiteral("start status error finish"));
    const QJsonObject event = cli.event(QStringLiteral("error"));
    QCOMPARE(event.value(QLatin1String("kind")).toString(), kind);
    QCOMPARE(event.value(QLatin1String("http")).toInt(), 418);
    QCOMPARE(event.value(QLatin1String("message")).toString(), QStringLiteral("said the server"));
    QCOMPARE(event.value(QLatin1String("retry_after_ms")).toInt(), 1500);
    QVERIFY(!event.value(QLatin1String("hint")).toString().isEmpty());
    QCOMPARE(cli.event(QStringLiteral("finish")).value(QLatin1String("reason")).toString(),
             QStringLiteral("error"));

    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("-q"), QStringLiteral("--provider"),
                      QStringLiteral("alpha"), QStringLiteral("hi")}),
             exitCode);
    QCOMPARE(cli.console.out, "");
    QVERIFY2(cli.complaint().startsWith(QLatin1String("ponder: ")), qPrintable(cli.complaint()));
    QVERIFY(cli.complaint().contains(QLatin1String("the server")));
}

void tst_AskCommand::errorAfterThePieces()
{
    CliHarness cli;
    cli.backend.script = {say({text(QStringLiteral("half an ans"))}),
                          end(failure(ErrorKind::Network))};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--save"),
                      QStringLiteral("--provider"), QStringLiteral("alpha"), QStringLiteral("hi")}),
             4);
    QCOMPARE(cli.eventTypes(), QStringLiteral("start status status text error finish"));
    const QJsonObject error = cli.event(QStringLiteral("error"));
    QVERIFY(error.value(QLatin1String("http")).isNull());
    QVERIFY(error.value(QLatin1String("retry_after_ms")).isNull());
    QVERIFY(!error.value(QLatin1String("message")).toString().isEmpty());
    QCOMPARE(cli.event(QStringLiteral("finish")).value(QLatin1String("reason")).toString(),
             QStringLiteral("interrupted"));
    const QString id =
        cli.event(QStringLiteral("start")).value(QLatin1String("message")).toString();
    const Conversation stored = cli.store.stored.begin().value();
    QCOMPARE(stored.message(id)->text(), QStringLiteral("half an ans"));
    QCOMPARE(stored.message(id)->state, MessageState::Interrupted);
}

void tst_AskCommand::endedEarlyWithoutAnError()
{
    CliHarness cli;
    cli.backend.script = {say({text(QStringLiteral("half"))}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--provider"),
                      QStringLiteral("alpha"), QStringLiteral("hi")}),
             4);
    QCOMPARE(cli.event(QStringLiteral("finish")).value(QLatin1String("reason")).toString(),
             QStringLiteral("interrupted"));
}

void tst_AskCommand::interruptKeepsWhatArrived()
{
    CliHarness cli;
    cli.backend.script = {say({text(QStringLiteral("as far as"))}),
                          [](ScriptTurn &) { std::raise(SIGINT); }};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--save"),
                      QStringLiteral("--provider"), QStringLiteral("alpha"), QStringLiteral("hi")}),
             130);
    QCOMPARE(cli.eventTypes(), QStringLiteral("start status status text finish"));
    QCOMPARE(cli.event(QStringLiteral("finish")).value(QLatin1String("reason")).toString(),
             QStringLiteral("cancelled"));
    const QString id =
        cli.event(QStringLiteral("start")).value(QLatin1String("message")).toString();
    const Conversation stored = cli.store.stored.begin().value();
    QCOMPARE(stored.message(id)->text(), QStringLiteral("as far as"));
    QCOMPARE(stored.message(id)->state, MessageState::Stopped);
}

void tst_AskCommand::secondEventLoopRoundIsNotNeededToStop()
{
    // A server that never says anything can be stopped as well.
    CliHarness cli;
    cli.backend.script = {[](ScriptTurn &) { std::raise(SIGTERM); }};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--provider"), QStringLiteral("alpha"),
                      QStringLiteral("hi")}),
             128 + SIGTERM);
    QCOMPARE(cli.console.out, "");
}

void tst_AskCommand::readerGoesAway()
{
    CliHarness cli;
    cli.console.readLimit = 1;
    cli.backend.script = {say({text(QStringLiteral("first"))}),
                          say({text(QStringLiteral("second"))}), [](ScriptTurn &) {}};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--save"), QStringLiteral("--provider"),
                      QStringLiteral("alpha"), QStringLiteral("hi")}),
             128 + SIGPIPE);
    QCOMPARE(cli.console.out, "first");
    const Conversation stored = cli.store.stored.begin().value();
    QCOMPARE(stored.message(stored.leafId)->text(), QStringLiteral("firstsecond"));
    QCOMPARE(stored.message(stored.leafId)->state, MessageState::Stopped);
}

void tst_AskCommand::promptFromStandardInput_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("prompt");
    QTest::newRow("line") << QByteArray("hi there\n") << "hi there";
    QTest::newRow("Windows line") << QByteArray("hi\r\n") << "hi";
    QTest::newRow("no line break") << QByteArray("hi") << "hi";
    QTest::newRow("several lines") << QByteArray("a\n\nb\n\n") << "a\n\nb\n";
    QTest::newRow("Chinese") << QByteArray("\xe4\xbd\xa0\xe5\xa5\xbd\n") << "你好";
}

void tst_AskCommand::promptFromStandardInput()
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

void tst_AskCommand::wrongUsage_data()
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

void tst_AskCommand::wrongUsage()
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

void tst_AskCommand::wrongUsageAsEvents()
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

void tst_AskCommand::chosenEndpoint_data()
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

void tst_AskCommand::chosenEndpoint()
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

void tst_AskCommand::noModelAnywhere()
{
    CliHarness cli;
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--provider"),
                      QStringLiteral("local"), QStringLiteral("hi")}),
             2);
    QVERIFY(cli.complaint().contains(QLatin1String("--model")));
    cli.directory.models = failure(ErrorKind::Network, 0, QStringLiteral("refused"));
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--provider"),
                      QStringLiteral("local"), QStringLiteral("hi")}),
             4);
    QCOMPARE(cli.eventTypes(), QStringLiteral("error finish"));
    QCOMPARE(cli.event(QStringLiteral("error")).value(QLatin1String("kind")).toString(),
             QStringLiteral("network"));
}

void tst_AskCommand::parametersAreSent()
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

void tst_AskCommand::savedConversation()
{
    CliHarness cli;
    cli.backend.script = {say({text(QStringLiteral("42")), FinishDelta{}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--save"),
                      QStringLiteral("--system"), QStringLiteral("Be brief."),
                      QStringLiteral("--provider"), QStringLiteral("alpha"), QStringLiteral("hi")}),
             0);
    const QString id =
        cli.event(QStringLiteral("start")).value(QLatin1String("conversation")).toString();
    QVERIFY(cli.store.stored.contains(id));
    const Conversation stored = cli.store.stored.value(id);
    QCOMPARE(stored.size(), 2);
    QCOMPARE(stored.providerId, QStringLiteral("alpha"));
    QCOMPARE(stored.model, QStringLiteral("a-one"));
    QCOMPARE(stored.systemPrompt, QStringLiteral("Be brief."));
    QCOMPARE(stored.summary.title, QStringLiteral("hi"));
    QVERIFY(stored.summary.createdAt.isValid());
    QCOMPARE(stored.message(stored.leafId)->text(), cli.joined(QStringLiteral("text")));
}

void tst_AskCommand::notSavedByDefault()
{
    CliHarness cli;
    cli.backend.script = {say({text(QStringLiteral("42")), FinishDelta{}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--provider"), QStringLiteral("alpha"),
                      QStringLiteral("hi")}),
             0);
    QVERIFY(cli.store.stored.isEmpty());
}

void tst_AskCommand::continuesAConversation()
{
    CliHarness cli;
    cli.addConversation(QStringLiteral("0191-aaaa"), QStringLiteral("First"));
    cli.addConversation(QStringLiteral("0191-bbbb"), QStringLiteral("Second"));
    cli.backend.script = {say({text(QStringLiteral("84")), FinishDelta{}}), end()};
    QCOMPARE(
        cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--conversation"),
                 QStringLiteral("0191-b"), QStringLiteral("And twice?")}),
        0);
    const ChatRequest &request = cli.backend.requests.back();
    QCOMPARE(cli.backend.providers.back().id, QStringLiteral("alpha"));
    QCOMPARE(request.model, QStringLiteral("a-two"));
    QCOMPARE(request.messages.size(), std::size_t(4));
    QCOMPARE(request.messages.front().content, QStringLiteral("Be brief."));
    QCOMPARE(request.messages.at(2).content, QStringLiteral("42"));
    QCOMPARE(request.messages.back().content, QStringLiteral("And twice?"));
    QCOMPARE(cli.event(QStringLiteral("start")).value(QLatin1String("conversation")).toString(),
             QStringLiteral("0191-bbbb"));
    QCOMPARE(cli.store.stored.value(QStringLiteral("0191-bbbb")).size(), 4);
    QCOMPARE(cli.store.stored.value(QStringLiteral("0191-aaaa")).size(), 2);
}

void tst_AskCommand::unknownConversation_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown") << "0199-none"
                             << "no conversation";
    QTest::newRow("several") << "0191-"
                             << "2 conversations";
    QTest::newRow("too short") << "019"
                               << "no conversation";
    QTest::newRow("empty") << ""
                           << "needs the ID";
}

void tst_AskCommand::unknownConversation()
{
    QFETCH(QString, id);
    QFETCH(QString, says);
    CliHarness cli;
    cli.addConversation(QStringLiteral("0191-aaaa"), QStringLiteral("First"));
    cli.addConversation(QStringLiteral("0191-bbbb"), QStringLiteral("Second"));
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--conversation"), id,
                      QStringLiteral("hi")}),
             2);
    QVERIFY2(cli.complaint().contains(says, Qt::CaseInsensitive), qPrintable(cli.complaint()));
}

void tst_AskCommand::conversationOfAnAddress()
{
    CliHarness cli;
    const QString address = QStringLiteral("http://h:2/v1");
    cli.backend.script = {say({text(QStringLiteral("1")), FinishDelta{}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--save"),
                      QStringLiteral("--base-url"), address, QStringLiteral("--model"),
                      QStringLiteral("m"), QStringLiteral("hi")}),
             0);
    const QString id =
        cli.event(QStringLiteral("start")).value(QLatin1String("conversation")).toString();
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--conversation"), id,
                      QStringLiteral("again")}),
             0);
    QCOMPARE(cli.backend.providers.back().baseUrl, address);
    QVERIFY(!cli.backend.providers.back().needsKey);
    QCOMPARE(cli.backend.requests.back().model, QStringLiteral("m"));
}

void tst_AskCommand::diskIsFull()
{
    CliHarness cli;
    cli.store.broken = true;
    cli.backend.script = {say({text(QStringLiteral("42")), FinishDelta{}}), end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--save"),
                      QStringLiteral("--provider"), QStringLiteral("alpha"), QStringLiteral("hi")}),
             1);
    QCOMPARE(cli.joined(QStringLiteral("text")), QStringLiteral("42"));
    QCOMPARE(cli.event(QStringLiteral("error")).value(QLatin1String("kind")).toString(),
             QStringLiteral("storage"));
    QCOMPARE(cli.events().constLast().value(QLatin1String("type")).toString(),
             QStringLiteral("finish"));
}

void tst_AskCommand::systemPrompt_data()
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

void tst_AskCommand::systemPrompt()
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

QTEST_GUILESS_MAIN(tst_AskCommand)
#include "tst_AskCommand.moc"
