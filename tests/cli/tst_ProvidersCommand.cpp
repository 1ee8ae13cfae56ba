#include "cli/CliHarness.h"

#include <QJsonArray>
#include <QTest>

using namespace ponder;
using namespace ponder::test;

namespace {

QStringList words(const QString &line)
{
    return line.split(u' ');
}

} // namespace

class tst_ProvidersCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists();
    void listsWithoutKeychain();
    void adds();
    void changesOne();
    void removes();
    void refuses_data();
    void refuses();
    void modelsOfAProvider();
    void modelsOfAnAddress();
    void modelsFail();
};

void tst_ProvidersCommand::lists()
{
    CliHarness cli;
    cli.secrets.keys.insert(QStringLiteral("alpha"), QStringLiteral("sk-secret-1"));
    QCOMPARE(cli.run(words(QStringLiteral("providers --json"))), 0);
    const QJsonArray all = cli.json().toArray();
    QCOMPARE(all.size(), 2);
    const QJsonObject alpha = all.at(0).toObject();
    QCOMPARE(alpha.value(QLatin1String("id")).toString(), QStringLiteral("alpha"));
    QCOMPARE(alpha.value(QLatin1String("name")).toString(), QStringLiteral("Alpha"));
    QCOMPARE(alpha.value(QLatin1String("base_url")).toString(),
             QStringLiteral("https://alpha.example/v1"));
    QCOMPARE(alpha.value(QLatin1String("key_stored")).toBool(), true);
    QCOMPARE(all.at(1).toObject().value(QLatin1String("key_stored")).toBool(true), false);
    QCOMPARE(cli.run(words(QStringLiteral("providers"))), 0);
    QVERIFY(cli.console.out.contains("key stored"));
    QVERIFY(!cli.console.both.contains("sk-secret-1"));
}

void tst_ProvidersCommand::listsWithoutKeychain()
{
    CliHarness cli;
    cli.secrets.refusal = Error{ErrorKind::Keychain, 0, QStringLiteral("It is locked."), {}, {}};
    QCOMPARE(cli.run(words(QStringLiteral("providers --json"))), 0);
    const QJsonArray all = cli.json().toArray();
    QCOMPARE(all.size(), 2);
    QVERIFY(all.at(0).toObject().value(QLatin1String("key_stored")).isNull());
    QCOMPARE(cli.secrets.reads, 1); // a locked keychain asks once
    QVERIFY(cli.complaint().contains(QLatin1String("locked")));
}

void tst_ProvidersCommand::adds()
{
    CliHarness cli;
    QCOMPARE(cli.run(words(QStringLiteral(
                 "providers add mine --base-url http://h:1/v1/ --name Mine --model m --no-key"))),
             0);
    const auto mine = cli.directory.profile(QStringLiteral("mine"));
    QVERIFY(mine.has_value());
    QCOMPARE(mine->baseUrl, QStringLiteral("http://h:1/v1/")); // verbatim
    QCOMPARE(mine->name, QStringLiteral("Mine"));
    QCOMPARE(mine->defaultModel, QStringLiteral("m"));
    QVERIFY(!mine->needsKey);
    QVERIFY(mine->userMade);
    QCOMPARE(cli.run(words(QStringLiteral("providers add other --base-url http://h:1"))), 0);
    QVERIFY(cli.directory.profile(QStringLiteral("other"))->needsKey);
    QCOMPARE(cli.directory.profile(QStringLiteral("other"))->name, QStringLiteral("other"));
}

void tst_ProvidersCommand::changesOne()
{
    CliHarness cli;
    QCOMPARE(cli.run(words(QStringLiteral("providers add alpha --base-url http://h:1/v1"))), 0);
    const auto alpha = cli.directory.profile(QStringLiteral("alpha"));
    QCOMPARE(alpha->baseUrl, QStringLiteral("http://h:1/v1"));
    QCOMPARE(alpha->name, QStringLiteral("Alpha"));
    QCOMPARE(alpha->defaultModel, QStringLiteral("a-one"));
    QVERIFY(!alpha->userMade);
}

void tst_ProvidersCommand::removes()
{
    CliHarness cli;
    cli.secrets.keys.insert(QStringLiteral("alpha"), QStringLiteral("k1"));
    cli.secrets.keys.insert(QStringLiteral("mine"), QStringLiteral("k2"));
    QCOMPARE(cli.run(words(QStringLiteral("providers add mine --base-url http://h:1/v1"))), 0);
    QCOMPARE(cli.run(words(QStringLiteral("providers remove mine"))), 0);
    QVERIFY(!cli.directory.profile(QStringLiteral("mine")).has_value());
    QVERIFY(!cli.secrets.keys.contains(QStringLiteral("mine")));
    // Of a built-in one only the changes go; its key is as good as before.
    QCOMPARE(cli.run(words(QStringLiteral("providers remove alpha"))), 0);
    QVERIFY(cli.secrets.keys.contains(QStringLiteral("alpha")));
}

void tst_ProvidersCommand::refuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("no address") << "providers add mine"
                                << "--base-url";
    QTest::newRow("bad address") << "providers add mine --base-url nonsense"
                                 << "nonsense";
    QTest::newRow("key in the address") << "providers add m --base-url http://a:b@h"
                                        << "password";
    QTest::newRow("no id") << "providers add --base-url http://h"
                           << "add ID";
    QTest::newRow("two") << "providers remove a b"
                         << "remove ID";
    QTest::newRow("unknown") << "providers remove nobody"
                             << "nobody";
    QTest::newRow("unknown action") << "providers change alpha"
                                    << "add ID";
    QTest::newRow("models of nobody") << "models --provider nobody"
                                      << "nobody";
    QTest::newRow("models without provider") << "models"
                                             << "--provider";
    QTest::newRow("models with a word") << "models alpha"
                                        << "no arguments";
}

void tst_ProvidersCommand::refuses()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    CliHarness cli;
    QCOMPARE(cli.run(words(line)), 2);
    QVERIFY2(cli.complaint().contains(says), qPrintable(cli.complaint()));
    QCOMPARE(cli.console.out, "");
    QCOMPARE(cli.directory.all.size(), std::size_t(2));
}

void tst_ProvidersCommand::modelsOfAProvider()
{
    CliHarness cli;
    ModelInfo model;
    model.id = QStringLiteral("deepseek-r1-0528");
    model.contextTokens = 163'840;
    model.price = ModelPrice{QStringLiteral("0.5"), QStringLiteral("2.15"), QStringLiteral("USD")};
    model.supportedParameters = QStringList{QStringLiteral("top_k")};
    ModelInfo bare;
    bare.id = QStringLiteral("other");
    cli.directory.models = std::vector<ModelInfo>{model, bare};
    QVERIFY(cli.settings.set(QStringLiteral("default.provider"), QStringLiteral("alpha")).ok());

    QCOMPARE(cli.run(words(QStringLiteral("models --json"))), 0);
    const QJsonArray all = cli.json().toArray();
    QCOMPARE(all.size(), 2);
    const QJsonObject first = all.at(0).toObject();
    QCOMPARE(first.value(QLatin1String("id")).toString(), model.id);
    QCOMPARE(first.value(QLatin1String("context_tokens")).toInt(), 163'840);
    QCOMPARE(
        first.value(QLatin1String("price")).toObject().value(QLatin1String("currency")).toString(),
        QStringLiteral("USD"));
    QVERIFY(all.at(1).toObject().value(QLatin1String("price")).isNull());

    QCOMPARE(cli.run(words(QStringLiteral("models --provider alpha"))), 0);
    QVERIFY(cli.console.out.startsWith("deepseek-r1-0528  163840 tokens  "));
    QVERIFY(cli.console.out.endsWith("\nother\n"));
}

void tst_ProvidersCommand::modelsOfAnAddress()
{
    CliHarness cli;
    QCOMPARE(cli.run(words(QStringLiteral("models --base-url http://127.0.0.1:9/v1 --json"))), 0);
    QCOMPARE(cli.directory.fetchedFrom, QStringList(QStringLiteral("http://127.0.0.1:9/v1")));
    QCOMPARE(cli.console.out, "[]\n");
}

void tst_ProvidersCommand::modelsFail()
{
    CliHarness cli;
    cli.directory.models = Error{ErrorKind::NoKey, 0, {}, {}, {}};
    QCOMPARE(cli.run(words(QStringLiteral("models --provider alpha"))), 3);
    QVERIFY2(cli.complaint().contains(QLatin1String("ponder key set alpha")),
             qPrintable(cli.complaint()));
}

QTEST_GUILESS_MAIN(tst_ProvidersCommand)
#include "tst_ProvidersCommand.moc"
