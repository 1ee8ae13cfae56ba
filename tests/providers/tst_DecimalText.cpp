#include "providers/DecimalText.h"

#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

class TestDecimalText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shifts_data();
    void shifts();
    void writesTheShortestText();
};

void TestDecimalText::shifts_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<int>("places");
    QTest::addColumn<QString>("expected"); // null: not a number
    QTest::newRow("per token to per million") << u"0.0000005"_s << 6 << u"0.5"_s;
    QTest::newRow("odd digits") << u"0.00000215"_s << 6 << u"2.15"_s;
    QTest::newRow("no binary rounding") << u"0.1000000000000000055511151231257827"_s << 1
                                        << u"1.000000000000000055511151231257827"_s;
    QTest::newRow("exponent") << u"5e-7"_s << 6 << u"0.5"_s;
    QTest::newRow("capital exponent") << u"2.15E-06"_s << 6 << u"2.15"_s;
    QTest::newRow("positive exponent") << u"1.5e+2"_s << 0 << u"150"_s;
    QTest::newRow("integer down") << u"3900"_s << -4 << u"0.39"_s;
    QTest::newRow("far down") << u"1"_s << -4 << u"0.0001"_s;
    QTest::newRow("zero") << u"0"_s << 6 << u"0"_s;
    QTest::newRow("zero with places") << u"0.000"_s << 6 << u"0"_s;
    QTest::newRow("no whole part") << u".5"_s << 0 << u"0.5"_s;
    QTest::newRow("no fraction") << u"5."_s << 0 << u"5"_s;
    QTest::newRow("plus") << u"+7"_s << 0 << u"7"_s;
    QTest::newRow("leading zeros") << u"0007.50"_s << 0 << u"7.5"_s;
    QTest::newRow("spaces") << u" 1.2 "_s << 0 << u"1.2"_s;
    QTest::newRow("negative") << u"-1"_s << 6 << QString();
    QTest::newRow("empty") << u""_s << 6 << QString();
    QTest::newRow("point alone") << u"."_s << 6 << QString();
    QTest::newRow("word") << u"free"_s << 6 << QString();
    QTest::newRow("infinity") << u"inf"_s << 6 << QString();
    QTest::newRow("huge exponent") << u"1e999999999"_s << 6 << QString();
    QTest::newRow("other digits") << u"٣"_s << 0 << QString();
    QTest::newRow("line break") << u"1\n2"_s << 0 << QString();
}

void TestDecimalText::shifts()
{
    QFETCH(QString, number);
    QFETCH(int, places);
    QFETCH(QString, expected);
    const std::optional<QString> shifted = DecimalText::shifted(number, places);
    QCOMPARE(shifted.has_value(), !expected.isNull());
    QCOMPARE(shifted.value_or(QString()), expected);
}

void TestDecimalText::writesTheShortestText()
{
    QCOMPARE(DecimalText::of(0.55), u"0.55"_s);
    QCOMPARE(DecimalText::of(3), u"3"_s);
    QCOMPARE(DecimalText::shifted(DecimalText::of(5e-7), 6), std::optional(u"0.5"_s));
}

QTEST_GUILESS_MAIN(TestDecimalText)
#include "tst_DecimalText.moc"
