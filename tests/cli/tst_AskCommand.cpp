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
    void costByThePriceList();
    void movedText();
    void retryingAndQueued();
    void exitCodes_data();
    void exitCodes();
    void contextIsNotExceeded();
    void errorAfterThePieces();
    void endedEarlyWithoutAnError();
    void interruptKeepsWhatArrived();
    void secondEventLoopRoundIsNotNeededToStop();
    void readerGoesAway();
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

void tst_AskCommand::costByThePriceList()
{
    CliHarness cli;
    ModelInfo model;
    model.id = QStringLiteral("a-one");
    model.price = ModelPrice{QStringLiteral("6.25"), QStringLiteral("25"), QStringLiteral("CNY")};
    cli.directory.lists.insert(QStringLiteral("alpha"), {model});
    Usage usage;
    usage.promptTokens = 11;
    usage.completionTokens = 698;
    cli.backend.script = {say({text(QStringLiteral("hi")), UsageDelta{usage}, FinishDelta{}}),
                          end()};
    QCOMPARE(cli.run({QStringLiteral("ask"), QStringLiteral("--json"), QStringLiteral("--provider"),
                      QStringLiteral("alpha"), QStringLiteral("--model"), model.id,
                      QStringLiteral("hi")}),
             0);
    QCOMPARE(cli.event(QStringLiteral("usage")).value(QLatin1String("cost")).toObject(),
             (QJsonObject{{QStringLiteral("amount"), QStringLiteral("0.01751875")},
                          {QStringLiteral("currency"), QStringLiteral("CNY")}}));
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
    QTest::newRow("not_running") << "not_running" << 4;
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
    // Scripts know a server that is not running as one that cannot be reached.
    QCOMPARE(event.value(QLatin1String("kind")).toString(),
             kind == QLatin1String("not_running") ? QStringLiteral("network") : kind);
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

void tst_AskCommand::contextIsNotExceeded()
{
    const QStringList ask{QStringLiteral("ask"), QStringLiteral("--json"),
                          QStringLiteral("--provider"), QStringLiteral("alpha"),
                          QStringLiteral("--context")};
    CliHarness cli;
    cli.backend.script = {say({text(QStringLiteral("ok"))}), say({FinishDelta{}}), end()};
    const QString prompt = QStringLiteral("word ").repeated(100); // about 150 tokens
    QCOMPARE(cli.run(ask + QStringList{QStringLiteral("1000"), prompt}), 0);
    QCOMPARE(cli.backend.requests.size(), 1U);

    QCOMPARE(cli.run(ask + QStringList{QStringLiteral("100"), prompt}), 1);
    QCOMPARE(cli.backend.requests.size(), 1U); // nothing was sent
    QCOMPARE(cli.eventTypes(), QStringLiteral("error finish"));
    const QJsonObject event = cli.event(QStringLiteral("error"));
    QCOMPARE(event.value(QLatin1String("kind")).toString(), QStringLiteral("context_length"));
    QVERIFY(event.value(QLatin1String("message")).toString().contains(QLatin1String("100")));
    QVERIFY(!event.value(QLatin1String("hint")).toString().isEmpty());
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

QTEST_GUILESS_MAIN(tst_AskCommand)
#include "tst_AskCommand.moc"
