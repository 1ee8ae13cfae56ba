#include "qml/WindowFixture.h"

#include <QDirIterator>
#include <QQmlComponent>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace ponder {

/// The window as a whole: that every file of it loads, that it looks as drawn at its sizes, and
/// that its keys and names are there.
class tst_shell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileLoads();
    void namesAreThere();
    void footSaysWhatTodayCost();
    void shortcuts();
    void sidebarByKeyboard();
    void searchNarrowsTheList();
    void renameInPlace();
    void deleteAndUndo();
    void narrowWindowsHideTheSidebar();
    void panesAreCycled();
    void headerRenames();
    void findByKeys();
    void textSizeByKeys();
    void firstRunWithAKey();
    void firstRunWithARefusedKey();
    void firstRunDemo();
    void noticeIsShown();
    void starterFillsTheComposer();
    void screenshots_data();
    void screenshots();
};

void tst_shell::everyFileLoads()
{
    QQmlEngine engine;
    registerUiTypes(engine);
    QDirIterator files(u":/qt/qml/Ponder"_s, {u"*.qml"_s}, QDir::Files);
    int count = 0;
    while (files.hasNext()) {
        const QString path = files.next();
        if (path.endsWith("/Theme.qml"_L1) || path.endsWith("/Spin.qml"_L1))
            continue; // singletons: other files load them
        const QQmlComponent component(&engine, QUrl(u"qrc"_s + path));
        QVERIFY2(component.isReady(), qPrintable(component.errorString()));
        ++count;
    }
    QVERIFY2(count > 60, "the module has lost its files");
}

namespace {

QString focusName(const fakes::WindowFixture &fixture)
{
    QQuickItem *item = fixture.window()->activeFocusItem();
    if (!item)
        return u"nothing"_s;
    const QString name = fakes::WindowFixture::nameOf(item);
    return name.isEmpty() ? QString::fromLatin1(item->metaObject()->className()) : name;
}

void openRowMenu(const fakes::WindowFixture &fixture, const QString &title)
{
    if (QQuickItem *show = fixture.byName(u"Show sidebar"_s))
        fixture.click(show);
    QTRY_VERIFY(fixture.byName(title));
    QQuickItem *row = fixture.byName(title);
    QTRY_COMPARE(row->mapToScene({}).x(), 0.0); // an overlay has come in
    QTest::mouseMove(fixture.window(), row->mapToScene({50, 10}).toPoint());
    QTest::mouseMove(fixture.window(), row->mapToScene({52, 12}).toPoint());
    QTRY_VERIFY(fixture.byName(u"Options for "_s + title));
    fixture.click(fixture.byName(u"Options for "_s + title));
    QTRY_VERIFY(fixture.byName(u"Duplicate"_s));
    QTest::mouseMove(fixture.window(), fixture.byName(u"Pin"_s)->mapToScene({50, 15}).toPoint());
}

void fillSidebar(fakes::Shell &shell, bool chinese)
{
    const QDateTime now = shell.clock.now();
    const auto add = [&](const char *english, const QString &han, int daysAgo, int minutes,
                         bool pinned = false) {
        return shell.addConversation(chinese && !han.isEmpty() ? han : QString::fromUtf8(english),
                                     now.addDays(-daysAgo).addSecs(-60 * minutes), pinned);
    };
    add("Thesis outline — chapter 3", u"毕业论文提纲 · 第三章"_s, 3, 0, true);
    add("Rust lifetimes cheat sheet", u"Rust 生命周期速查"_s, 9, 0, true);
    add("Simpson vs trapezoid rule", u"生日悖论与不均匀分布"_s, 0, 5);
    add("梯度消失的直观解释", u"Simpson 法与梯形法对比"_s, 0, 30);
    add("Tidal feasibility report", u"潮汐能可行性报告"_s, 0, 90);
    add("Proof by infinite descent", u"无穷递降法证明"_s, 1, 5);
    add("租房合同条款逐条核对", u"租房合同条款逐条核对"_s, 1, 8);
    add("systemd timer not firing", u"systemd timer 不触发"_s, 1, 20);
    add("Bayes factor, worked example", u"贝叶斯因子：完整算例"_s, 3, 5);
    add("Postgres index for LIKE", u"Postgres 的 LIKE 索引"_s, 4, 5);
    add("读《庄子·秋水》笔记", u"读《庄子·秋水》笔记"_s, 5, 5);
    add("Wayland fractional scaling", u"Wayland 分数缩放"_s, 6, 5);
}

} // namespace

void tst_shell::namesAreThere()
{
    fakes::WindowFixture fixture;
    fixture.shell.chooseOpenRouter();
    fillSidebar(fixture.shell, false);
    QVERIFY(fixture.open());
    QTRY_VERIFY(fixture.shell.app().conversations()->loaded());
    for (const QString &name :
         {u"Conversations"_s, u"New chat"_s, u"Search chats"_s, u"Settings"_s, u"Hide sidebar"_s,
          u"Thesis outline — chapter 3"_s, u"Message"_s, u"Model"_s, u"Context used"_s, u"Send"_s})
        QTRY_VERIFY2(fixture.byName(name), qPrintable(name));
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::footSaysWhatTodayCost()
{
    fakes::WindowFixture fixture;
    fixture.shell.chooseOpenRouter();
    fillSidebar(fixture.shell, false);
    QVERIFY(fixture.open());
    QTRY_VERIFY(fixture.shell.app().conversations()->loaded());
    QVERIFY2(!fixture.byType(u"SpentToday"_s), "nothing is known yet");
    const QDateTime now = fixture.shell.clock.now();
    fixture.shell.store.spending = {{now, {u"0.42"_s, u"CNY"_s}}, {now, {u"0.1"_s, u"USD"_s}}};
    fixture.shell.app().spending()->refresh();
    QTRY_VERIFY(fixture.byName(u"Today ¥0.42 · $0.10"_s));
    QQuickItem *spent = fixture.byType(u"SpentToday"_s);
    QQuickItem *settings = fixture.byName(u"Settings"_s);
    QVERIFY(spent && settings);
    const qreal end = settings->mapToScene({settings->width(), 0}).x();
    QVERIFY2(end <= spent->mapToScene({0, 0}).x(), "they do not lie over each other");
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::shortcuts()
{
    fakes::WindowFixture fixture;
    fixture.shell.chooseOpenRouter();
    fillSidebar(fixture.shell, false);
    QVERIFY(fixture.open());
    AppController &app = fixture.shell.app();
    QTRY_VERIFY(app.conversations()->loaded());
    QTRY_COMPARE(focusName(fixture), u"Message"_s);

    fixture.press(Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(app.conversations()->currentRow(), 0);
    fixture.press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(app.chat()->isEmpty());
    fixture.press(Qt::Key_K, Qt::ControlModifier);
    QTRY_COMPARE(focusName(fixture), u"Search chats"_s);
    fixture.press(Qt::Key_Escape);
    QTRY_COMPARE(focusName(fixture), u"Message"_s);
    fixture.press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!app.window()->sidebarVisible());
    fixture.press(Qt::Key_K, Qt::ControlModifier); // brings it back
    QVERIFY(app.window()->sidebarVisible());
    fixture.press(Qt::Key_L, Qt::ControlModifier);
    QTRY_COMPARE(focusName(fixture), u"Message"_s);
    fixture.press(Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(app.page(), u"settings"_s);
    QTRY_VERIFY(fixture.byName(u"Back to chats"_s));
    fixture.press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(app.page(), u"chat"_s);
    QTRY_COMPARE(focusName(fixture), u"Message"_s);

    QVERIFY(app.chat()->send(u"question"_s));
    fixture.shell.backend.turn()->say({ReasoningDelta{u"hm"_s}, TextDelta{u"answer"_s}});
    fixture.shell.backend.turn()->end();
    const QString first = app.chat()->lastAnswerId();
    fixture.press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(app.chat()->busy());
    fixture.press(Qt::Key_Escape);
    QVERIFY(!app.chat()->busy());
    fixture.press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(app.chat()->lastAnswerId(), first);
    const Message *answer = app.chat()->session()->conversation().message(first);
    // The panel has a row a frame after the branch is shown.
    QTRY_VERIFY((fixture.press(Qt::Key_T, Qt::ControlModifier), answer->thinkingOpen.has_value()));
    QSignalSpy copied(app.chat(), &ChatController::copied);
    fixture.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(copied.count(), 1);
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::sidebarByKeyboard()
{
    fakes::WindowFixture fixture;
    fixture.shell.chooseOpenRouter();
    fillSidebar(fixture.shell, false);
    QVERIFY(fixture.open());
    AppController &app = fixture.shell.app();
    QTRY_VERIFY(app.conversations()->loaded());
    fixture.press(Qt::Key_K, Qt::ControlModifier);
    fixture.press(Qt::Key_Down);
    QTRY_COMPARE(focusName(fixture), u"Thesis outline — chapter 3"_s);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_Return);
    QTRY_COMPARE(app.chat()->title(), u"Simpson vs trapezoid rule"_s);
    fixture.press(Qt::Key_K, Qt::ControlModifier);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_End);
    fixture.press(Qt::Key_Delete);
    QCOMPARE(app.conversations()->undoTitle(), u"Wayland fractional scaling"_s);
    fixture.press(Qt::Key_Home);
    fixture.press(Qt::Key_Up);
    QTRY_COMPARE(focusName(fixture), u"Search chats"_s);
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::searchNarrowsTheList()
{
    fakes::WindowFixture fixture;
    fixture.shell.chooseOpenRouter();
    fillSidebar(fixture.shell, false);
    QVERIFY(fixture.open());
    ConversationListModel &list = *fixture.shell.app().conversations();
    QTRY_VERIFY(list.loaded());
    fixture.press(Qt::Key_K, Qt::ControlModifier);
    for (const char c : {'r', 'u', 's', 't'})
        QTest::keyClick(fixture.window(), c);
    QTRY_COMPARE(list.count(), 1);
    fixture.press(Qt::Key_Escape); // empties the field first
    QTRY_COMPARE(list.count(), 12);
    QCOMPARE(focusName(fixture), u"Search chats"_s);
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::renameInPlace()
{
    fakes::WindowFixture fixture;
    fixture.shell.chooseOpenRouter();
    fixture.shell.addConversation(u"old name"_s, fixture.shell.clock.now());
    QVERIFY(fixture.open());
    ConversationListModel &list = *fixture.shell.app().conversations();
    QTRY_COMPARE(list.count(), 1);
    const QString id = list.idAt(0);
    fixture.press(Qt::Key_K, Qt::ControlModifier);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_F2);
    QTRY_COMPARE(focusName(fixture), u"Title"_s);
    QTest::keyClick(fixture.window(), 'n');
    fixture.press(Qt::Key_Escape);
    QCOMPARE(list.titleOf(id), u"old name"_s);
    fixture.press(Qt::Key_K, Qt::ControlModifier);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_F2);
    QTRY_COMPARE(focusName(fixture), u"Title"_s);
    QTest::keyClick(fixture.window(), 'n');
    fixture.press(Qt::Key_Return);
    QCOMPARE(list.titleOf(id), u"n"_s);
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::deleteAndUndo()
{
    fakes::WindowFixture fixture;
    fixture.shell.chooseOpenRouter();
    const QString id = fixture.shell.addConversation(u"a chat"_s, fixture.shell.clock.now());
    QVERIFY(fixture.open());
    AppController &app = fixture.shell.app();
    QTRY_COMPARE(app.conversations()->count(), 1);
    app.conversations()->remove(id);
    QTRY_VERIFY(fixture.byName(u"Deleted “a chat”"_s));
    QQuickItem *undo = fixture.byName(u"Undo"_s);
    QVERIFY(undo);
    QTRY_COMPARE(undo->parentItem()->parentItem()->opacity(), 1.0);
    fixture.click(undo);
    QCOMPARE(app.conversations()->count(), 1);
    QTRY_VERIFY(!fixture.byName(u"Undo"_s));
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::narrowWindowsHideTheSidebar()
{
    fakes::WindowFixture fixture;
    fixture.shell.chooseOpenRouter();
    fillSidebar(fixture.shell, false);
    QVERIFY(fixture.open({480, 760}));
    AppController &app = fixture.shell.app();
    QTRY_VERIFY(app.conversations()->loaded());
    QTRY_VERIFY(!fixture.byName(u"Conversations"_s));
    QQuickItem *show = fixture.byName(u"Show sidebar"_s);
    QVERIFY(show);
    fixture.click(show);
    QTRY_VERIFY(fixture.byName(u"Conversations"_s));
    fixture.press(Qt::Key_Escape);
    QTRY_VERIFY(!fixture.byName(u"Conversations"_s));
    fixture.click(show);
    QTRY_VERIFY(fixture.byName(u"Conversations"_s));
    QTRY_COMPARE(fixture.byName(u"Conversations"_s)->mapToScene({}).x(), 0.0);
    fixture.click(fixture.byName(u"Thesis outline — chapter 3"_s)); // choosing closes it too
    QTRY_COMPARE(app.chat()->title(), u"Thesis outline — chapter 3"_s);
    QTRY_VERIFY(!fixture.byName(u"Conversations"_s));
    QVERIFY(app.window()->sidebarVisible()); // the wide window keeps its own
    fixture.window()->resize(1'000, 760);
    QTRY_VERIFY(fixture.byName(u"Conversations"_s));
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::panesAreCycled()
{
    fakes::WindowFixture fixture;
    fixture.shell.chooseOpenRouter();
    const QString id = fixture.shell.addConversation(u"a chat"_s, fixture.shell.clock.now());
    QVERIFY(fixture.open());
    AppController &app = fixture.shell.app();
    app.openChat(id);
    QTRY_COMPARE(app.chat()->conversationId(), id);
    QTRY_COMPARE(focusName(fixture), u"Message"_s);
    fixture.press(Qt::Key_F6);
    QTRY_COMPARE(focusName(fixture), u"a chat"_s); // the row of the list
    fixture.press(Qt::Key_F6);
    QTRY_VERIFY(fixture.byType(u"MessageList"_s)->hasActiveFocus());
    fixture.press(Qt::Key_F6);
    QTRY_COMPARE(focusName(fixture), u"Message"_s);
    fixture.press(Qt::Key_F6, Qt::ShiftModifier);
    QTRY_VERIFY(fixture.byType(u"MessageList"_s)->hasActiveFocus());
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::headerRenames()
{
    fakes::WindowFixture fixture;
    fixture.shell.chooseOpenRouter();
    const QString id = fixture.shell.addConversation(u"a chat"_s, fixture.shell.clock.now());
    QVERIFY(fixture.open());
    AppController &app = fixture.shell.app();
    app.openChat(id);
    QTRY_COMPARE(app.chat()->conversationId(), id);
    fixture.press(Qt::Key_F2);
    QTRY_COMPARE(focusName(fixture), u"Title"_s);
    QTest::keyClick(fixture.window(), 'x');
    fixture.press(Qt::Key_Return);
    QTRY_COMPARE(app.chat()->title(), u"x"_s);
    QTRY_COMPARE(fixture.window()->title(), u"x — Ponder"_s);
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::findByKeys()
{
    fakes::WindowFixture fixture;
    fixture.shell.chooseOpenRouter();
    QVERIFY(fixture.open());
    AppController &app = fixture.shell.app();
    QTRY_COMPARE(focusName(fixture), u"Message"_s);
    fixture.press(Qt::Key_F, Qt::ControlModifier); // nothing to search yet
    QCOMPARE(focusName(fixture), u"Message"_s);
    QVERIFY(app.chat()->send(u"question"_s));
    fixture.shell.backend.turn()->say({TextDelta{u"a word and a Word"_s}});
    QTRY_VERIFY(fixture.byType(u"MessageList"_s));
    fixture.press(Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(focusName(fixture), u"Find in chat"_s);
    for (const char letter : {'w', 'o', 'r', 'd'})
        QTest::keyClick(fixture.window(), letter);
    QTRY_VERIFY(fixture.byName(u"1 of 2"_s));
    fixture.press(Qt::Key_F3);
    QTRY_VERIFY(fixture.byName(u"2 of 2"_s));
    fixture.press(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(fixture.byName(u"1 of 2"_s));
    fixture.press(Qt::Key_F3, Qt::ShiftModifier);
    QTRY_VERIFY(fixture.byName(u"2 of 2"_s));
    fixture.press(Qt::Key_Escape); // closes the bar and leaves the answer alone
    QTRY_COMPARE(focusName(fixture), u"Message"_s);
    QVERIFY(app.chat()->busy());
    QVERIFY(!fixture.byName(u"2 of 2"_s));
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::textSizeByKeys()
{
    fakes::WindowFixture fixture;
    fixture.shell.chooseOpenRouter();
    QVERIFY(fixture.open());
    SystemAppearance &appearance = *fixture.shell.app().appearance();
    fixture.press(Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(appearance.textSize(), 16);
    fixture.press(Qt::Key_Minus, Qt::ControlModifier);
    fixture.press(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(appearance.textSize(), 14);
    fixture.press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(appearance.textSize(), 15);
}

void tst_shell::firstRunWithAKey()
{
    fakes::WindowFixture fixture;
    QVERIFY(fixture.open({900, 640}));
    AppController &app = fixture.shell.app();
    QCOMPARE(app.page(), u"firstRun"_s);
    for (const QString &name :
         {u"Use a local model"_s, u"Connect a provider"_s, u"Try the demo without a key"_s})
        QTRY_VERIFY2(fixture.byName(name), qPrintable(name));
    fixture.click(fixture.byName(u"DeepSeek"_s));
    QTRY_COMPARE(focusName(fixture), u"API key"_s);
    for (const char c : {'s', 'k', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9'})
        QTest::keyClick(fixture.window(), c);
    fixture.press(Qt::Key_Return);
    QTRY_COMPARE(app.page(), u"chat"_s);
    QCOMPARE(fixture.shell.secrets.keys.value(u"deepseek"_s), u"sk-123456789"_s);
    QCOMPARE(fixture.shell.directory.tests, 1);
    QCOMPARE(app.chat()->providerId(), u"deepseek"_s);
    QTRY_COMPARE(focusName(fixture), u"Message"_s);
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::firstRunWithARefusedKey()
{
    fakes::WindowFixture fixture;
    fixture.shell.directory.report = Error{ErrorKind::Auth, 401, {}, {}, {}};
    QVERIFY(fixture.open({900, 640}));
    AppController &app = fixture.shell.app();
    QTRY_VERIFY(fixture.byName(u"DeepSeek"_s));
    fixture.click(fixture.byName(u"DeepSeek"_s));
    QTRY_COMPARE(focusName(fixture), u"API key"_s);
    for (const char c : {'s', 'k', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9'})
        QTest::keyClick(fixture.window(), c);
    fixture.press(Qt::Key_Return);
    QTRY_VERIFY(fixture.byName(u"DeepSeek did not accept the key"_s));
    QCOMPARE(app.page(), u"firstRun"_s);
    fixture.shot(u"first-run-refused"_s);
    fixture.click(fixture.byName(u"Continue anyway"_s));
    QTRY_COMPARE(app.page(), u"chat"_s);
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::firstRunDemo()
{
    fakes::WindowFixture fixture;
    QVERIFY(fixture.open({900, 640}));
    QTRY_VERIFY(fixture.byName(u"Try the demo without a key"_s));
    fixture.click(fixture.byName(u"Try the demo without a key"_s));
    QTRY_COMPARE(fixture.shell.app().page(), u"chat"_s);
    QVERIFY(fixture.shell.app().chat()->demo());
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::noticeIsShown()
{
    fakes::WindowFixture fixture;
    fixture.shell.chooseOpenRouter();
    QVERIFY(fixture.open());
    Q_EMIT fixture.shell.settings().writeFailed(u"The settings cannot be written."_s);
    QTRY_VERIFY(fixture.byName(u"The settings cannot be written."_s));
    fixture.shot(u"notice"_s);
    fixture.click(fixture.byName(u"Dismiss"_s));
    QTRY_VERIFY(!fixture.byName(u"The settings cannot be written."_s));
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::starterFillsTheComposer()
{
    fakes::WindowFixture fixture;
    fixture.shell.chooseOpenRouter();
    QVERIFY(fixture.open());
    QTRY_VERIFY(fixture.byName(u"Weigh up a decision"_s));
    fixture.click(fixture.byName(u"Weigh up a decision"_s));
    QTRY_VERIFY(!fixture.shell.app().chat()->draft().isEmpty());
    QCOMPARE(focusName(fixture), u"Message"_s);
    QCOMPARE(fixture.shell.backend.requests.size(), std::size_t(0));
    QCOMPARE(fixture.warnings, QStringList());
}

void tst_shell::screenshots_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QString>("scene");
    const QSize wide(1280, 860);
    for (const QString &theme : {u"light"_s, u"dark"_s}) {
        for (const QString &scene :
             {u"chat"_s, u"new"_s, u"menu"_s, u"undo"_s, u"models"_s, u"busy"_s}) {
            QTest::addRow("%s-%s", qPrintable(scene), qPrintable(theme)) << wide << theme << scene;
            QTest::addRow("%s-%s-960", qPrintable(scene), qPrintable(theme))
                << QSize(960, 700) << theme << scene;
            QTest::addRow("%s-%s-480", qPrintable(scene), qPrintable(theme))
                << QSize(480, 760) << theme << scene;
        }
        QTest::addRow("first-run-%s", qPrintable(theme))
            << QSize(900, 640) << theme << u"first-run"_s;
        QTest::addRow("first-run-%s-480", qPrintable(theme))
            << QSize(480, 760) << theme << u"first-run"_s;
        QTest::addRow("first-run-key-%s", qPrintable(theme))
            << QSize(900, 640) << theme << u"first-run-key"_s;
    }
}

void tst_shell::screenshots()
{
    QFETCH(QSize, size);
    QFETCH(QString, theme);
    QFETCH(QString, scene);
    fakes::WindowFixture fixture;
    fakes::Shell &shell = fixture.shell;
    (void)shell.settings().set(u"appearance.theme"_s, theme);
    (void)shell.settings().set(u"appearance.reduce_motion"_s, true);
    shell.exporter = [](const Conversation &, const QString &) { return QByteArray(); };
    shell.asker = [](const QString &, const std::function<void(const QString &)> &) {};
    const bool firstRun = scene.startsWith("first-run"_L1);
    if (!firstRun) {
        shell.chooseOpenRouter();
        fillSidebar(shell, false);
    } else {
        shell.directory.servers = {{u"ollama"_s, u"http://localhost:11434/v1"_s, true, 4},
                                   {u"llama-server"_s, u"http://localhost:8080/v1"_s, false, 0}};
    }
    QVERIFY(fixture.open(size));
    QTRY_VERIFY(shell.app().conversations()->loaded());
    if (scene == "chat"_L1 || scene == "menu"_L1 || scene == "undo"_L1 || scene == "busy"_L1) {
        shell.app().openChat(shell.app().conversations()->idAt(2));
        QTRY_VERIFY(!shell.app().chat()->isEmpty());
    }
    if (scene == "chat"_L1) {
        shell.app().chat()->setDraft(u"Now repeat it with three-point Gauss–Legendre"_s);
    } else if (scene == "busy"_L1) {
        QVERIFY(shell.app().chat()->send(u"And now?"_s));
    } else if (scene == "models"_L1) {
        fixture.press(Qt::Key_M, Qt::ControlModifier);
    } else if (scene == "menu"_L1) {
        openRowMenu(fixture, u"租房合同条款逐条核对"_s);
    } else if (scene == "undo"_L1) {
        shell.app().conversations()->remove(shell.app().conversations()->idAt(4));
    } else if (scene == "first-run-key"_L1) {
        QTRY_VERIFY(fixture.byName(u"DeepSeek"_s));
        fixture.click(fixture.byName(u"DeepSeek"_s));
    }
    QTest::qWait(60); // a pause: nothing may change in it
    fixture.shot(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(fixture.warnings, QStringList());
}

} // namespace ponder

QTEST_MAIN(ponder::tst_shell)
#include "tst_shell.moc"
