#include "providers/RetryPolicy.h"

#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsLonger_data();
    void waitsLonger();
    void obeysTheServer();
    void knowsWhatPasses_data();
    void knowsWhatPasses();
};

void TestRetryPolicy::waitsLonger_data()
{
    QTest::addColumn<int>("attempt");
    QTest::addColumn<int>("delayMs"); // -1: no further try
    QTest::newRow("0") << 0 << -1;
    QTest::newRow("1") << 1 << 2'000;
    QTest::newRow("2") << 2 << 4'000;
    QTest::newRow("3") << 3 << 8'000;
    QTest::newRow("4") << 4 << 16'000;
    QTest::newRow("5") << 5 << 32'000;
    QTest::newRow("6") << 6 << -1;
}

void TestRetryPolicy::waitsLonger()
{
    QFETCH(int, attempt);
    QFETCH(int, delayMs);
    QCOMPARE(RetryPolicy().delayMs(attempt, Error()).value_or(-1), delayMs);
    QCOMPARE(RetryPolicy().maxAttempts(), 5);
}

void TestRetryPolicy::obeysTheServer()
{
    Error error;
    error.retryAfterMs = 18'000;
    QCOMPARE(RetryPolicy().delayMs(1, error), std::optional(18'000));
    QCOMPARE(RetryPolicy().delayMs(5, error), std::optional(18'000));
    QCOMPARE(RetryPolicy().delayMs(6, error), std::optional<int>());
    error.retryAfterMs = -5;
    QCOMPARE(RetryPolicy().delayMs(1, error), std::optional(0));
    error.retryAfterMs = 3'600'000;
    QCOMPARE(RetryPolicy().delayMs(1, error), std::optional<int>());
}

void TestRetryPolicy::knowsWhatPasses_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("http");
    QTest::addColumn<bool>("canHelp");
    const auto row = [](const char *kind, int http, bool canHelp) {
        QTest::addRow("%s %d", kind, http) << QString::fromLatin1(kind) << http << canHelp;
    };
    row("network", 0, true);
    row("server", 0, true);
    row("overloaded", 200, true);
    row("rate_limit", 0, true);
    row("timeout", 0, false); // the longest silence has passed already
    row("tls", 0, false);
    row("protocol", 0, false);
    row("no_key", 0, false);
    row("keychain", 0, false);
    row("rate_limit", 429, true);
    row("balance", 429, false);
    row("timeout", 408, true);
    row("server", 500, true);
    row("context_length", 500, false);
    row("overloaded", 503, true);
    row("timeout", 504, true);
    row("overloaded", 529, true);
    for (const int http : {400, 401, 402, 403, 404, 412, 413, 422}) {
        row("bad_request", http, false);
        row("server", http, false);
    }
}

void TestRetryPolicy::knowsWhatPasses()
{
    QFETCH(QString, kind);
    QFETCH(int, http);
    QFETCH(bool, canHelp);
    Error error;
    error.kind = errorKindFromName(kind).value();
    error.http = http;
    QCOMPARE(RetryPolicy::canHelp(error), canHelp);
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_RetryPolicy.moc"
