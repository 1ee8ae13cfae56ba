#include "cli/ConfigCommand.h"

#include "cli/CliHarness.h"

#include <QTest>

using namespace ponder;
using namespace ponder::test;

namespace {

QStringList config(const QString &words)
{
    return QStringList{QStringLiteral("config")} + words.split(u' ');
}

} // namespace

class tst_ConfigCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplingNames_data();
    void samplingNames();
    void setsAndGets_data();
    void setsAndGets();
    void setsBackToDefault_data();
    void setsBackToDefault();
    void refuses_data();
    void refuses();
    void modelStartsFromAllModels();
    void listShowsEverySetting();
};

void tst_ConfigCommand::samplingNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QString>("parameter"); ///< empty: not of that form
    QTest::newRow("all models") << "sampling.top_p"
                                << ""
                                << "top_p";
    QTest::newRow("one model") << "sampling.alpha/a-one.top_p"
                               << "alpha/a-one"
                               << "top_p";
    QTest::newRow("dots and slashes")
        << "sampling.openrouter/deepseek/deepseek-r1-0528:free.v3.1.seed"
        << "openrouter/deepseek/deepseek-r1-0528:free.v3.1"
        << "seed";
    QTest::newRow("other") << "language"
                           << ""
                           << "";
    QTest::newRow("no name") << "sampling."
                             << ""
                             << "";
    QTest::newRow("no slash") << "sampling.alpha.seed"
                              << ""
                              << "";
    QTest::newRow("no provider") << "sampling./m.seed"
                                 << ""
                                 << "";
}

void tst_ConfigCommand::samplingNames()
{
    QFETCH(QString, name);
    QFETCH(QString, scope);
    QFETCH(QString, parameter);
    const auto parts = cli::samplingName(name);
    QCOMPARE(parts.has_value(), !parameter.isEmpty());
    if (parts) {
        QCOMPARE(parts->scope, scope);
        QCOMPARE(parts->parameter, parameter);
    }
}

void tst_ConfigCommand::setsAndGets_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("printed");
    QTest::newRow("text") << "default.model"
                          << "123"
                          << "123";
    QTest::newRow("provider") << "default.provider"
                              << "alpha"
                              << "alpha";
    QTest::newRow("choice") << "appearance.theme"
                            << "dark"
                            << "dark";
    QTest::newRow("flag") << "appearance.reduce_motion"
                          << "true"
                          << "true";
    QTest::newRow("number") << "appearance.text_size"
                            << "17"
                            << "17";
    QTest::newRow("parameter") << "sampling.temperature"
                               << "0.6"
                               << "0.6";
    QTest::newRow("parameter of a model") << "sampling.alpha/a.1.max_tokens"
                                          << "4096"
                                          << "4096";
    QTest::newRow("list") << "sampling.stop"
                          << "[\"a\",\"b\"]"
                          << "[\"a\",\"b\"]";
}

void tst_ConfigCommand::setsAndGets()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, printed);
    CliHarness cli;
    QCOMPARE(cli.run({QStringLiteral("config"), QStringLiteral("set"), name, value}), 0);
    QCOMPARE(cli.console.out, "");
    QCOMPARE(cli.run({QStringLiteral("config"), QStringLiteral("get"), name}), 0);
    QCOMPARE(QString::fromUtf8(cli.console.out), printed + u'\n');
    QCOMPARE(
        cli.run({QStringLiteral("config"), QStringLiteral("get"), name, QStringLiteral("--json")}),
        0);
    QVERIFY(cli.json().toObject().contains(name));
}

void tst_ConfigCommand::setsBackToDefault_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("printed");
    QTest::newRow("text") << "default.model"
                          << "x"
                          << "";
    QTest::newRow("number") << "appearance.text_size"
                            << "17"
                            << "15";
    QTest::newRow("parameter") << "sampling.temperature"
                               << "0.6"
                               << "default";
}

void tst_ConfigCommand::setsBackToDefault()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, printed);
    CliHarness cli;
    QCOMPARE(cli.run({QStringLiteral("config"), QStringLiteral("set"), name, value}), 0);
    QCOMPARE(
        cli.run({QStringLiteral("config"), QStringLiteral("set"), name, QStringLiteral("default")}),
        0);
    QCOMPARE(cli.run({QStringLiteral("config"), QStringLiteral("get"), name}), 0);
    QCOMPARE(QString::fromUtf8(cli.console.out), printed + u'\n');
}

void tst_ConfigCommand::refuses_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << ""
                             << "config";
    QTest::newRow("unknown action") << "change a b"
                                    << "set NAME VALUE";
    QTest::newRow("unknown setting") << "set nonsense 1"
                                     << "nonsense";
    QTest::newRow("get unknown") << "get nonsense"
                                 << "nonsense";
    QTest::newRow("choice") << "set appearance.theme blue"
                            << "one of";
    QTest::newRow("range") << "set appearance.text_size 99"
                           << "13";
    QTest::newRow("unknown provider") << "set default.provider nobody"
                                      << "nobody";
    QTest::newRow("unknown parameter") << "set sampling.nonsense 1"
                                       << "nonsense";
    QTest::newRow("get unknown parameter") << "get sampling.nonsense"
                                           << "nonsense";
    QTest::newRow("parameter out of range") << "set sampling.top_p 2"
                                            << "between 0 and 1";
    QTest::newRow("of a model, out of range") << "set sampling.alpha/a.temperature 9"
                                              << "between 0 and 2";
}

void tst_ConfigCommand::refuses()
{
    QFETCH(QString, words);
    QFETCH(QString, says);
    CliHarness cli;
    QCOMPARE(cli.run(config(words)), 2);
    QVERIFY2(cli.complaint().contains(says), qPrintable(cli.complaint()));
    QCOMPARE(cli.console.out, "");
    QVERIFY(cli.settings.sampling({}).isEmpty());
}

void tst_ConfigCommand::modelStartsFromAllModels()
{
    CliHarness cli;
    QCOMPARE(cli.run(config(QStringLiteral("set sampling.temperature 0.6"))), 0);
    QCOMPARE(cli.run(config(QStringLiteral("set sampling.alpha/a.seed 7"))), 0);
    const QJsonObject own = cli.settings.sampling(QStringLiteral("alpha/a"));
    QCOMPARE(own.value(QLatin1String("temperature")).toDouble(), 0.6);
    QCOMPARE(own.value(QLatin1String("seed")).toInt(), 7);
    QVERIFY(!cli.settings.sampling({}).contains(QLatin1String("seed")));
}

void tst_ConfigCommand::listShowsEverySetting()
{
    CliHarness cli;
    QCOMPARE(cli.run(config(QStringLiteral("set sampling.temperature 0.6"))), 0);
    QCOMPARE(cli.run(config(QStringLiteral("list"))), 0);
    for (const SettingSpec &spec : Settings::specs())
        QVERIFY2(cli.console.out.contains(spec.name.toUtf8() + ' '), qPrintable(spec.name));
    QVERIFY(cli.console.out.contains("sampling.temperature"));
    QCOMPARE(cli.run(config(QStringLiteral("list --json"))), 0);
    const QJsonObject all = cli.json().toObject();
    QCOMPARE(all.value(QLatin1String("appearance.text_size")).toInt(), 15);
    QCOMPARE(all.value(QLatin1String("sampling.temperature")).toDouble(), 0.6);
}

QTEST_GUILESS_MAIN(tst_ConfigCommand)
#include "tst_ConfigCommand.moc"
