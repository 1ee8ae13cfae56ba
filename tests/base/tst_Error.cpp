#include "base/Error.h"
#include "base/ErrorText.h"

#include <QSet>
#include <QTest>

using namespace ponder;

class tst_Error : public QObject
{
    Q_OBJECT

private:
    static constexpr int kKinds = static_cast<int>(ErrorKind::Storage) + 1;

private Q_SLOTS:
    void namesAreStable_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char *name, ErrorKind kind) { QTest::newRow(name) << kind; };
        row("auth", ErrorKind::Auth);
        row("balance", ErrorKind::Balance);
        row("permission", ErrorKind::Permission);
        row("rate_limit", ErrorKind::RateLimit);
        row("context_length", ErrorKind::ContextLength);
        row("bad_request", ErrorKind::BadRequest);
        row("not_found", ErrorKind::NotFound);
        row("moderation", ErrorKind::Moderation);
        row("too_large", ErrorKind::TooLarge);
        row("server", ErrorKind::Server);
        row("overloaded", ErrorKind::Overloaded);
        row("network", ErrorKind::Network);
        row("not_running", ErrorKind::NotRunning);
        row("timeout", ErrorKind::Timeout);
        row("tls", ErrorKind::Tls);
        row("protocol", ErrorKind::Protocol);
        row("no_key", ErrorKind::NoKey);
        row("keychain", ErrorKind::Keychain);
        row("document", ErrorKind::Document);
        row("usage", ErrorKind::Usage);
        row("storage", ErrorKind::Storage);
    }
    void namesAreStable()
    {
        QFETCH(const ErrorKind, kind);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(errorKindName(kind), name);
        QCOMPARE(errorKindFromName(name), std::optional(kind));
    }

    void everyKindHasANameAndASentence()
    {
        QSet<QString> names;
        QSet<QString> titles;
        for (int i = 0; i < kKinds; ++i) {
            Error error;
            error.kind = static_cast<ErrorKind>(i);
            names.insert(errorKindName(error.kind));
            const ErrorDescription description = describeError(error, QStringLiteral("Provider"));
            QVERIFY(!description.title.isEmpty());
            QVERIFY(!description.hint.isEmpty());
            QVERIFY2(!description.title.contains(QLatin1Char('%')), qPrintable(description.title));
            QVERIFY2(!description.hint.contains(QLatin1Char('%')), qPrintable(description.hint));
            QVERIFY(!describeError(error, {}).title.startsWith(QLatin1Char(' ')));
            titles.insert(description.title);
        }
        QVERIFY(!names.contains(QString()));
        QCOMPARE(names.size(), kKinds);
        QCOMPARE(titles.size(), kKinds);
    }

    void unknownNames()
    {
        QVERIFY(!errorKindFromName(QStringLiteral("none")));
        QVERIFY(!errorKindFromName(QString()));
        QVERIFY(!errorKindFromName(QStringLiteral("Auth")));
    }
};

QTEST_GUILESS_MAIN(tst_Error)
#include "tst_Error.moc"
