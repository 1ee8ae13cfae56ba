#include "qml/WindowFixture.h"

#include <QAccessible>
#include <QJsonArray>
#include <QJsonObject>
#include <QTranslator>

using namespace ponder;
using namespace ponder::fakes;
using namespace Qt::StringLiterals;

namespace {

const QString kKey = u"sk-or-v1-5f2e8d7c6b5a49383f9c"_s;
const QString kScope = u"openrouter/deepseek/deepseek-r1-0528"_s;

} // namespace

/// The settings in the real window, driven by mouse and keys.
class tst_settings : public QObject
{
    Q_OBJECT

private:
    /// What an item is for people who do not see it.
    static QAccessible::Role roleOf(QQuickItem *item)
    {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(item);
        return interface ? interface->role() : QAccessible::NoRole;
    }
    template <typename Visit>
    static void eachVisible(QQuickItem *root, const Visit &visit)
    {
        if (!root->isVisible())
            return;
        visit(root);
        for (QQuickItem *child : root->childItems())
            eachVisible(child, visit);
    }
    static QQuickItem *field(const WindowFixture &window, const QString &name)
    {
        return byRole(window, name, QAccessible::EditableText);
    }
    static QQuickItem *byRole(const WindowFixture &window, const QString &name,
                              QAccessible::Role role)
    {
        QQuickItem *found = nullptr;
        eachVisible(window.window()->contentItem(), [&](QQuickItem *item) {
            if (!found && roleOf(item) == role && WindowFixture::nameOf(item) == name)
                found = item;
        });
        return found;
    }
    /// The field for the key, whatever it is called.
    static QQuickItem *keyField(const WindowFixture &window)
    {
        QQuickItem *found = nullptr;
        eachVisible(window.window()->contentItem(), [&](QQuickItem *item) {
            if (item->inherits("QQuickTextField") && item->property("secret").toBool())
                found = item;
        });
        return found;
    }
    static bool shows(const WindowFixture &window, const QString &text)
    {
        bool found = false;
        eachVisible(window.window()->contentItem(), [&](QQuickItem *item) {
            found = found || item->property("text").toString().contains(text);
        });
        return found;
    }
    static void typeText(const WindowFixture &window, const QString &text)
    {
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, window.window(), Qt::Key_unknown, QString(c),
                                Qt::NoModifier);
    }
    static void type(const WindowFixture &window, QQuickItem *into, const QString &text)
    {
        into->forceActiveFocus(Qt::TabFocusReason);
        into->setProperty("text", QString());
        typeText(window, text);
    }
    static void openSettings(WindowFixture &window, const QString &section)
    {
        window.shell.app().openSettings(section);
        QTRY_VERIFY(window.byName(u"Back to chats"_s));
    }

private Q_SLOTS:
    void keyboardGoesThroughTheSections()
    {
        WindowFixture window;
        window.shell.chooseOpenRouter();
        QVERIFY(window.open());
        openSettings(window, u"general"_s);
        QVERIFY(window.byName(u"Settings sections"_s));
        QQuickItem *general = byRole(window, u"General"_s, QAccessible::ListItem);
        QVERIFY(general);
        general->forceActiveFocus(Qt::TabFocusReason);
        window.press(Qt::Key_Down);
        QCOMPARE(window.shell.app().settingsSection(), u"providers"_s);
        QTRY_VERIFY(byRole(window, u"Providers"_s, QAccessible::ListItem)->hasActiveFocus());
        window.press(Qt::Key_Down);
        QCOMPARE(window.shell.app().settingsSection(), u"sampling"_s);
        window.press(Qt::Key_Up);
        window.press(Qt::Key_Up);
        window.press(Qt::Key_Up); // stays at the first
        QCOMPARE(window.shell.app().settingsSection(), u"general"_s);
        window.press(Qt::Key_Escape);
        QCOMPARE(window.shell.app().page(), u"chat"_s);
        QCOMPARE(window.warnings, QStringList());
    }

    void everyControlHasANameAndFits_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<int>("width");
        for (const int width : {1280, 760, 480}) {
            for (const char *section :
                 {"general", "providers", "sampling", "shortcuts", "privacy", "about"})
                QTest::addRow("%s %d", section, width) << QString::fromLatin1(section) << width;
        }
    }
    void everyControlHasANameAndFits()
    {
        QFETCH(QString, section);
        QFETCH(int, width);
        WindowFixture window;
        window.shell.chooseOpenRouter();
        QVERIFY(window.open({width, 860}));
        openSettings(window, section);
        QTRY_COMPARE(window.window()->width(), width);
        QStringList nameless;
        QStringList cut;
        int controls = 0;
        eachVisible(window.window()->contentItem(), [&](QQuickItem *item) {
            if (!item->activeFocusOnTab() || !item->isEnabled())
                return;
            ++controls;
            if (WindowFixture::nameOf(item).isEmpty())
                nameless << QString::fromLatin1(item->metaObject()->className());
            const QRectF box = item->mapRectToScene({0, 0, item->width(), item->height()});
            if (box.left() < 0 || box.right() > width + 0.5)
                cut << WindowFixture::nameOf(item);
        });
        QVERIFY(controls > 1);
        QCOMPARE(nameless, QStringList());
        QCOMPARE(cut, QStringList());
        QCOMPARE(window.warnings, QStringList());
    }

    void temperature()
    {
        WindowFixture window;
        window.shell.chooseOpenRouter();
        QVERIFY(window.open());
        openSettings(window, u"sampling"_s);
        QQuickItem *number = field(window, u"Temperature"_s);
        QVERIFY(number);
        type(window, number, u"0.6"_s);
        window.press(Qt::Key_Return);
        QCOMPARE(window.shell.settings().sampling({}), (QJsonObject{{u"temperature"_s, 0.6}}));
        QTRY_COMPARE(number->property("text").toString(), u"0.60"_s);
        QVERIFY(shows(window, u"\"temperature\": 0.6"_s)); // the preview

        const QString sentence = u"must be between 0 and 2"_s;
        QVERIFY(!shows(window, sentence));
        type(window, number, u"9"_s);
        window.press(Qt::Key_Return);
        QTRY_VERIFY(shows(window, sentence));
        QCOMPARE(number->property("text").toString(), u"9"_s);
        QCOMPARE(window.shell.settings().sampling({}), (QJsonObject{{u"temperature"_s, 0.6}}));
        type(window, number, u"0.7"_s);
        window.press(Qt::Key_Return);
        QTRY_VERIFY(!shows(window, sentence));
        QCOMPARE(window.shell.settings().sampling({}), (QJsonObject{{u"temperature"_s, 0.7}}));
        QCOMPARE(window.warnings, QStringList());
    }

    void sliderAndSegments()
    {
        WindowFixture window;
        window.shell.chooseOpenRouter();
        QVERIFY(window.open());
        openSettings(window, u"sampling"_s);
        QQuickItem *slider = byRole(window, u"Temperature"_s, QAccessible::Slider);
        QVERIFY(slider);
        slider->forceActiveFocus(Qt::TabFocusReason);
        window.press(Qt::Key_Right);
        QCOMPARE(window.shell.settings().sampling({}).value(u"temperature").toDouble(), 0.05);
        window.click(slider); // the middle of 0 … 2
        QTRY_COMPARE(window.shell.settings().sampling({}).value(u"temperature").toDouble(), 1.0);
        QQuickItem *preset = window.byName(u"R1 recommended"_s);
        QVERIFY(preset);
        window.click(preset);
        QCOMPARE(window.shell.settings().sampling({}),
                 (QJsonObject{{u"temperature"_s, 0.6}, {u"top_p"_s, 0.95}}));
        QQuickItem *reset = window.byName(u"Reset all"_s);
        QVERIFY(reset && reset->isEnabled());
        window.click(reset);
        QVERIFY(window.shell.settings().sampling({}).isEmpty());
    }

    void keyIsTypedSavedAndGone()
    {
        WindowFixture window;
        QVERIFY(window.shell.settings().set(u"first_run.done"_s, true).ok());
        QVERIFY(window.open());
        window.shell.app().openProviderSettings(u"openrouter"_s);
        QTRY_VERIFY(keyField(window));
        QQuickItem *key = keyField(window);
        // Its name and that it holds a secret are known without looking; what is in it is not.
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(key);
        QVERIFY(interface);
        QCOMPARE(interface->text(QAccessible::Name), u"API key"_s);
        QVERIFY(interface->state().passwordEdit);
        type(window, key, kKey);
        QVERIFY(!interface->text(QAccessible::Value).contains(kKey));
        if (QAccessibleTextInterface *text = interface->textInterface())
            QVERIFY(!text->text(0, text->characterCount()).contains(kKey));
        QCOMPARE(key->property("text").toString(), kKey);
        window.press(Qt::Key_Return);
        QTRY_COMPARE(window.shell.secrets.keys.value(u"openrouter"_s), kKey);
        QTRY_VERIFY(window.byName(u"Replace"_s));
        QVERIFY(shows(window, u"Stored in system keychain"_s));
        QVERIFY(shows(window, u"••••\u20093f9c"_s));
        // Neither shown nor hidden items hold it any more.
        const auto items = window.window()->contentItem()->findChildren<QQuickItem *>();
        for (const QQuickItem *item : items)
            QVERIFY(!item->property("text").toString().contains(u"5f2e8d7c"_s));

        // Replacing can be given up.
        window.click(window.byName(u"Replace"_s));
        QTRY_VERIFY(window.byName(u"Cancel"_s));
        QQuickItem *again = keyField(window);
        QVERIFY(again->hasActiveFocus());
        type(window, again, u"half a k"_s);
        window.press(Qt::Key_Escape);
        QTRY_VERIFY(window.byName(u"Replace"_s));
        QCOMPARE(window.shell.app().page(), u"settings"_s);
        QCOMPARE(window.shell.secrets.keys.value(u"openrouter"_s), kKey);
        QCOMPARE(window.warnings, QStringList());
    }

    void testConnection()
    {
        WindowFixture window;
        window.shell.chooseOpenRouter();
        window.shell.directory.report = ConnectionReport{312, 318, u"¥41.20"_s};
        QVERIFY(window.open());
        window.shell.app().openProviderSettings(u"openrouter"_s);
        QTRY_VERIFY(window.byName(u"Test connection"_s));
        window.click(window.byName(u"Test connection"_s));
        QTRY_VERIFY(shows(window, u"312 ms · 318 model"_s));
        QVERIFY(shows(window, u"¥41.20 credit left"_s));

        window.shell.directory.report = Error{ErrorKind::Auth, 401, u"no"_s, {}, {}};
        window.byName(u"Test connection"_s)->forceActiveFocus(Qt::TabFocusReason);
        window.press(Qt::Key_Space);
        QTRY_VERIFY(shows(window, u"OpenRouter did not accept the key"_s));
        QVERIFY(!shows(window, u"credit left"_s));
        QCOMPARE(window.warnings, QStringList());
    }

    void modelSwitches()
    {
        WindowFixture window;
        window.shell.chooseOpenRouter();
        QVERIFY(window.open());
        window.shell.app().openProviderSettings(u"openrouter"_s);
        QTRY_VERIFY(window.byName(u"qwen/qwen3-235b-a22b"_s));
        window.click(window.byName(u"qwen/qwen3-235b-a22b"_s));
        QTRY_COMPARE(window.shell.directory.profile(u"openrouter"_s)->shownModels.size(), 2);
        QQuickItem *list = byRole(window, u"Models"_s, QAccessible::List);
        QVERIFY(list);
        list->forceActiveFocus(Qt::TabFocusReason);
        window.press(Qt::Key_Up);
        window.press(Qt::Key_Space); // the first row, by the keyboard
        QTRY_COMPARE(window.shell.directory.profile(u"openrouter"_s)->shownModels,
                     QStringList{u"qwen/qwen3-235b-a22b"_s});
    }

    void addAProvider()
    {
        WindowFixture window;
        window.shell.chooseOpenRouter();
        QVERIFY(window.open());
        openSettings(window, u"providers"_s);
        window.click(window.byName(u"Add a provider"_s));
        QTRY_VERIFY(byRole(window, u"Add a provider"_s, QAccessible::Dialog));
        QTRY_VERIFY(window.window()->activeFocusItem());
        QTRY_COMPARE(WindowFixture::nameOf(window.window()->activeFocusItem()), u"Name"_s);
        typeText(window, u"My server"_s);
        window.press(Qt::Key_Tab);
        QCOMPARE(WindowFixture::nameOf(window.window()->activeFocusItem()), u"Base URL"_s);
        typeText(window, u"host"_s);
        window.press(Qt::Key_Return);
        QTRY_VERIFY(shows(window, u"Enter an address such as"_s));
        typeText(window, u".example/v1"_s);
        window.press(Qt::Key_Home);
        typeText(window, u"https://"_s);
        window.press(Qt::Key_Return);
        QTRY_VERIFY(window.shell.directory.profile(u"my-server"_s));
        QTRY_VERIFY(byRole(window, u"My server"_s, QAccessible::ListItem));
        QCOMPARE(window.shell.app().providers()->currentId(), u"my-server"_s);
    }

    void headerKeepsTheKeyboardWhileItIsTyped()
    {
        WindowFixture window;
        window.shell.chooseOpenRouter();
        QVERIFY(window.open());
        window.shell.app().openProviderSettings(u"openrouter"_s);
        QTRY_VERIFY(window.byName(u"Advanced"_s));
        window.byName(u"Advanced"_s)->forceActiveFocus(Qt::TabFocusReason);
        window.press(Qt::Key_Space);
        QTRY_VERIFY(window.byName(u"Add a header"_s));
        window.byName(u"Add a header"_s)->forceActiveFocus(Qt::TabFocusReason);
        window.press(Qt::Key_Space);
        QTRY_VERIFY(window.byName(u"Header 1, name"_s));
        window.byName(u"Header 1, name"_s)->forceActiveFocus(Qt::TabFocusReason);
        typeText(window, u"X-Title"_s);
        window.press(Qt::Key_Tab);
        QCOMPARE(WindowFixture::nameOf(window.window()->activeFocusItem()), u"Header 1, value"_s);
        typeText(window, u"Ponder"_s);
        window.press(Qt::Key_Return);
        QCOMPARE(window.shell.directory.profile(u"openrouter"_s)->headers.value(u"X-Title"_s),
                 u"Ponder"_s);
    }

    void generalSettings()
    {
        WindowFixture window;
        window.shell.chooseOpenRouter();
        QVERIFY(window.open());
        openSettings(window, u"general"_s);
        QVERIFY(byRole(window, u"Dark"_s, QAccessible::RadioButton));
        window.click(byRole(window, u"Dark"_s, QAccessible::RadioButton));
        QCOMPARE(window.shell.settings().text(u"appearance.theme"_s), u"dark"_s);
        QTRY_VERIFY(window.shell.app().appearance()->dark());
        QVERIFY(window.byName(u"Reduce motion"_s));
        window.click(window.byName(u"Reduce motion"_s));
        QCOMPARE(window.shell.settings().flag(u"appearance.reduce_motion"_s), true);
        QVERIFY(byRole(window, u"Ctrl+Enter"_s, QAccessible::RadioButton));
        window.click(byRole(window, u"Ctrl+Enter"_s, QAccessible::RadioButton));
        QCOMPARE(window.shell.settings().text(u"composer.send_key"_s), u"ctrl_enter"_s);
        QQuickItem *size = byRole(window, u"Text size"_s, QAccessible::Slider);
        QVERIFY(size);
        size->forceActiveFocus(Qt::TabFocusReason);
        window.press(Qt::Key_Right);
        QCOMPARE(window.shell.settings().number(u"appearance.text_size"_s), 16.0);
    }

    /// Pictures for people to look at; nothing is compared.
    void pictures_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("chinese");
        QTest::addColumn<int>("width");
        QTest::newRow("light") << false << false << 1280;
        QTest::newRow("dark") << true << false << 1280;
        QTest::newRow("zh") << false << true << 1280;
        QTest::newRow("default-size") << false << false << 1180;
        QTest::newRow("narrow") << false << false << 480;
        QTest::newRow("narrow-zh-dark") << true << true << 480;
    }
    void pictures();
};

void tst_settings::pictures()
{
    QFETCH(bool, dark);
    QFETCH(bool, chinese);
    QFETCH(int, width);
    WindowFixture window;
    Directory &directory = window.shell.directory;
    window.shell.chooseOpenRouter();
    window.shell.secrets.keys[u"openrouter"_s] = kKey;
    window.shell.secrets.keys[u"deepseek"_s] = kKey;
    const auto add = [&](const QString &id, const QString &name, const QString &zh, bool enabled) {
        ProviderProfile profile = remote(id, name, u"deepseek-r1"_s);
        profile.nameZh = zh;
        profile.enabled = enabled;
        directory.list.insert(directory.list.begin() + 2, profile);
    };
    add(u"dashscope"_s, u"Model Studio"_s, u"阿里云百炼 Model Studio"_s, false);
    add(u"siliconflow"_s, u"SiliconFlow"_s, u"硅基流动 SiliconFlow"_s, true);
    directory.list[0].baseUrl = u"https://openrouter.ai/api/v1"_s;
    directory.list[0].headers = {{u"X-Title"_s, u"Ponder"_s}};
    directory.list[0].ignoredParameters = {u"presence_penalty"_s, u"frequency_penalty"_s};
    directory.list[0].unsupportedParameters = {u"logprobs"_s, u"top_logprobs"_s};
    directory.list[0].shownModels = {u"deepseek/deepseek-r1-0528"_s,
                                     u"deepseek/deepseek-chat-v3-0324"_s,
                                     u"qwen/qwen3-235b-a22b"_s};
    directory.fetched = std::vector<ModelInfo>{
        model(u"deepseek/deepseek-r1-0528"_s, 163'840, u"0.50"_s, u"2.15"_s),
        model(u"deepseek/deepseek-chat-v3-0324"_s, 163'840, u"0.30"_s, u"0.88"_s),
        model(u"qwen/qwen3-235b-a22b"_s, 40'960, u"0.13"_s, u"0.60"_s),
        model(u"moonshotai/kimi-dev-72b"_s, 131'072, u"0.29"_s, u"1.15"_s),
        model(u"deepseek/deepseek-r1-distill-llama-70b"_s, 131'072, u"0.10"_s, u"0.40"_s)};
    directory.report = ConnectionReport{312, 318, u"¥41.20"_s};
    directory.servers = {{u"ollama"_s, u"http://localhost:11434/v1"_s, true, 4},
                         {u"llama-server"_s, u"http://localhost:8080/v1"_s, false, 0}};
    (void)window.shell.settings().set(u"appearance.theme"_s, dark ? u"dark"_s : u"light"_s);
    (void)window.shell.settings().set(u"language"_s, chinese ? u"zh_CN"_s : u"en"_s);
    (void)window.shell.settings().setSampling(
        kScope, {{u"temperature"_s, 0.6},
                 {u"top_p"_s, 0.95},
                 {u"max_tokens"_s, 32768},
                 {u"stop"_s, QJsonArray{u"</answer>"_s, u"\n\nUser:"_s}},
                 {u"logit_bias"_s, QJsonObject{{u"4106"_s, -100}, {u"18492"_s, 3.5}}}});
    resources::init();
    QTranslator translator;
    QVERIFY(translator.load(chinese ? u":/i18n/ponder_zh_CN.qm"_s : u":/i18n/ponder_en.qm"_s));
    QCoreApplication::installTranslator(&translator);
    QVERIFY(window.open({width, 860}));
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    const auto shoot = [&](const QString &section) {
        window.shell.app().openSettings(section);
        QTRY_COMPARE(window.shell.app().settingsSection(), section);
        QCoreApplication::processEvents();
        QVERIFY(!window.shot(u"settings-%1-%2"_s.arg(section, tag)).isNull());
    };
    window.shell.app().openProviderSettings(u"openrouter"_s);
    window.shell.app().providers()->testConnection();
    QTRY_COMPARE(window.shell.app().providers()->testTone(), u"ok"_s);
    QTRY_VERIFY(!window.shell.app().providers()->looking());
    shoot(u"providers"_s);
    window.shell.app().sampling()->setScope(kScope);
    window.shell.directory.report = Error{ErrorKind::Auth, 401, u"Invalid API key"_s, {}, {}};
    window.shell.app().providers()->setCurrentId(u"siliconflow"_s);
    window.shell.app().providers()->testConnection();
    QTRY_COMPARE(window.shell.app().providers()->testTone(), u"danger"_s);
    QVERIFY(!window.shot(u"settings-rejected-%1"_s.arg(tag)).isNull());
    for (const QString &section :
         {u"sampling"_s, u"general"_s, u"shortcuts"_s, u"privacy"_s, u"about"_s})
        shoot(section);
    // All of the long page at once.
    window.shell.app().sampling()->setFormat(u"response_format"_s, u"json_schema"_s);
    window.shell.app().sampling()->setText(u"tool_choice"_s, u"auto"_s);
    window.shell.app().sampling()->setText(u"tools"_s, u"[{\"type\": \"function\"}"_s);
    window.shell.app().sampling()->setText(u"seed"_s, u"1.5"_s);
    window.shell.app().openSettings(u"sampling"_s);
    window.window()->resize(width, 2000);
    QTRY_COMPARE(window.window()->height(), 2000);
    QCoreApplication::processEvents();
    QVERIFY(!window.shot(u"settings-sampling-all-%1"_s.arg(tag)).isNull());
    QCOMPARE(window.warnings, QStringList());
}

QTEST_MAIN(tst_settings)
#include "tst_settings.moc"
