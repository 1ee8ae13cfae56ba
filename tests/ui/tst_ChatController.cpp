#include "ui/ChatController.h"

#include "ui/ContextUse.h"
#include "ui/ShellFakes.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace ponder {

using namespace fakes;

/// The shown chat: who answers, the draft, the verbs, what is said about the running answer.
class tst_ChatController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fallbackModel_data();
    void fallbackModel();
    void choiceStaysWithTheConversation();
    void localServerOffersWhatItHas();
    void sendUsesTheSettings();
    void sendIsRefusedWithoutModelTextOrWhileBusy();
    void leavingDoesNotStop();
    void draftIsKeptPerConversation();
    void phaseText_data();
    void phaseText();
    void retryCountsDown();
    void copyTakesTheText();
    void branchesAreWalked();
    void sessionKeyAsksAgain();
    void contextFollowsUsage();
    void contextText_data();
    void contextText();
    void upEditsTheLastPrompt();
    void demoIsKnown();

private:
    static void answer(Shell &shell, const QString &text);
};

void tst_ChatController::answer(Shell &shell, const QString &text)
{
    shell.backend.turn()->say({TextDelta{text}});
    shell.backend.turn()->end();
}

void tst_ChatController::fallbackModel_data()
{
    QTest::addColumn<QString>("defaultProvider");
    QTest::addColumn<QString>("defaultModel");
    QTest::addColumn<QString>("keyOf");
    QTest::addColumn<bool>("localRuns");
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("model");
    QTest::newRow("nothing at all: the demo")
        << u""_s << u""_s << u""_s << false << u"demo"_s << u"demo-reasoner"_s;
    QTest::newRow("the default") << u"deepseek"_s << u"x"_s << u""_s << false << u"deepseek"_s
                                 << u"x"_s;
    QTest::newRow("the default's own model")
        << u"deepseek"_s << u""_s << u""_s << false << u"deepseek"_s << u"deepseek-reasoner"_s;
    QTest::newRow("a default that is gone: whoever has a key")
        << u"gone"_s << u"x"_s << u"deepseek"_s << false << u"deepseek"_s << u"deepseek-reasoner"_s;
    QTest::newRow("whoever has a key")
        << u""_s << u""_s << u"deepseek"_s << false << u"deepseek"_s << u"deepseek-reasoner"_s;
    QTest::newRow("a local server that runs")
        << u""_s << u""_s << u""_s << true << u"ollama"_s << u"deepseek-r1:8b"_s;
}

void tst_ChatController::fallbackModel()
{
    QFETCH(QString, defaultProvider);
    QFETCH(QString, defaultModel);
    QFETCH(QString, keyOf);
    QFETCH(bool, localRuns);
    QFETCH(QString, provider);
    QFETCH(QString, model);
    Shell shell;
    if (!defaultProvider.isEmpty())
        QVERIFY(shell.settings().set(u"default.provider"_s, defaultProvider).ok());
    if (!defaultModel.isEmpty())
        QVERIFY(shell.settings().set(u"default.model"_s, defaultModel).ok());
    if (!keyOf.isEmpty())
        shell.secrets.keys[keyOf] = u"sk-0123456789"_s;
    if (localRuns) {
        shell.directory.servers = {{u"ollama"_s, u"http://localhost:11434/v1"_s, true, 1}};
        shell.directory.models[u"ollama"_s] = {fakes::model(u"deepseek-r1:8b"_s)};
    }
    AppController &app = shell.app();
    app.start();
    app.providers()->lookAgain();
    QTRY_COMPARE(app.chat()->providerId(), provider);
    QCOMPARE(app.chat()->model(), model);
}

void tst_ChatController::choiceStaysWithTheConversation()
{
    Shell shell;
    shell.chooseOpenRouter();
    AppController &app = shell.app();
    app.start();
    app.chat()->chooseModel(u"deepseek"_s, u"deepseek-chat"_s);
    QCOMPARE(app.chat()->modelLabel(), u"DeepSeek · deepseek-chat"_s);
    QVERIFY(app.chat()->send(u"one"_s));
    const QString first = app.chat()->conversationId();
    answer(shell, u"answer"_s);
    app.newChat();
    QCOMPARE(app.chat()->modelLabel(), u"OpenRouter · deepseek-r1-0528"_s);
    QVERIFY(app.chat()->send(u"two"_s)); // with the default, which becomes this chat's own
    const QString second = app.chat()->conversationId();
    answer(shell, u"answer"_s);
    QVERIFY(shell.settings().set(u"default.provider"_s, u"deepseek"_s).ok());
    app.openChat(first);
    QTRY_COMPARE(app.chat()->modelLabel(), u"DeepSeek · deepseek-chat"_s);
    app.openChat(second);
    QTRY_COMPARE(app.chat()->modelLabel(), u"OpenRouter · deepseek-r1-0528"_s);
    QCOMPARE(shell.store.stored.value(second).providerId, u"openrouter"_s);
}

void tst_ChatController::localServerOffersWhatItHas()
{
    Shell shell;
    QVERIFY(shell.settings().set(u"default.provider"_s, u"ollama"_s).ok());
    AppController &app = shell.app();
    app.start();
    QVERIFY(app.chat()->modelMissing());
    QVERIFY(!app.chat()->canSend());
    shell.directory.models[u"ollama"_s] = {fakes::model(u"qwen3:4b"_s, 32'768)};
    Q_EMIT shell.directory.modelsChanged(u"ollama"_s);
    QCOMPARE(app.chat()->model(), u"qwen3:4b"_s);
    QCOMPARE(app.chat()->contextLimit(), 32'768);
}

void tst_ChatController::sendUsesTheSettings()
{
    Shell shell;
    shell.chooseOpenRouter();
    Settings &settings = shell.settings();
    const QString scope = u"openrouter/deepseek/deepseek-r1-0528"_s;
    QVERIFY(settings.setSampling({}, {{u"temperature"_s, 1.0}}).ok());
    QVERIFY(settings.setSampling(scope, {{u"temperature"_s, 0.6}, {u"top_p"_s, 0.95}}).ok());
    QVERIFY(
        settings.setExtraBody(scope, {{u"provider"_s, QJsonObject{{u"sort"_s, u"price"_s}}}}).ok());
    QVERIFY(settings.set(u"chat.system_prompt"_s, u"Be brief."_s).ok());
    AppController &app = shell.app();
    app.start();
    QVERIFY(app.chat()->send(u"question"_s));
    const ChatRequest request = shell.backend.request();
    QCOMPARE(request.model, u"deepseek/deepseek-r1-0528"_s);
    QCOMPARE(request.parameters, (QJsonObject{{u"temperature"_s, 0.6}, {u"top_p"_s, 0.95}}));
    QVERIFY(request.extraBody.contains(u"provider"_s));
    QCOMPARE(request.messages.size(), std::size_t(2));
    QCOMPARE(request.messages.front().content, u"Be brief."_s);
    QCOMPARE(request.messages.back().content, u"question"_s);
    answer(shell, u"answer"_s);

    app.chat()->setSystemPrompt(u"Answer in verse."_s); // this chat's own goes first
    QVERIFY(app.chat()->send(u"again"_s));
    QCOMPARE(shell.backend.request().messages.front().content, u"Answer in verse."_s);
}

void tst_ChatController::sendIsRefusedWithoutModelTextOrWhileBusy()
{
    Shell shell;
    shell.chooseOpenRouter();
    AppController &app = shell.app();
    app.start();
    ChatController &chat = *app.chat();
    QVERIFY(!chat.canSend());
    QVERIFY(!chat.send(u" \n "_s));
    chat.setDraft(u"one"_s);
    QVERIFY(chat.canSend());
    QVERIFY(chat.send(chat.draft()));
    QCOMPARE(chat.draft(), QString());
    QVERIFY(chat.busy());
    chat.setDraft(u"two"_s);
    QVERIFY(!chat.canSend());
    QVERIFY(!chat.send(chat.draft()));
    QCOMPARE(chat.draft(), u"two"_s); // what was written meanwhile stays
    QCOMPARE(shell.backend.requests.size(), std::size_t(1));
    answer(shell, u"answer"_s);
    QVERIFY(chat.canSend());
}

void tst_ChatController::leavingDoesNotStop()
{
    Shell shell;
    shell.chooseOpenRouter();
    AppController &app = shell.app();
    app.start();
    QVERIFY(app.chat()->send(u"one"_s));
    const QString first = app.chat()->conversationId();
    test::HandTurn *turn = shell.backend.turn();
    app.newChat();
    QVERIFY(!app.chat()->busy());
    QVERIFY(app.chat()->send(u"two"_s)); // both answer at once
    turn->say({TextDelta{u"late answer"_s}});
    turn->end();
    QVERIFY(!turn->cancelled);
    QVERIFY(app.chat()->busy());
    const int row = app.conversations()->rowOf(first);
    QVERIFY(at(*app.conversations(), row, "unread").toBool());
    app.openChat(first);
    QTRY_COMPARE(app.chat()->conversationId(), first);
    const Conversation shown = app.chat()->session()->conversation();
    QCOMPARE(shown.message(app.chat()->lastAnswerId())->text(), u"late answer"_s);
}

void tst_ChatController::draftIsKeptPerConversation()
{
    Shell shell;
    shell.chooseOpenRouter();
    const QString a = shell.addConversation(u"a"_s, shell.clock.now());
    const QString b = shell.addConversation(u"b"_s, shell.clock.now());
    AppController &app = shell.app();
    app.start();
    ChatController &chat = *app.chat();
    chat.setDraft(u"of the new chat"_s);
    app.openChat(a);
    QTRY_COMPARE(chat.conversationId(), a);
    QCOMPARE(chat.draft(), QString());
    chat.setDraft(u"of a"_s);
    app.openChat(b);
    QTRY_COMPARE(chat.conversationId(), b);
    QCOMPARE(chat.draft(), QString());
    app.openChat(a);
    QTRY_COMPARE(chat.conversationId(), a);
    QCOMPARE(chat.draft(), u"of a"_s);
    QCOMPARE(shell.store.stored.value(a).draft, u"of a"_s);
    app.newChat();
    QCOMPARE(chat.draft(), u"of the new chat"_s);
    // By itself after a pause, and at the end at the latest.
    app.openChat(b);
    QTRY_COMPARE(chat.conversationId(), b);
    chat.setDraft(u"half a sen"_s);
    QTRY_COMPARE(shell.store.stored.value(b).draft, u"half a sen"_s);
    chat.setDraft(u"half a sentence"_s);
    shell.closeApp();
    QCOMPARE(shell.store.stored.value(b).draft, u"half a sentence"_s);
}

void tst_ChatController::phaseText_data()
{
    QTest::addColumn<int>("afterMs");
    QTest::addColumn<QString>("text");
    QTest::newRow("at once") << 0 << u"Waiting for OpenRouter · 0 s"_s;
    QTest::newRow("soon") << 6'400 << u"Waiting for OpenRouter · 6 s"_s;
    QTest::newRow("long") << 20'000
                          << u"Waiting for OpenRouter · 20 s · Large models can take a while"_s;
}

void tst_ChatController::phaseText()
{
    QFETCH(int, afterMs);
    QFETCH(QString, text);
    Shell shell;
    shell.chooseOpenRouter();
    AppController &app = shell.app();
    app.start();
    QCOMPARE(app.chat()->phase(), u"idle"_s);
    QCOMPARE(app.chat()->phaseText(), QString());
    QVERIFY(app.chat()->send(u"one"_s));
    QCOMPARE(app.chat()->phase(), u"connecting"_s);
    // Another choice for the next message does not change who is waited for.
    app.chat()->chooseModel(u"deepseek"_s, u"deepseek-chat"_s);
    shell.clock.advance(afterMs);
    QCOMPARE(app.chat()->phaseText(), text);
    shell.backend.turn()->say({ReasoningDelta{u"hm"_s}});
    QCOMPARE(app.chat()->phase(), u"thinking"_s);
    shell.backend.turn()->say({TextDelta{u"yes"_s}});
    QCOMPARE(app.chat()->phase(), u"answering"_s);
}

void tst_ChatController::retryCountsDown()
{
    Shell shell;
    shell.chooseOpenRouter();
    AppController &app = shell.app();
    app.start();
    QVERIFY(app.chat()->send(u"one"_s));
    Q_EMIT shell.backend.turn()->retrying(2, 5, 20'000,
                                          Error{ErrorKind::RateLimit, 429, {}, {}, {}});
    QCOMPARE(app.chat()->phase(), u"retrying"_s);
    QCOMPARE(app.chat()->retryAttempt(), 2);
    QCOMPARE(app.chat()->retryMaxAttempts(), 5);
    QCOMPARE(app.chat()->retryDelayMs(), 20'000);
    shell.clock.advance(2'000);
    QCOMPARE(app.chat()->retryRemainingMs(), 18'000);
    QCOMPARE(app.chat()->phaseText(), u"Trying again in 18 s"_s);
    app.chat()->retryNow();
    QCOMPARE(shell.backend.turn()->retries, 1);
    app.chat()->stop();
    QVERIFY(!app.chat()->busy());
}

void tst_ChatController::copyTakesTheText()
{
    Shell shell;
    shell.chooseOpenRouter();
    const QString id = shell.addConversation(u"a"_s, shell.clock.now());
    AppController &app = shell.app();
    app.start();
    app.openChat(id);
    QTRY_COMPARE(app.chat()->conversationId(), id);
    QSignalSpy copied(app.chat(), &ChatController::copied);
    app.chat()->copyLastAnswer();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"An answer to: a"_s);
    QCOMPARE(copied.at(0).at(0).toString(), id + u"-a"_s);
    app.chat()->copyMessage(u"no such message"_s);
    QCOMPARE(copied.count(), 1);
}

void tst_ChatController::branchesAreWalked()
{
    Shell shell;
    shell.chooseOpenRouter();
    const QString id = shell.addConversation(u"a"_s, shell.clock.now());
    AppController &app = shell.app();
    app.start();
    app.openChat(id);
    QTRY_COMPARE(app.chat()->conversationId(), id);
    const QString before = app.chat()->lastAnswerId();
    app.chat()->stepBranch(-1); // there is only one
    QCOMPARE(app.chat()->lastAnswerId(), before);
    app.chat()->regenerate(before);
    answer(shell, u"another answer"_s);
    const QString after = app.chat()->lastAnswerId();
    QVERIFY(after != before);
    app.chat()->stepBranch(-1);
    QCOMPARE(app.chat()->lastAnswerId(), before);
    app.chat()->stepBranch(1);
    QCOMPARE(app.chat()->lastAnswerId(), after);
    app.chat()->edit(app.chat()->lastUserMessageId(), u"asked differently"_s);
    answer(shell, u"third"_s);
    QCOMPARE(app.chat()->session()->conversation().size(), 5);
}

void tst_ChatController::sessionKeyAsksAgain()
{
    Shell shell;
    shell.chooseOpenRouter();
    shell.secrets.keys.clear();
    AppController &app = shell.app();
    app.start();
    QVERIFY(app.chat()->send(u"one"_s));
    shell.backend.turn()->end(Error{ErrorKind::Keychain, 0, {}, {}, {}});
    app.chat()->useSessionKey(u" sk-typed-just-now "_s);
    QCOMPARE(shell.secrets.keys.value(u"openrouter"_s), u"sk-typed-just-now"_s);
    QVERIFY(app.chat()->busy());
    QCOMPARE(shell.backend.requests.size(), std::size_t(2));
}

void tst_ChatController::contextFollowsUsage()
{
    Shell shell;
    shell.chooseOpenRouter();
    AppController &app = shell.app();
    app.start();
    QCOMPARE(app.chat()->contextLabel(), u"0 / 160K"_s);
    QVERIFY(app.chat()->send(u"one"_s));
    Usage usage;
    usage.promptTokens = 17'000;
    usage.completionTokens = 3'200;
    usage.reasoningTokens = 2'000;
    shell.backend.turn()->say({TextDelta{u"answer"_s}, UsageDelta{usage}});
    shell.backend.turn()->end();
    QCOMPARE(app.chat()->contextUsed(), 18'200); // reasoning is not sent back
    QCOMPARE(app.chat()->contextLabel(), u"18.2K / 160K"_s);
    QVERIFY(app.chat()->send(QString(1'000, u'字')));
    QCOMPARE(app.chat()->contextUsed(), 18'200 + 600);
}

void tst_ChatController::contextText_data()
{
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << u"0"_s;
    QTest::newRow("few") << qint64(999) << u"999"_s;
    QTest::newRow("thousands") << qint64(18'234) << u"18.2K"_s;
    QTest::newRow("many") << qint64(171'449) << u"171.4K"_s;
    QTest::newRow("almost a million") << qint64(999'960) << u"1.0M"_s;
    QTest::newRow("millions") << qint64(2'340'000) << u"2.3M"_s;
}

void tst_ChatController::contextText()
{
    QFETCH(qint64, tokens);
    QFETCH(QString, text);
    QCOMPARE(shortTokenText(tokens), text);
}

void tst_ChatController::upEditsTheLastPrompt()
{
    Shell shell;
    shell.chooseOpenRouter();
    const QString id = shell.addConversation(u"a"_s, shell.clock.now());
    AppController &app = shell.app();
    app.start();
    QSignalSpy edit(app.chat(), &ChatController::editRequested);
    app.chat()->editLastMessage(); // an empty chat has none
    QCOMPARE(edit.count(), 0);
    app.openChat(id);
    QTRY_COMPARE(app.chat()->conversationId(), id);
    app.chat()->editLastMessage();
    QCOMPARE(edit.at(0).at(0).toString(), id + u"-q"_s);
}

void tst_ChatController::demoIsKnown()
{
    Shell shell;
    shell.chooseOpenRouter();
    AppController &app = shell.app();
    app.useDemoForThisRun();
    app.start();
    QVERIFY(app.chat()->demo());
    QCOMPARE(shell.settings().text(u"default.provider"_s), u"openrouter"_s); // for this run only
    app.chat()->chooseModel(u"openrouter"_s, u"x"_s);
    QVERIFY(!app.chat()->demo());
}

} // namespace ponder

QTEST_MAIN(ponder::tst_ChatController)
#include "tst_ChatController.moc"
