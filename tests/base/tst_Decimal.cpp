#include "base/Decimal.h"

#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

namespace {

Decimal number(const QString &text)
{
    return Decimal::parse(text).value();
}

} // namespace

/// Money in figures: nothing is lost and nothing is added.
class TestDecimal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // null: no number
        QTest::newRow("whole") << u"42"_s << u"42"_s;
        QTest::newRow("zero") << u"0.000"_s << u"0"_s;
        QTest::newRow("needless zeros") << u"007.2500"_s << u"7.25"_s;
        QTest::newRow("no whole part") << u".5"_s << u"0.5"_s;
        QTest::newRow("per token") << u"0.00000055"_s << u"0.00000055"_s;
        QTest::newRow("exponent") << u"5.5e-7"_s << u"0.00000055"_s;
        QTest::newRow("large exponent") << u"1.25E3"_s << u"1250"_s;
        QTest::newRow("not a double") << u"0.1000000000000000055511151231257827"_s
                                      << u"0.1000000000000000055511151231257827"_s;
        QTest::newRow("negative") << u"-1"_s << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("words") << u"free"_s << QString();
        QTest::newRow("point alone") << u"."_s << QString();
        QTest::newRow("other digits") << u"١"_s << QString();
        QTest::newRow("endless") << QString(41, u'1') << QString();
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const std::optional<Decimal> value = Decimal::parse(text);
        QCOMPARE(value.has_value(), !expected.isNull());
        if (value)
            QCOMPARE(value->text(), expected);
    }

    void calculates_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("sum");
        QTest::addColumn<QString>("product");
        QTest::newRow("binary fractions fail here")
            << u"0.1"_s << u"0.2"_s << u"0.3"_s << u"0.02"_s;
        QTest::newRow("carries") << u"999"_s << u"1"_s << u"1000"_s << u"999"_s;
        QTest::newRow("nothing") << u"0"_s << u"12.5"_s << u"12.5"_s << u"0"_s;
        QTest::newRow("unlike lengths")
            << u"1000000"_s << u"0.00000055"_s << u"1000000.00000055"_s << u"0.55"_s;
        QTest::newRow("nines") << u"99.99"_s << u"99.99"_s << u"199.98"_s << u"9998.0001"_s;
    }
    void calculates()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QTEST((number(one) + number(other)).text(), "sum");
        QTEST((number(other) + number(one)).text(), "sum");
        QTEST((number(one) * number(other)).text(), "product");
        QTEST((number(other) * number(one)).text(), "product");
    }

    void rounds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("expected");
        QTest::newRow("half up") << u"0.125"_s << 2 << u"0.13"_s;
        QTest::newRow("below half") << u"0.1249"_s << 2 << u"0.12"_s;
        QTest::newRow("a double would say 1.00") << u"1.005"_s << 2 << u"1.01"_s;
        QTest::newRow("fills up") << u"3"_s << 2 << u"3.00"_s;
        QTest::newRow("carries through") << u"9.999"_s << 2 << u"10.00"_s;
        QTest::newRow("to nothing") << u"0.0004"_s << 2 << u"0.00"_s;
        QTest::newRow("to something") << u"0.005"_s << 2 << u"0.01"_s;
        QTest::newRow("whole") << u"41.5"_s << 0 << u"42"_s;
    }
    void rounds()
    {
        QFETCH(QString, text);
        QFETCH(int, decimals);
        QTEST(number(text).rounded(decimals), "expected");
    }

    void knowsItsMagnitude_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("expected");
        QTest::newRow("zero") << u"0"_s << 0;
        QTest::newRow("one") << u"1"_s << 0;
        QTest::newRow("hundreds") << u"123.4"_s << 2;
        QTest::newRow("tenth") << u"0.1"_s << -1;
        QTest::newRow("small") << u"0.00012"_s << -4;
    }
    void knowsItsMagnitude()
    {
        QFETCH(QString, text);
        QTEST(number(text).magnitude(), "expected");
    }

    void movesThePoint()
    {
        QCOMPARE(number(u"0.0000005"_s).shifted(6).text(), u"0.5"_s);
        QCOMPARE(number(u"3900"_s).shifted(-4).text(), u"0.39"_s);
        QCOMPARE(Decimal(18'446'744'073'709'551'615U).shifted(-20).text(),
                 u"0.18446744073709551615"_s);
    }
};

QTEST_APPLESS_MAIN(TestDecimal)
#include "tst_Decimal.moc"
