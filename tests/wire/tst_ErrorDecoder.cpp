#include "base/Redactor.h"
#include "wire/ErrorDecoder.h"
#include "wire/RetryAfter.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace ponder;
using namespace Qt::StringLiterals;

/// Every form of error body that providers send. The rows are in tests/data/wire/errors.json.
class tst_ErrorDecoder : public QObject
{
    Q_OBJECT

private:
    static QDateTime now()
    {
        return QDateTime(QDate(2026, 11, 21), QTime(12, 0), QTimeZone::utc());
    }

    static Error decode(int status, const QByteArray &body, const QByteArray &retryAfter = {})
    {
        return ErrorDecoder::fromReply({status, body, retryAfter, {}}, now());
    }

    static QJsonArray rows()
    {
        QFile file(QStringLiteral(PONDER_TEST_DATA "/wire/errors.json"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QJsonDocument::fromJson(file.readAll()).array();
    }

private Q_SLOTS:
    void bodies_data()
    {
        QTest::addColumn<QJsonObject>("row");
        for (const QJsonValue row : rows())
            QTest::newRow(qPrintable(row.toObject().value("name"_L1).toString())) << row.toObject();
        QVERIFY(rows().size() > 50);
    }
    void bodies()
    {
        QFETCH(const QJsonObject, row);
        const QJsonValue body = row.value("body"_L1);
        const QByteArray bytes =
            body.isString() ? body.toString().toUtf8()
                            : QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
        const int status = row.value("status"_L1).toInt();
        const Error error = decode(status, bytes);
        QCOMPARE(errorKindName(error.kind), row.value("kind"_L1).toString());
        QCOMPARE(error.message, row.value("message"_L1).toString());
        QCOMPARE(error.http, status);
        QCOMPARE(error.retryAfterMs.value_or(-1), row.value("retryAfterMs"_L1).toInt(-1));
        const QString demanded = row.value("replay"_L1).toString();
        const std::optional<ReasoningReplay> replay = replayDemandedBy(error);
        QCOMPARE(replay.has_value(), !demanded.isEmpty());
        if (replay)
            QCOMPARE(*replay == ReasoningReplay::Always, demanded == u"always");
    }

    void oneLineAndBounded()
    {
        const QByteArray lines =
            "first\\n\\tsecond\\u0000\\u001b[31m\\u202e " + QByteArray(5000, 'x');
        const Error error = decode(400, "{\"error\":{\"message\":\"" + lines + "\"}}");
        QVERIFY(error.message.startsWith(u"first second"));
        QVERIFY(error.message.size() <= ErrorDecoder::kMaxMessage);
        QVERIFY(error.message.endsWith(u'…'));
        for (const QChar c : error.message)
            QVERIFY(c.isPrint());
        QVERIFY(error.detail.size() <= ErrorDecoder::kMaxDetail);
        const Error plain = decode(500, QByteArray(100'000, 'y'));
        QCOMPARE(plain.message.size(), 300);
        QVERIFY(plain.detail.size() <= ErrorDecoder::kMaxDetail);
    }

    void neverShowsAKey()
    {
        const QString key = u"wire-test-secret-0123456789"_s;
        Redactor::instance().addSecret(key);
        // At every place around the cuts, so that no half of it stays either.
        for (const int before : {0, 100, 280, 290, 480, 490, 4080, 4090, 16360}) {
            const QByteArray filler(before, '.');
            for (const QByteArray &body :
                 {filler + key.toUtf8(),
                  "{\"error\":{\"message\":\"" + filler + key.toUtf8() + "\"}}"}) {
                const Error error = decode(401, body);
                QVERIFY2(!error.message.contains(u"wire-test-s"), qPrintable(error.message));
                QVERIFY(!error.detail.contains(u"wire-test-s"));
            }
            QVERIFY(
                !ErrorDecoder::notAnAnswer(filler + key.toUtf8()).detail.contains(u"wire-test-s"));
        }
        QVERIFY(!decode(401, "Incorrect API key provided: sk-proj-abcdefghijklmnop")
                     .message.contains(u"abcdefgh"));
    }

    void hostileBodies()
    {
        const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
        QCOMPARE(decode(500, deep).kind, ErrorKind::Server);
        QByteArray nested = "\"x\"";
        for (int i = 0; i < 12; ++i) {
            QJsonObject inner{{u"error"_s, QJsonObject{{u"details"_s, QString::fromUtf8(nested)}}}};
            nested = QJsonDocument(inner).toJson(QJsonDocument::Compact);
        }
        QVERIFY(!decode(500, nested).message.isEmpty());
        QCOMPARE(decode(502, "\xff\xfe\x00garbage"_ba).kind, ErrorKind::Server);
        QVERIFY(!decode(599, {}).message.isEmpty());
        QVERIFY(!decode(200, "{}").message.isEmpty());
    }

    void retryAfter_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("ms");
        QTest::newRow("seconds") << QByteArray("7") << 7000;
        QTest::newRow("fraction") << QByteArray(" 1.5 ") << 1500;
        QTest::newRow("zero") << QByteArray("0") << 0;
        QTest::newRow("negative") << QByteArray("-5") << -1;
        QTest::newRow("date") << QByteArray("Sat, 21 Nov 2026 12:00:30 GMT") << 30'000;
        QTest::newRow("past date") << QByteArray("Sat, 21 Nov 2026 11:00:00 GMT") << 0;
        QTest::newRow("RFC 850 date") << QByteArray("Saturday, 21-Nov-26 12:01:00 GMT") << 60'000;
        QTest::newRow("asctime date") << QByteArray("Sat Nov 21 12:00:05 2026") << 5000;
        QTest::newRow("too long") << QByteArray("99999999999999") << 86'400'000;
        QTest::newRow("nonsense") << QByteArray("soon") << -1;
        QTest::newRow("not a number") << QByteArray("nan") << -1;
        QTest::newRow("none") << QByteArray() << -1;
    }
    void retryAfter()
    {
        QFETCH(const QByteArray, header);
        QTEST(decode(429, "{}", header).retryAfterMs.value_or(-1), "ms");
    }

    void headerCountsMoreThanBody()
    {
        const QByteArray body =
            "{\"error\":{\"message\":\"x\",\"metadata\":{\"retry_after_seconds\":9}}}";
        QCOMPARE(decode(429, body).retryAfterMs, std::optional(9000));
        QCOMPARE(decode(429, body, "3").retryAfterMs, std::optional(3000));
    }

    void retryText_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("ms");
        QTest::newRow("seconds") << u"Please try again in 7.66s."_s << 7660;
        QTest::newRow("milliseconds") << u"Please try again in 120ms."_s << 120;
        QTest::newRow("minutes") << u"Try again in 1m2.5s. Visit"_s << 62'500;
        QTest::newRow("words") << u"please retry after 20 seconds"_s << 20'000;
        QTest::newRow("no time") << u"Please try again in a moment"_s << -1;
        QTest::newRow("nothing") << u"Slow down"_s << -1;
    }
    void retryText()
    {
        QFETCH(const QString, message);
        QTEST(retryAfterText(message).value_or(-1), "ms");
    }
};

QTEST_GUILESS_MAIN(tst_ErrorDecoder)
#include "tst_ErrorDecoder.moc"
