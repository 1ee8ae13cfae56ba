#include "base/Result.h"

#include <QTest>

#include <memory>

using namespace ponder;

class tst_Result : public QObject
{
    Q_OBJECT

private:
    static Error failure()
    {
        Error error;
        error.kind = ErrorKind::Network;
        error.message = QStringLiteral("no way");
        return error;
    }

private Q_SLOTS:
    void holdsAValue()
    {
        const Result<int> result = 7;
        QVERIFY(result.ok());
        QVERIFY(result);
        QCOMPARE(result.value(), 7);
        QCOMPARE(*result, 7);
        QCOMPARE(result.valueOr(1), 7);
        const Result<QString> text = QStringLiteral("abc");
        QCOMPARE(text->size(), 3);
    }

    void holdsAnError()
    {
        const Result<int> result = failure();
        QVERIFY(!result.ok());
        QVERIFY(!result);
        QCOMPARE(result.error(), failure());
        QCOMPARE(result.valueOr(1), 1);
    }

    void movesItsValueOut()
    {
        Result<std::unique_ptr<int>> result = std::make_unique<int>(3);
        const std::unique_ptr<int> taken = std::move(result).value();
        QCOMPARE(*taken, 3);
    }

    void withoutAValue()
    {
        const Result<void> fine;
        QVERIFY(fine.ok());
        QVERIFY(fine);
        const Result<void> failed = failure();
        QVERIFY(!failed);
        QCOMPARE(failed.error(), failure());
    }
};

QTEST_GUILESS_MAIN(tst_Result)
#include "tst_Result.moc"
