#include "cli/CommandLine.h"

#include "cli/CliHarness.h"

#include <QTest>

using namespace ponder;
using namespace ponder::test;

class tst_CommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isVerb_data();
    void isVerb();
    void withoutServices_data();
    void withoutServices();
    void environmentKey();
};

void tst_CommandLine::isVerb_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<bool>("verb");
    QTest::newRow("none") << "" << false;
    QTest::newRow("demo") << "--demo" << false;
    QTest::newRow("file") << "paper.pdf" << false;
    QTest::newRow("file named like a verb") << "./ask" << false;
    QTest::newRow("verb second") << "--demo ask" << false;
    QTest::newRow("help") << "--help" << true;
    QTest::newRow("version") << "--version" << true;
    QTest::newRow("help after another option") << "--demo --help" << true;
    QTest::newRow("file named like an option") << "-- --help" << false;
    for (const char *verb : {"ask", "summarize", "models", "providers", "config", "key", "list",
                             "show", "search", "export", "import", "delete"})
        QTest::newRow(verb) << QString::fromLatin1(verb) << true;
}

void tst_CommandLine::isVerb()
{
    QFETCH(QString, arguments);
    QFETCH(bool, verb);
    QCOMPARE(cli::isVerb(arguments.split(u' ', Qt::SkipEmptyParts)), verb);
}

void tst_CommandLine::withoutServices_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("exitCode"); ///< -1: goes on with services
    QTest::addColumn<QString>("out");
    QTest::addColumn<QString>("err");
    QTest::newRow("help") << "--help" << 0 << "Verbs:"
                          << "";
    QTest::newRow("help of the window") << "--demo -h" << 0 << "Verbs:"
                                        << "";
    QTest::newRow("help verb") << "help ask" << 0 << "--base-url"
                               << "";
    QTest::newRow("verb help") << "ask --help" << 0 << "--base-url"
                               << "";
    QTest::newRow("verb help among others") << "key set --help" << 0 << "standard input"
                                            << "";
    QTest::newRow("version") << "--version" << 0 << PONDER_VERSION << "";
    QTest::newRow("planned") << "search word" << 2 << ""
                             << "later version";
    QTest::newRow("planned help") << "search --help" << 0 << "later version"
                                  << "";
    QTest::newRow("wrong") << "list --nonsense" << 2 << ""
                           << "ponder list --help";
    QTest::newRow("wrong with events") << "ask --json --nonsense" << 2 << "\"usage\""
                                       << "nonsense";
    QTest::newRow("runs") << "list" << -1 << ""
                          << "";
}

void tst_CommandLine::withoutServices()
{
    QFETCH(QString, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, out);
    QFETCH(QString, err);
    MemoryConsole console;
    const std::optional<int> ended = cli::runWithoutServices(arguments.split(u' '), console);
    QCOMPARE(ended.value_or(-1), exitCode);
    QVERIFY2(console.out.contains(out.toUtf8()), console.out.constData());
    QVERIFY2(console.err.contains(err.toUtf8()), console.err.constData());
    QCOMPARE(console.out.isEmpty(), out.isEmpty());
    QCOMPARE(console.err.isEmpty(), err.isEmpty());
}

void tst_CommandLine::environmentKey()
{
    QVERIFY(cli::usesEnvironmentKey({QStringLiteral("ask"), QStringLiteral("hi")}));
    QVERIFY(cli::usesEnvironmentKey({QStringLiteral("models")}));
    // These tell what is stored, which a key of this run would hide.
    QVERIFY(!cli::usesEnvironmentKey({QStringLiteral("key"), QStringLiteral("status")}));
    QVERIFY(!cli::usesEnvironmentKey({QStringLiteral("providers")}));
}

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_CommandLine.moc"
