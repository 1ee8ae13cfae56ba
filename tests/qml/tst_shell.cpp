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
        const QQmlComponent component(&engine, QUrl(u"qrc"_s + path));
        QVERIFY2(component.isReady(), qPrintable(component.errorString()));
        ++count;
    }
    QVERIFY2(count > 60, "the module has lost its files");
}

namespace {

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

void tst_shell::screenshots_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QString>("scene");
    const QSize wide(1280, 860);
    for (const QString &theme : {u"light"_s, u"dark"_s}) {
        for (const QString &scene : {u"chat"_s, u"new"_s, u"menu"_s, u"models"_s, u"busy"_s}) {
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
    if (scene == "chat"_L1 || scene == "menu"_L1 || scene == "busy"_L1) {
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
        shell.app().conversations()->remove(shell.app().conversations()->idAt(4));
    } else if (scene == "first-run-key"_L1) {
        QTRY_VERIFY(fixture.byName(u"DeepSeek"_s));
        fixture.click(fixture.byName(u"DeepSeek"_s));
    }
    QTest::qWait(60);
    fixture.shot(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(fixture.warnings, QStringList());
}

} // namespace ponder

QTEST_MAIN(ponder::tst_shell)
#include "tst_shell.moc"
