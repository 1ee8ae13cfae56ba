#include "ui/ModelMenuModel.h"
#include "ui/ModelText.h"
#include "ui/SettingsFakes.h"

#include <QSignalSpy>

using namespace ponder;
using namespace ponder::fakes;
using namespace Qt::StringLiterals;

class tst_ModelMenuModel : public QObject
{
    Q_OBJECT

private:
    Directory directory;
    Secrets secrets;

    static QStringList labels(const ModelMenuModel &menu)
    {
        QStringList all;
        for (int row = 0; row < menu.count(); ++row)
            all << at(menu, row, "label").toString();
        return all;
    }

private Q_SLOTS:
    void init()
    {
        directory.list = {remote(u"openrouter"_s, u"OpenRouter"_s, u"deepseek/deepseek-r1-0528"_s),
                          remote(u"deepseek"_s, u"DeepSeek"_s, u"deepseek-reasoner"_s),
                          local(u"ollama"_s, u"Ollama"_s, 11434)};
        directory.models.clear();
        directory.models[u"openrouter"_s] = {
            model(u"deepseek/deepseek-r1-0528"_s, 163840, u"0.5"_s, u"2.15"_s),
            model(u"qwen/qwen3-235b-a22b"_s, 40960, u"0.13"_s, u"0.6"_s)};
        secrets.keys = {{u"openrouter"_s, u"sk-or-0123456789abcdef"_s}};
        secrets.refusal.reset();
    }

    void onlyWhatCanBeUsed()
    {
        TemporarySettings kept;
        ProviderStatus status(directory, secrets);
        ModelMenuModel menu(directory, status, kept.settings);
        QCOMPARE(menu.count(), 0); // no key is known yet
        status.readKeys();
        QTRY_COMPARE(labels(menu), QStringList{u"OpenRouter · deepseek-r1-0528"_s});
        QCOMPARE(at(menu, 0, "providerId").toString(), u"openrouter"_s);
        QCOMPARE(at(menu, 0, "model").toString(), u"deepseek/deepseek-r1-0528"_s);
        QCOMPARE(at(menu, 0, "contextText").toString(), u"160K"_s);
        QCOMPARE(at(menu, 0, "priceText").toString(), u"$0.50 / $2.15"_s);
        QCOMPARE(at(menu, 0, "group").toString(), u"OpenRouter"_s);
        QCOMPARE(menu.rowOf(u"openrouter"_s, {}), 0);
        QCOMPARE(menu.rowOf(u"openrouter"_s, u"other"_s), -1);
        QCOMPARE(menu.rowOf(u"deepseek"_s, {}), -1);
        QCOMPARE(at(menu, 0, "scope").toString(), u"openrouter/deepseek/deepseek-r1-0528"_s);

        directory.list[0].enabled = false;
        Q_EMIT directory.profilesChanged();
        QCOMPARE(menu.count(), 0);
    }

    void modelsThatAreSwitchedOn()
    {
        TemporarySettings kept;
        directory.list[0].shownModels = {u"qwen/qwen3-235b-a22b"_s};
        ProviderStatus status(directory, secrets);
        ModelMenuModel menu(directory, status, kept.settings);
        status.readKeys();
        QTRY_COMPARE(labels(menu), QStringList{u"OpenRouter · qwen3-235b-a22b"_s});
    }

    void filterFindsTheOthersToo()
    {
        TemporarySettings kept;
        ProviderStatus status(directory, secrets);
        ModelMenuModel menu(directory, status, kept.settings);
        status.readKeys();
        QTRY_COMPARE(menu.count(), 1);
        menu.setFilter(u"router QWEN"_s);
        QCOMPARE(labels(menu), QStringList{u"OpenRouter · qwen3-235b-a22b"_s});
        menu.setFilter(u"nothing"_s);
        QCOMPARE(menu.count(), 0);
        menu.setFilter({});
        QCOMPARE(menu.count(), 1);
    }

    void localServers()
    {
        TemporarySettings kept;
        directory.models[u"ollama"_s] = {model(u"deepseek-r1:8b"_s), model(u"qwen3:4b"_s)};
        ProviderStatus status(directory, secrets);
        ModelMenuModel menu(directory, status, kept.settings);
        // Used before, not looked for yet: offered.
        QCOMPARE(labels(menu), (QStringList{u"Ollama · deepseek-r1:8b"_s, u"Ollama · qwen3:4b"_s}));
        directory.servers = {{u"ollama"_s, u"http://localhost:11434/v1"_s, false, 0}};
        status.probeLocalServers();
        QTRY_COMPARE(menu.count(), 0);
        directory.servers[0].running = true;
        menu.refresh();
        QTRY_VERIFY(menu.rowOf(u"ollama"_s, u"qwen3:4b"_s) >= 0);
    }

    void theCurrentModelIsAlwaysThere()
    {
        TemporarySettings kept;
        ProviderStatus status(directory, secrets);
        ModelMenuModel menu(directory, status, kept.settings);
        status.readKeys();
        QTRY_COMPARE(menu.count(), 1);
        QSignalSpy current(&menu, &ModelMenuModel::currentChanged);
        menu.setCurrent(u"deepseek"_s, u"deepseek-reasoner"_s);
        QVERIFY(!current.isEmpty());
        const int row = menu.rowOf(u"deepseek"_s, u"deepseek-reasoner"_s);
        QVERIFY(row >= 0);
        QCOMPARE(menu.currentRow(), row);
        QCOMPARE(at(menu, row, "current").toBool(), true);
        QTRY_COMPARE(at(menu, row, "needsKey").toBool(), true);
        QCOMPARE(at(menu, 0, "needsKey").toBool(), false);
        QCOMPARE(at(menu, 0, "current").toBool(), false);
    }

    void theDemoNeedsNothing()
    {
        TemporarySettings kept;
        ProviderProfile demo = remote(u"demo"_s, u"Demo"_s, u"recorded"_s);
        demo.kind = ProviderProfile::Kind::Demo;
        directory.list = {demo};
        ProviderStatus status(directory, secrets);
        ModelMenuModel menu(directory, status, kept.settings);
        QCOMPARE(labels(menu), QStringList{u"Demo · recorded"_s});
    }

    void switchedOn_data()
    {
        QTest::addColumn<QStringList>("shown");
        QTest::addColumn<QString>("defaultModel");
        QTest::addColumn<bool>("isLocal");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("chosen ones")
            << QStringList{u"b"_s} << u"a"_s << false << QStringList{u"b"_s};
        QTest::newRow("the default") << QStringList{} << u"a"_s << false << QStringList{u"a"_s};
        QTest::newRow("a local server's all")
            << QStringList{} << u"a"_s << true << QStringList{u"x"_s, u"y"_s};
        QTest::newRow("nobody said anything")
            << QStringList{} << QString() << false << QStringList{u"x"_s, u"y"_s};
    }
    void switchedOn()
    {
        QFETCH(QStringList, shown);
        QFETCH(QString, defaultModel);
        QFETCH(bool, isLocal);
        ProviderProfile profile;
        profile.shownModels = shown;
        profile.defaultModel = defaultModel;
        profile.local = isLocal;
        QTEST(ModelMenuModel::switchedOn(profile, {model(u"x"_s), model(u"y"_s)}), "expected");
    }

    void contextTexts_data()
    {
        QTest::addColumn<qint64>("tokens");
        QTest::addColumn<QString>("expected");
        QTest::newRow("160K") << qint64(163840) << u"160K"_s;
        QTest::newRow("128K") << qint64(131072) << u"128K"_s;
        QTest::newRow("decimal") << qint64(64000) << u"64K"_s;
        QTest::newRow("1M") << qint64(1048576) << u"1M"_s;
        QTest::newRow("decimal million") << qint64(1000000) << u"1M"_s;
        QTest::newRow("small") << qint64(512) << u"512"_s;
        QTest::newRow("half") << qint64(2500) << u"2.5K"_s;
        QTest::newRow("nonsense") << qint64(-5) << QString();
    }
    void contextTexts()
    {
        QFETCH(qint64, tokens);
        QTEST(contextText(tokens), "expected");
    }

    void money_data()
    {
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("expected");
        QTest::newRow("padded") << u"0.5"_s << u"USD"_s << u"$0.50"_s;
        QTest::newRow("whole") << u"25"_s << u"CNY"_s << u"¥25.00"_s;
        QTest::newRow("precise") << u"0.0625"_s << u"USD"_s << u"$0.0625"_s;
        QTest::newRow("trailing zeros") << u"2.1500"_s << u"USD"_s << u"$2.15"_s;
        QTest::newRow("free") << u"0"_s << u"USD"_s << u"$0.00"_s;
        QTest::newRow("other currency") << u"1.25"_s << u"CHF"_s << u"CHF 1.25"_s;
        QTest::newRow("unknown") << QString() << u"USD"_s << QString();
        QTest::newRow("no number") << u"<b>1</b>"_s << u"USD"_s << QString();
    }
    void money()
    {
        QFETCH(QString, amount);
        QFETCH(QString, currency);
        QTEST(moneyText(amount, currency), "expected");
    }
};

QTEST_GUILESS_MAIN(tst_ModelMenuModel)
#include "tst_ModelMenuModel.moc"
