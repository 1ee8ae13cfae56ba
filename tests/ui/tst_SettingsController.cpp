#include "ui/SettingsController.h"
#include "ui/SettingsFakes.h"

#include <QSignalSpy>

using namespace ponder;
using namespace ponder::fakes;
using namespace Qt::StringLiterals;

class tst_SettingsController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A name that the table of settings does not know would read as empty for ever.
    void everyPropertyIsKept_data()
    {
        QTest::addColumn<QByteArray>("property");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *property, const QVariant &value, const QString &name) {
            QTest::newRow(property) << QByteArray(property) << value << name;
        };
        row("language", u"zh_CN"_s, u"language"_s);
        row("theme", u"dark"_s, u"appearance.theme"_s);
        row("textSize", 18, u"appearance.text_size"_s);
        row("showThinking", u"never"_s, u"appearance.show_thinking"_s);
        row("sendKey", u"ctrl_enter"_s, u"composer.send_key"_s);
        row("renderer", u"software"_s, u"appearance.renderer"_s);
        row("reduceMotion", true, u"appearance.reduce_motion"_s);
        row("codeLineNumbers", true, u"appearance.code_line_numbers"_s);
        row("highContrast", true, u"appearance.high_contrast"_s);
        row("systemPrompt", u"今天是星期一。"_s, u"chat.system_prompt"_s);
    }
    void everyPropertyIsKept()
    {
        QFETCH(QByteArray, property);
        QFETCH(QVariant, value);
        QFETCH(QString, name);
        TemporarySettings kept;
        SettingsController controller(kept.settings);
        QSignalSpy changed(&controller, &SettingsController::changed);
        QVERIFY(controller.property(property) != value);
        QVERIFY(controller.setProperty(property, value));
        QCOMPARE(controller.property(property), value);
        QCOMPARE(kept.settings.value(name).toVariant(), value);
        QVERIFY(!changed.isEmpty());
        const Settings again(kept.folder.filePath(u"settings.json"_s));
        QCOMPARE(again.value(name).toVariant(), value);
    }

    void defaultModel()
    {
        TemporarySettings kept;
        SettingsController controller(kept.settings);
        controller.setDefaultModel(u"openrouter"_s, u"deepseek/deepseek-r1-0528"_s);
        QCOMPARE(controller.defaultProvider(), u"openrouter"_s);
        QCOMPARE(controller.defaultModel(), u"deepseek/deepseek-r1-0528"_s);
    }

    void textSizeStaysInItsRange()
    {
        TemporarySettings kept;
        SettingsController controller(kept.settings);
        QCOMPARE(controller.textSize(), 15);
        for (int i = 0; i < 20; ++i)
            controller.stepTextSize(1);
        QCOMPARE(controller.textSize(), controller.maximumTextSize());
        for (int i = 0; i < 20; ++i)
            controller.stepTextSize(-1);
        QCOMPARE(controller.textSize(), controller.minimumTextSize());
        controller.stepTextSize(0);
        QCOMPARE(controller.textSize(), 15);
    }

    void whatTheTableRefusesIsNotKept()
    {
        TemporarySettings kept;
        SettingsController controller(kept.settings);
        controller.setTheme(u"purple"_s);
        QCOMPARE(controller.theme(), u"system"_s);
        QVERIFY(!controller.problem().isEmpty());
        controller.setTheme(u"light"_s);
        QCOMPARE(controller.problem(), QString());
    }

    void damagedFileIsTold()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"settings.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ broken");
        file.close();
        Settings settings(file.fileName());
        const SettingsController controller(settings);
        QVERIFY(!controller.problem().isEmpty());
        QCOMPARE(controller.theme(), u"system"_s);
    }
};

QTEST_GUILESS_MAIN(tst_SettingsController)
#include "tst_SettingsController.moc"
