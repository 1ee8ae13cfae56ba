#include "cli/CliHarness.h"

#include <QTest>

using namespace ponder;
using namespace ponder::test;

namespace {

const QString kKey = QStringLiteral("sk-test-0123456789");

QStringList key(const QString &words)
{
    return QStringList{QStringLiteral("key")} + words.split(u' ');
}

Error locked()
{
    return {ErrorKind::Keychain, 0, QStringLiteral("It is locked."), {}, {}};
}

} // namespace

class tst_KeyCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesWhatStandardInputSays_data();
    void storesWhatStandardInputSays();
    void refuses_data();
    void refuses();
    void keyAsArgumentIsRefused();
    void clears();
    void status();
    void withoutKeychain();
    void lockedKeychain();
};

void tst_KeyCommand::storesWhatStandardInputSays_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("line") << kKey.toUtf8() + "\n";
    QTest::newRow("no line break") << kKey.toUtf8();
    QTest::newRow("blanks around") << " " + kKey.toUtf8() + " \n";
    QTest::newRow("more lines") << kKey.toUtf8() + "\nother\n";
}

void tst_KeyCommand::storesWhatStandardInputSays()
{
    QFETCH(QByteArray, input);
    CliHarness cli;
    cli.console.in = input;
    QCOMPARE(cli.run(key(QStringLiteral("set alpha"))), 0);
    QCOMPARE(cli.secrets.keys.value(QStringLiteral("alpha")), kKey);
    QVERIFY(!cli.console.both.contains(kKey.toUtf8()));
    QVERIFY(cli.console.prompted.contains(QLatin1String("Alpha")));
}

void tst_KeyCommand::refuses_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << ""
                             << "set ID";
    QTest::newRow("unknown action") << "show alpha"
                                    << "set ID";
    QTest::newRow("no provider") << "set"
                                 << "set ID";
    QTest::newRow("unknown provider") << "set nobody"
                                      << "no provider";
    QTest::newRow("nothing on standard input") << "set alpha"
                                               << "standard input";
    QTest::newRow("clear two") << "clear alpha local"
                               << "clear ID";
}

void tst_KeyCommand::refuses()
{
    QFETCH(QString, words);
    QFETCH(QString, says);
    CliHarness cli;
    QCOMPARE(cli.run(key(words)), 2);
    QVERIFY2(cli.complaint().contains(says), qPrintable(cli.complaint()));
    QVERIFY(cli.secrets.keys.isEmpty());
}

void tst_KeyCommand::keyAsArgumentIsRefused()
{
    CliHarness cli;
    cli.console.in = "other\n";
    QCOMPARE(cli.run(key(QStringLiteral("set alpha ") + kKey)), 2);
    QVERIFY(cli.complaint().contains(QLatin1String("never from an argument")));
    QVERIFY(!cli.console.both.contains(kKey.toUtf8()));
    QVERIFY(cli.secrets.keys.isEmpty());
}

void tst_KeyCommand::clears()
{
    CliHarness cli;
    cli.secrets.keys.insert(QStringLiteral("alpha"), kKey);
    QCOMPARE(cli.run(key(QStringLiteral("clear alpha"))), 0);
    QVERIFY(cli.secrets.keys.isEmpty());
}

void tst_KeyCommand::status()
{
    CliHarness cli;
    QCOMPARE(cli.run(key(QStringLiteral("status alpha"))), 3);
    QVERIFY(cli.console.out.contains("No key"));
    cli.secrets.keys.insert(QStringLiteral("alpha"), kKey);
    QCOMPARE(cli.run(key(QStringLiteral("status alpha"))), 0);
    QCOMPARE(cli.run(key(QStringLiteral("status alpha --json"))), 0);
    QCOMPARE(cli.json().toObject().value(QLatin1String("stored")).toBool(), true);
    QVERIFY(!cli.console.both.contains(kKey.toUtf8()));
}

void tst_KeyCommand::withoutKeychain()
{
    CliHarness cli;
    cli.secrets.sessionOnly = true;
    cli.console.in = kKey.toUtf8();
    // It would be gone with this program, so it counts as not stored.
    QCOMPARE(cli.run(key(QStringLiteral("set alpha"))), 3);
    QVERIFY2(cli.complaint().contains(QLatin1String("There is no keychain here.")),
             qPrintable(cli.complaint()));
}

void tst_KeyCommand::lockedKeychain()
{
    CliHarness cli;
    cli.secrets.refusal = locked();
    cli.console.in = kKey.toUtf8();
    for (const QString &words : {QStringLiteral("set alpha"), QStringLiteral("clear alpha"),
                                 QStringLiteral("status alpha")}) {
        QCOMPARE(cli.run(key(words)), 3);
        QVERIFY(cli.complaint().contains(QLatin1String("locked")));
    }
}

QTEST_GUILESS_MAIN(tst_KeyCommand)
#include "tst_KeyCommand.moc"
