#include "chat/ChatFakes.h"
#include "support/ManualClock.h"
#include "ui/ModelText.h"
#include "ui/SpendingController.h"

#include <QSignalSpy>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

/// What today has cost, at the foot of the sidebar.
class tst_SpendingController : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        ManualClock clock{QDateTime(QDate(2026, 5, 4), QTime(12, 0)).toUTC()}; // noon here
        test::HandBackend backend;
        test::MemoryStore store;
        ChatSessions sessions{backend, store, clock};
        SpendingController spending{sessions, store, clock};

        void spend(const char *amount, const char *currency, const QDateTime &at)
        {
            store.spending.push_back(
                {at, {QString::fromLatin1(amount), QString::fromLatin1(currency)}});
        }
    };

private Q_SLOTS:
    void sumsTheLocalDay()
    {
        Fixture f;
        const QDateTime noon(QDate(2026, 5, 4), QTime(12, 0));
        f.spend("7", "CNY", noon.addDays(-1));
        f.spend("0.4", "CNY", QDateTime(QDate(2026, 5, 4), QTime(0, 0)));
        f.spend("0.1", "USD", noon);
        f.spend("0.02", "CNY", noon);
        f.spend("5", "CNY", QDateTime(QDate(2026, 5, 5), QTime(0, 0)));
        f.spending.refresh();
        QTRY_COMPARE(f.spending.today(), u"¥0.42 · $0.10"_s);
    }

    void nothingKnownIsNothingShown()
    {
        Fixture f;
        QSignalSpy changed(&f.spending, &SpendingController::changed);
        f.spending.refresh();
        QCoreApplication::processEvents();
        QCOMPARE(f.spending.today(), QString());
        QCOMPARE(changed.size(), 0);
    }

    void growsWhenAnAnswerEnds()
    {
        Fixture f;
        f.spending.refresh();
        ChatSession *session = f.sessions.create();
        TurnOptions options;
        options.model = u"m"_s;
        options.price = ModelPrice{u"6.25"_s, u"25"_s, u"CNY"_s};
        session->send(u"question"_s, options);
        Usage usage;
        usage.promptTokens = 4'000;
        usage.completionTokens = 3'800;
        f.backend.turn()->say({TextDelta{u"answer"_s}, UsageDelta{usage}, FinishDelta{}});
        QCOMPARE(f.spending.today(), QString());
        f.backend.turn()->end();
        QTRY_COMPARE(f.spending.today(), u"¥0.12"_s);
    }

    void anotherDayBeginsAtZero()
    {
        Fixture f;
        f.clock.setNow(QDateTime(QDate(2026, 5, 4), QTime(23, 59, 59, 990)).toUTC());
        f.spend("0.42", "CNY", QDateTime(QDate(2026, 5, 4), QTime(12, 0)));
        f.spending.refresh();
        QTRY_COMPARE(f.spending.today(), u"¥0.42"_s);
        f.clock.setNow(QDateTime(QDate(2026, 5, 5), QTime(0, 0)).toUTC());
        QTRY_COMPARE(f.spending.today(), QString());
    }

    void writesAmounts_data()
    {
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("expected");
        QTest::newRow("hundredths") << u"0.1234"_s << u"CNY"_s << u"¥0.12"_s;
        QTest::newRow("small") << u"0.00312"_s << u"USD"_s << u"$0.0031"_s;
        QTest::newRow("too small") << u"0.000052"_s << u"USD"_s << u"< $0.0001"_s;
        QTest::newRow("whole") << u"12.4"_s << u"EUR"_s << u"€12.40"_s;
        QTest::newRow("free") << u"0"_s << u"USD"_s << u"$0.00"_s;
        QTest::newRow("half") << u"0.125"_s << u"USD"_s << u"$0.13"_s;
        QTest::newRow("other") << u"3"_s << u"JPY"_s << u"JPY 3.00"_s;
        QTest::newRow("unknown") << QString() << u"USD"_s << QString();
    }
    void writesAmounts()
    {
        QFETCH(QString, amount);
        QFETCH(QString, currency);
        QTEST(costText({amount, currency}), "expected");
    }
};

QTEST_MAIN(tst_SpendingController)
#include "tst_SpendingController.moc"
