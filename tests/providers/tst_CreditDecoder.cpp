#include "providers/CreditDecoder.h"

#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

class TestCreditDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
};

void TestCreditDecoder::reads_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("credit");
    QTest::newRow("DeepSeek")
        << u"deepseek"_s
        << QByteArray(
               R"({"is_available":true,"balance_infos":[{"currency":"CNY","total_balance":"41.20",)"
               R"("granted_balance":"1.20","topped_up_balance":"40.00"}]})")
        << u"¥41.20"_s;
    QTest::newRow("DeepSeek, two currencies")
        << u"deepseek"_s
        << QByteArray(R"({"balance_infos":[{"currency":"CNY","total_balance":"0.00"},)"
                      R"({"currency":"USD","total_balance":"5.5"}]})")
        << u"¥0.00 + $5.5"_s;
    QTest::newRow("DeepSeek, nothing")
        << u"deepseek"_s << QByteArray(R"({"balance_infos":[]})") << QString();
    QTest::newRow("wcode")
        << u"wcode"_s
        << QByteArray(R"({"status":"success","error_message":"","error_code":"","data":)"
                      R"({"total_available":12.345,"total_available_currency":"CNY"}})")
        << u"¥12.35"_s;
    QTest::newRow("OpenRouter") << u"openrouter"_s
                                << QByteArray(
                                       R"({"data":{"label":"sk-or-…","usage":25.5,"limit":100,)"
                                       R"("limit_remaining":74.5}})")
                                << u"$74.50"_s;
    QTest::newRow("OpenRouter, no limit")
        << u"openrouter"_s
        << QByteArray(R"({"data":{"usage":1,"limit":null,"limit_remaining":null}})") << QString();
    QTest::newRow("other currency")
        << u"deepseek"_s
        << QByteArray(R"({"balance_infos":[{"currency":"eur\nx","total_balance":"3"}]})")
        << u"EUR 3"_s;
    QTest::newRow("no number")
        << u"deepseek"_s
        << QByteArray(R"({"balance_infos":[{"currency":"USD","total_balance":"<b>"}]})")
        << QString();
    QTest::newRow("no JSON") << u"deepseek"_s << QByteArray("<html>") << QString();
    QTest::newRow("unknown form") << u"other"_s << QByteArray("{}") << QString();
}

void TestCreditDecoder::reads()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, body);
    QFETCH(QString, credit);
    QCOMPARE(CreditDecoder::decode(format, body), credit);
}

QTEST_GUILESS_MAIN(TestCreditDecoder)
#include "tst_CreditDecoder.moc"
