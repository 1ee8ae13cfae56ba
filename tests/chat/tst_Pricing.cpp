#include "chat/Pricing.h"
#include "wire/UsageDecoder.h"

#include <QJsonDocument>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

namespace {

Usage usageOf(const QByteArray &json)
{
    return UsageDecoder::fromUsage(QJsonDocument::fromJson(json).object(), json);
}

ModelPrice price(const char *input, const char *output, const char *cached = "",
                 const char *currency = "USD")
{
    return {QString::fromLatin1(input), QString::fromLatin1(output), QString::fromLatin1(currency),
            QString::fromLatin1(cached)};
}

} // namespace

/// What an answer costs, from the usage as providers write it.
class TestPricing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void charges_data()
    {
        QTest::addColumn<QByteArray>("usage");
        QTest::addColumn<ModelPrice>("price");
        QTest::addColumn<QString>("expected"); // null: unknown
        QTest::newRow("wcode, the documented reply")
            << QByteArray(R"({"prompt_tokens":11,"completion_tokens":698,"total_tokens":709})")
            << price("6.25", "25", "", "CNY") << u"0.01751875 CNY"_s;
        // The reasoning is part of the completion: it must not be charged twice.
        QTest::newRow("reasoning within the completion")
            << QByteArray(R"({"prompt_tokens":1000,"completion_tokens":2000,"total_tokens":3000,
                "completion_tokens_details":{"reasoning_tokens":1500}})")
            << price("0.5", "2.15") << u"0.0048 USD"_s;
        // xAI counts it apart; 12 + 1 is not 303.
        QTest::newRow("xAI: reasoning besides the completion")
            << QByteArray(R"({"prompt_tokens":12,"completion_tokens":1,"total_tokens":303,
                "completion_tokens_details":{"reasoning_tokens":290}})")
            << price("0.3", "0.5") << u"0.0001491 USD"_s;
        QTest::newRow("cached input has its own price")
            << QByteArray(R"({"prompt_tokens":1000,"completion_tokens":100,
                "prompt_tokens_details":{"cached_tokens":600}})")
            << price("0.5", "2.15", "0.35") << u"0.000625 USD"_s;
        QTest::newRow("cached input at the price of all input")
            << QByteArray(R"({"prompt_tokens":1000,"completion_tokens":100,
                "prompt_cache_hit_tokens":600})")
            << price("0.5", "2.15") << u"0.000715 USD"_s;
        QTest::newRow("more cached than asked")
            << QByteArray(R"({"prompt_tokens":10,"completion_tokens":0,"cached_tokens":600})")
            << price("1", "1", "0.5") << u"0.000005 USD"_s;
        QTest::newRow("free") << QByteArray(R"({"prompt_tokens":10,"completion_tokens":20})")
                              << price("0", "0") << u"0 USD"_s;
        QTest::newRow("no binary fractions")
            << QByteArray(R"({"prompt_tokens":3,"completion_tokens":7})") << price("0.1", "0.7")
            << u"0.0000052 USD"_s;
        QTest::newRow("no count") << QByteArray(R"({"prompt_tokens":10})") << price("1", "1")
                                  << QString();
        QTest::newRow("no price") << QByteArray(R"({"prompt_tokens":10,"completion_tokens":20})")
                                  << price("", "1") << QString();
        QTest::newRow("no currency") << QByteArray(R"({"prompt_tokens":10,"completion_tokens":20})")
                                     << price("1", "1", "", "") << QString();
    }
    void charges()
    {
        QFETCH(QByteArray, usage);
        QFETCH(ModelPrice, price);
        QFETCH(QString, expected);
        const std::optional<Cost> cost = costOf(usageOf(usage), price);
        QCOMPARE(cost ? cost->amount + u' ' + cost->currency : QString(), expected);
    }

    void serversOwnFigure_data()
    {
        QTest::addColumn<QByteArray>("usage");
        QTest::addColumn<QString>("amount");
        QTest::newRow("OpenRouter")
            << QByteArray(R"({"prompt_tokens":1,"cost":0.00078})") << u"0.00078"_s;
        // Ten thousand million ticks to the dollar.
        QTest::newRow("xAI") << QByteArray(R"({"prompt_tokens":12,"cost_in_usd_ticks":1491000})")
                             << u"0.0001491"_s;
        QTest::newRow("xAI, nothing") << QByteArray(R"({"cost_in_usd_ticks":0})") << u"0"_s;
    }
    void serversOwnFigure()
    {
        QFETCH(QByteArray, usage);
        const Usage read = usageOf(usage);
        QVERIFY(read.cost);
        QTEST(read.cost->amount, "amount");
        QCOMPARE(read.cost->currency, u"USD"_s);
    }

    void findsThePrice()
    {
        ProviderProfile profile;
        profile.prices.insert(u"own"_s, price("6.25", "25", "", "CNY"));
        profile.prices.insert(u"listed"_s, price("9", "9"));
        ModelInfo listed{u"listed"_s, {}, {}, price("1", "2"), {}, {}};
        ModelInfo routed{u"routed"_s, {}, {}, price("3", "5"), {}, {}};
        routed.price->varies = true;
        const std::vector<ModelInfo> known{listed, routed};
        QCOMPARE(priceOf(profile, known, u"listed"_s)->inputPerMillion, u"1"_s);
        QCOMPARE(priceOf(profile, known, u"own"_s)->currency, u"CNY"_s);
        QVERIFY(!priceOf(profile, known, u"other"_s));
        QVERIFY2(!priceOf(profile, known, u"routed"_s), "a price that is not certain is no price");
    }

    void addsUpByCurrency()
    {
        const std::vector<Cost> totals = totalsOf({{u"0.1"_s, u"USD"_s},
                                                   {u"0.40"_s, u"CNY"_s},
                                                   {u"0.2"_s, u"USD"_s},
                                                   {u"junk"_s, u"EUR"_s},
                                                   {u"0.02"_s, u"CNY"_s}});
        QCOMPARE(totals, (std::vector<Cost>{{u"0.42"_s, u"CNY"_s}, {u"0.3"_s, u"USD"_s}}));
        QVERIFY(totalsOf({}).empty());
    }
};

QTEST_APPLESS_MAIN(TestPricing)
#include "tst_Pricing.moc"
