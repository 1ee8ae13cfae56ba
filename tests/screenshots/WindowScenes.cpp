#include "screenshots/WindowScenes.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>

using namespace Qt::StringLiterals;

namespace ponder::screenshots {

using fakes::Shell;
using fakes::WindowFixture;

namespace {

const QString kScope = u"openrouter/deepseek/deepseek-r1-0528"_s;

void fillSidebar(Shell &shell, bool chinese)
{
    const QDateTime now = shell.clock.now();
    const auto add = [&](const QString &english, const QString &han, int daysAgo, int minutes,
                         bool pinned = false) {
        return shell.addConversation(chinese ? han : english,
                                     now.addDays(-daysAgo).addSecs(-60 * minutes), pinned);
    };
    add(u"Thesis outline — chapter 3"_s, u"毕业论文提纲 · 第三章"_s, 3, 0, true);
    add(u"Rust lifetimes cheat sheet"_s, u"Rust 生命周期速查"_s, 9, 0, true);
    const QString shown = add(u"Simpson vs trapezoid rule"_s, u"Simpson 法与梯形法对比"_s, 0, 5);
    add(u"梯度消失的直观解释"_s, u"生日悖论与不均匀分布"_s, 0, 30);
    add(u"A title that is too long for the sidebar and ends in dots"_s,
        u"一个很长的标题，侧边栏放不下，所以末尾显示省略号"_s, 0, 90);
    add(u"Proof by infinite descent"_s, u"无穷递降法证明"_s, 1, 5);
    add(u"租房合同条款逐条核对"_s, u"租房合同条款逐条核对"_s, 1, 8);
    add(u"قاعدة سيمبسون"_s, u"systemd timer 不触发"_s, 1, 20);
    add(u"Bayes factor, worked example"_s, u"贝叶斯因子：完整算例"_s, 3, 5);
    add(u"Postgres index for LIKE"_s, u"Postgres 的 LIKE 索引"_s, 20, 5);
    add(u"Wayland fractional scaling"_s, u"Wayland 分数缩放"_s, 100, 5);

    Conversation &conversation = shell.store.stored[shown];
    Message question = *conversation.message(shown + u"-q"_s);
    question.segments.front().text =
        chinese ? u"比较梯形法和 Simpson 法。为什么后者收敛得快？"_s
                : u"Compare the trapezoid rule with Simpson’s rule. Why does Simpson converge so "
                  u"much faster? Show it in Python."_s;
    Message answer = *conversation.message(shown + u"-a"_s);
    answer.segments.front().text = PictureTest::text(chinese ? u"chinese.md"_s : u"short.md"_s);
    conversation.insert(question);
    conversation.insert(answer);
}

void describeProviders(Shell &shell)
{
    using fakes::model;
    fakes::Directory &directory = shell.directory;
    const QString key = u"sk-or-v1-5f2e8d7c6b5a49383f9c"_s;
    shell.secrets.keys[u"openrouter"_s] = key;
    shell.secrets.keys[u"deepseek"_s] = key;
    const auto add = [&](const QString &id, const QString &name, const QString &zh, bool enabled) {
        ProviderProfile profile = fakes::remote(id, name, u"deepseek-r1"_s);
        profile.nameZh = zh;
        profile.enabled = enabled;
        directory.list.insert(directory.list.begin() + 2, profile);
    };
    add(u"dashscope"_s, u"Model Studio"_s, u"阿里云百炼 Model Studio"_s, false);
    add(u"siliconflow"_s, u"SiliconFlow"_s, u"硅基流动 SiliconFlow"_s, true);
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
        model(u"moonshotai/kimi-dev-72b"_s, 131'072, u"0.29"_s, u"1.15"_s)};
    directory.report = ConnectionReport{312, 318, u"¥41.20"_s};
    (void)shell.settings().setSampling(
        kScope, {{u"temperature"_s, 0.6},
                 {u"top_p"_s, 0.95},
                 {u"max_tokens"_s, 32768},
                 {u"stop"_s, QJsonArray{u"</answer>"_s, u"\n\nUser:"_s}},
                 {u"logit_bias"_s, QJsonObject{{u"4106"_s, -100}, {u"18492"_s, 3.5}}}});
}

void openChat(WindowFixture &fixture)
{
    AppController &app = fixture.shell.app();
    app.openChat(app.conversations()->idAt(2));
    QTRY_VERIFY(!app.chat()->isEmpty());
    QTRY_VERIFY(app.chat()->contextUsed() > 200); // counted a moment later
}

void chat(WindowFixture &fixture, const Shot &shot)
{
    openChat(fixture);
    fixture.shell.app().chat()->setDraft(shot.chinese
                                             ? u"再用三点 Gauss–Legendre 求积试一次"_s
                                             : u"Now repeat it with three-point Gauss–Legendre"_s);
    // The keyboard is in the message field as soon as the window is active.
    QTRY_VERIFY(fixture.window()->activeFocusItem() &&
                fixture.window()->activeFocusItem()->property("cursorVisible").toBool());
}

void sidebar(WindowFixture &fixture, const Shot &)
{
    openChat(fixture);
    fixture.press(Qt::Key_B, Qt::ControlModifier);
}

void thinking(WindowFixture &fixture, const Shot &shot)
{
    ChatController &chat = *fixture.shell.app().chat();
    QVERIFY(chat.send(shot.chinese ? u"分布不均匀会让“撞生日”更容易吗？"_s
                                   : u"Compare both rules on a smooth integrand."_s));
    const QString text =
        PictureTest::text(shot.chinese ? u"thinking-zh.md"_s : u"thinking-en.md"_s);
    fixture.shell.backend.turn()->say({ReasoningDelta{text.left(50)}});
    fixture.shell.clock.advance(38'000);
    fixture.shell.backend.turn()->say({ReasoningDelta{text.mid(50).trimmed()}});
    QTRY_VERIFY(chat.contextUsed() > 80); // counted a moment later, with all of the text
}

void models(WindowFixture &fixture, const Shot &)
{
    openChat(fixture);
    fixture.press(Qt::Key_M, Qt::ControlModifier);
}

void firstRunKey(WindowFixture &fixture, const Shot &)
{
    QTRY_VERIFY(fixture.byName(u"DeepSeek"_s));
    fixture.click(fixture.byName(u"DeepSeek"_s));
}

void providers(WindowFixture &fixture, const Shot &)
{
    AppController &app = fixture.shell.app();
    app.openProviderSettings(u"openrouter"_s);
    app.providers()->testConnection();
    QTRY_COMPARE(app.providers()->testTone(), u"ok"_s);
    QTRY_VERIFY(!app.providers()->looking());
}

void sampling(WindowFixture &fixture, const Shot &)
{
    AppController &app = fixture.shell.app();
    app.openSettings(u"sampling"_s);
    app.sampling()->setScope(kScope);
}

void nothing(WindowFixture &, const Shot &)
{}

using Act = std::function<void(WindowFixture &, const Shot &)>;

Act actOf(const QString &scene)
{
    static const QHash<QString, Act> kActs{
        {u"chat"_s, chat},
        {u"sidebar"_s, sidebar},
        {u"thinking"_s, thinking},
        {u"new"_s, nothing},
        {u"models"_s, models},
        {u"first-run"_s, nothing},
        {u"first-run-key"_s, firstRunKey},
        {u"providers"_s, providers},
        {u"sampling"_s, sampling},
    };
    return kActs.value(scene);
}

} // namespace

void openScene(WindowFixture &fixture, const Shot &shot)
{
    const QString scene = QString::fromLatin1(shot.scene);
    const Act act = actOf(scene);
    QVERIFY2(act, "no such scene");
    Shell &shell = fixture.shell;
    (void)shell.settings().set(u"appearance.theme"_s, shot.dark ? u"dark"_s : u"light"_s);
    (void)shell.settings().set(u"appearance.reduce_motion"_s, true);
    (void)shell.settings().set(u"language"_s, shot.chinese ? u"zh_CN"_s : u"en"_s);
    shell.exporter = [](const Conversation &, const QString &) { return QByteArray(); };
    shell.asker = [](const QString &, const std::function<void(const QString &)> &) {};
    shell.directory.servers = {{u"ollama"_s, u"http://localhost:11434/v1"_s, true, 4},
                               {u"llama-server"_s, u"http://localhost:8080/v1"_s, false, 0}};
    if (!scene.startsWith("first-run"_L1)) {
        shell.chooseOpenRouter();
        fillSidebar(shell, shot.chinese);
        describeProviders(shell);
    }
    QVERIFY(fixture.open({shot.width, shot.height}));
    QTRY_VERIFY(shell.app().conversations()->loaded());
    act(fixture, shot);
}

} // namespace ponder::screenshots
