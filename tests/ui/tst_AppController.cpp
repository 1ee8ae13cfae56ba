#include "ui/AppController.h"

#include "ui/ShellFakes.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace ponder {

using namespace fakes;

/// The pages of the window and what leads from one to another.
class tst_AppController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstRunOnlyOnce();
    void demoLeavesTheFirstRun();
    void localServerLeavesTheFirstRun_data();
    void localServerLeavesTheFirstRun();
    void providerLeavesTheFirstRun();
    void settingsFromTheFirstRun();
    void oneBlankChat();
    void theLastOpenedWins();
    void stepChatGoesRound();
    void deletingTheShownChatShowsItsNeighbour();
    void undoShowsItAgain();
    void settingsPages();
    void storageProblemsAreTold();
    void exportWritesTheFile();
    void exportTellsWhatFailed();
    void codeIsSaved();
    void onlyWebAddressesAreOpened();
    void languageIsAskedFor();
    void windowSizeIsRemembered();
    void noSecretInTheSettings();
};

void tst_AppController::firstRunOnlyOnce()
{
    Shell shell;
    shell.app().start();
    QCOMPARE(shell.app().page(), u"firstRun"_s);
    shell.closeApp();
    shell.chooseOpenRouter();
    shell.app().start();
    QCOMPARE(shell.app().page(), u"chat"_s);
}

void tst_AppController::demoLeavesTheFirstRun()
{
    Shell shell;
    AppController &app = shell.app();
    app.start();
    app.startDemo();
    QCOMPARE(app.page(), u"chat"_s);
    QVERIFY(app.chat()->demo());
    shell.closeApp();
    shell.app().start();
    QCOMPARE(shell.app().page(), u"chat"_s);
    QVERIFY(shell.app().chat()->demo());
}

void tst_AppController::localServerLeavesTheFirstRun_data()
{
    QTest::addColumn<QStringList>("models");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("chosen");
    QTest::newRow("its first model") << QStringList{u"a"_s, u"b"_s} << u""_s << u"a"_s;
    QTest::newRow("the profile's, where it is there")
        << QStringList{u"a"_s, u"b"_s} << u"b"_s << u"b"_s;
    QTest::newRow("the profile's is not there") << QStringList{u"a"_s} << u"b"_s << u"a"_s;
    QTest::newRow("no model at all") << QStringList() << u"b"_s << QString();
}

void tst_AppController::localServerLeavesTheFirstRun()
{
    QFETCH(QStringList, models);
    QFETCH(QString, wanted);
    QFETCH(QString, chosen);
    Shell shell;
    std::vector<ModelInfo> served;
    for (const QString &name : models)
        served.push_back(model(name));
    shell.directory.fetched = served;
    for (ProviderProfile &profile : shell.directory.list) {
        if (profile.id == "ollama"_L1)
            profile.defaultModel = wanted;
    }
    AppController &app = shell.app();
    app.start();
    app.useLocal(u"ollama"_s, u"http://localhost:9999/v1"_s);
    QVERIFY(app.settingUp());
    QTRY_VERIFY(!app.settingUp());
    if (chosen.isEmpty()) {
        QCOMPARE(app.page(), u"firstRun"_s);
        QVERIFY(app.setupError().contains(u"Ollama"_s));
        return;
    }
    QCOMPARE(app.page(), u"chat"_s);
    QCOMPARE(app.chat()->modelLabel(), u"Ollama · "_s + chosen);
    QCOMPARE(shell.directory.profile(u"ollama"_s)->baseUrl, u"http://localhost:9999/v1"_s);
}

void tst_AppController::providerLeavesTheFirstRun()
{
    Shell shell;
    AppController &app = shell.app();
    app.start();
    app.finishFirstRun(u"deepseek"_s);
    QCOMPARE(app.page(), u"chat"_s);
    QCOMPARE(app.chat()->modelLabel(), u"DeepSeek · deepseek-reasoner"_s);
    QCOMPARE(shell.settings().text(u"default.provider"_s), u"deepseek"_s);
}

void tst_AppController::settingsFromTheFirstRun()
{
    Shell shell;
    AppController &app = shell.app();
    app.start();
    app.openSettings(u"providers"_s);
    app.backToChats(); // nothing was set up: the first run is not over
    QCOMPARE(app.page(), u"firstRun"_s);
    app.openSettings(u"providers"_s);
    app.providers()->setCurrentId(u"deepseek"_s);
    app.providers()->key()->save(u"sk-0123456789abcdef"_s);
    QTRY_VERIFY(app.chat()->anyProviderReady());
    app.backToChats();
    QCOMPARE(app.page(), u"chat"_s);
    QCOMPARE(app.chat()->providerId(), u"deepseek"_s);
}

void tst_AppController::oneBlankChat()
{
    Shell shell;
    shell.chooseOpenRouter();
    AppController &app = shell.app();
    app.start();
    const QString blank = app.chat()->conversationId();
    app.newChat();
    QCOMPARE(app.chat()->conversationId(), blank);
    QVERIFY(app.chat()->send(u"one"_s));
    QCOMPARE(app.conversations()->currentId(), blank);
    app.newChat();
    QVERIFY(app.chat()->conversationId() != blank);
    QCOMPARE(app.conversations()->count(), 1); // a blank one is not listed
}

void tst_AppController::theLastOpenedWins()
{
    Shell shell;
    shell.chooseOpenRouter();
    const QString a = shell.addConversation(u"a"_s, shell.clock.now());
    const QString b = shell.addConversation(u"b"_s, shell.clock.now());
    AppController &app = shell.app();
    app.start();
    app.openChat(a);
    app.openChat(b);
    QTRY_COMPARE(app.chat()->conversationId(), b);
    QCOMPARE(app.conversations()->currentId(), b);
    app.openChat(a);
    app.newChat(); // before a is there
    QCoreApplication::processEvents();
    QVERIFY(app.chat()->isEmpty());
}

void tst_AppController::stepChatGoesRound()
{
    Shell shell;
    shell.chooseOpenRouter();
    for (int i = 0; i < 3; ++i)
        shell.addConversation(QString::number(i), shell.clock.now().addSecs(-i));
    AppController &app = shell.app();
    app.start();
    QTRY_COMPARE(app.conversations()->count(), 3);
    const auto shown = [&] { return app.conversations()->currentRow(); };
    QCOMPARE(shown(), -1);
    app.stepChat(1);
    QTRY_COMPARE(shown(), 0);
    app.stepChat(-1);
    QTRY_COMPARE(shown(), 2);
    app.stepChat(1);
    QTRY_COMPARE(shown(), 0);
}

void tst_AppController::deletingTheShownChatShowsItsNeighbour()
{
    Shell shell;
    shell.chooseOpenRouter();
    const QString a = shell.addConversation(u"a"_s, shell.clock.now());
    const QString b = shell.addConversation(u"b"_s, shell.clock.now().addSecs(-1));
    AppController &app = shell.app();
    app.start();
    app.openChat(a);
    QTRY_COMPARE(app.chat()->conversationId(), a);
    app.conversations()->remove(a);
    QTRY_COMPARE(app.chat()->conversationId(), b);
    app.conversations()->remove(b);
    QTRY_VERIFY(app.chat()->isEmpty());
}

void tst_AppController::undoShowsItAgain()
{
    Shell shell;
    shell.chooseOpenRouter();
    const QString a = shell.addConversation(u"a"_s, shell.clock.now());
    AppController &app = shell.app();
    app.start();
    app.openChat(a);
    QTRY_COMPARE(app.chat()->conversationId(), a);
    app.conversations()->remove(a);
    QTRY_VERIFY(app.chat()->isEmpty());
    app.conversations()->undoRemove();
    QTRY_COMPARE(app.chat()->conversationId(), a);
}

void tst_AppController::settingsPages()
{
    Shell shell;
    shell.chooseOpenRouter();
    AppController &app = shell.app();
    app.start();
    app.openProviderSettings(u"deepseek"_s);
    QCOMPARE(app.page(), u"settings"_s);
    QCOMPARE(app.settingsSection(), u"providers"_s);
    QCOMPARE(app.providers()->currentId(), u"deepseek"_s);
    app.backToChats();
    QCOMPARE(app.page(), u"chat"_s);
    app.openSettings({}); // where one was
    QCOMPARE(app.settingsSection(), u"providers"_s);
    app.newChat();
    QCOMPARE(app.page(), u"chat"_s);
}

void tst_AppController::storageProblemsAreTold()
{
    Shell shell;
    shell.chooseOpenRouter();
    AppController &app = shell.app();
    app.start();
    QCOMPARE(app.notice(), QString());
    Q_EMIT shell.store.failed(Error{ErrorKind::Storage, 0, u"disk is full"_s, {}, {}});
    QCOMPARE(app.notice(), u"disk is full"_s);
    Q_EMIT shell.store.failed(Error{ErrorKind::Storage, 0, u"The disk is full."_s, {}, 1000});
    QCOMPARE(app.notice(),
             u"The disk is full. Your text stays in this window; saving is tried again "
             "by itself."_s);
    Q_EMIT shell.store.recovered();
    QCOMPARE(app.notice(), QString());
    Q_EMIT shell.settings().writeFailed(u"The settings cannot be written."_s);
    QCOMPARE(app.notice(), u"The settings cannot be written."_s);
    Q_EMIT shell.store.recovered(); // that was another trouble
    QCOMPARE(app.notice(), u"The settings cannot be written."_s);
    app.dismissNotice();
    QCOMPARE(app.notice(), QString());
}

void tst_AppController::exportWritesTheFile()
{
    Shell shell;
    shell.chooseOpenRouter();
    const QString id = shell.addConversation(u"a/b: “c”?"_s, shell.clock.now());
    QTemporaryDir folder;
    QString suggested;
    shell.exporter = [](const Conversation &conversation, const QString &format) {
        return Result<QByteArray>((conversation.summary.title + u' ' + format).toUtf8());
    };
    shell.asker = [&](const QString &name, const std::function<void(const QString &)> &done) {
        suggested = name;
        done(folder.filePath(u"out.md"_s));
    };
    AppController &app = shell.app();
    app.start();
    QVERIFY(app.canExport());
    app.exportChat(id, u"md"_s);
    QTRY_VERIFY(QFile::exists(folder.filePath(u"out.md"_s)));
    QCOMPARE(suggested, u"a b “c”.md"_s);
    QFile file(folder.filePath(u"out.md"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), u"a/b: “c”? md"_s);
    QCOMPARE(app.notice(), QString());
}

void tst_AppController::exportTellsWhatFailed()
{
    Shell shell;
    shell.chooseOpenRouter();
    const QString id = shell.addConversation(u"a"_s, shell.clock.now());
    shell.exporter = [](const Conversation &, const QString &) {
        return Result<QByteArray>(QByteArray("x"));
    };
    shell.asker = [](const QString &, const std::function<void(const QString &)> &done) {
        done(u"/no/such/folder/out.md"_s);
    };
    AppController &app = shell.app();
    app.start();
    app.exportChat(id, u"md"_s);
    QTRY_VERIFY(app.notice().contains(u"/no/such/folder/out.md"_s));
}

void tst_AppController::codeIsSaved()
{
    Shell shell;
    QTemporaryDir folder;
    QString suggested;
    QString path = folder.filePath(u"code.py"_s);
    shell.asker = [&](const QString &name, const std::function<void(const QString &)> &done) {
        suggested = name;
        done(path);
    };
    AppController &app = shell.app();
    app.saveCode(u"print(1)"_s, u"python"_s);
    QCOMPARE(suggested, u"code.py"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("print(1)\n"));
    path.clear(); // the user changed their mind
    app.saveCode(u"x"_s, QString());
    QCOMPARE(app.notice(), QString());
    path = u"/no/such/folder/code.txt"_s;
    app.saveCode(u"x"_s, QString());
    QVERIFY(app.notice().contains(path));
}

void tst_AppController::onlyWebAddressesAreOpened()
{
    Shell shell;
    AppController &app = shell.app();
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(u"not opened: an address of the kind \"file\""_s));
    app.openExternally(QUrl(u"file:///etc/passwd"_s));
    QTest::ignoreMessage(
        QtWarningMsg, QRegularExpression(u"not opened: an address of the kind \"javascript\""_s));
    app.openExternally(QUrl(u"javascript:alert(1)"_s));
}

void tst_AppController::languageIsAskedFor()
{
    Shell shell;
    AppController &app = shell.app();
    QSignalSpy asked(&app, &AppController::languageChangeRequested);
    app.settings()->setLanguage(u"zh_CN"_s);
    QCOMPARE(asked.at(0).at(0).toString(), u"zh_CN"_s);
    QVERIFY(app.appearance()->chinese());
    app.settings()->setLanguage(u"en"_s);
    QVERIFY(!app.appearance()->chinese());
}

void tst_AppController::windowSizeIsRemembered()
{
    Shell shell;
    shell.app().window()->remember(1'000, 700);
    shell.app().window()->setSidebarWidth(5'000);
    QCOMPARE(shell.app().window()->sidebarWidth(), 360);
    shell.app().window()->setSidebarVisible(false);
    shell.closeApp();
    QCOMPARE(shell.app().window()->width(), 1'000);
    QCOMPARE(shell.app().window()->height(), 700);
    QCOMPARE(shell.app().window()->sidebarWidth(), 360);
    QVERIFY(!shell.app().window()->sidebarVisible());
}

void tst_AppController::noSecretInTheSettings()
{
    Shell shell;
    AppController &app = shell.app();
    app.start();
    const QString key = u"sk-very-secret-0123456789"_s;
    app.providers()->setCurrentId(u"deepseek"_s);
    app.providers()->key()->save(key);
    QTRY_COMPARE(shell.secrets.keys.value(u"deepseek"_s), key);
    app.finishFirstRun(u"deepseek"_s);
    QFile file(shell.kept.folder.filePath(u"settings.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(key.toUtf8()));
}

} // namespace ponder

QTEST_MAIN(ponder::tst_AppController)
#include "tst_AppController.moc"
