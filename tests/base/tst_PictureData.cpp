#include "base/PictureData.h"

#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

class tst_PictureData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void end_data()
    {
        QTest::addColumn<QString>("text"); // with "|" where it ends
        QTest::newRow("closed") << u"![a](data:image/png;base64,AA+/==|) b"_s;
        QTest::newRow("title") << u"![a](data:image/svg+xml;base64,AA| 't')"_s;
        QTest::newRow("capitals") << u"[a](DATA:image/GIF;Base64,A|"_s;
        QTest::newRow("empty") << u"![a](data:image/png;base64,|)"_s;
        QTest::newRow("half a beginning") << u"![a](data:image/png;base6"_s;
        QTest::newRow("no picture") << u"![a](data:text/plain;base64,AA)"_s;
        QTest::newRow("no format") << u"![a](data:image/averyveryverylongformat;base64,AA)"_s;
        QTest::newRow("not encoded") << u"![a](data:image/svg+xml,A)"_s;
        QTest::newRow("no link") << u"a (data:image/png;base64,AA)"_s;
    }
    void end()
    {
        QFETCH(QString, text);
        const qsizetype expected = text.indexOf(u'|');
        text.remove(u'|');
        QCOMPARE(PictureData::end(text, text.indexOf(u'(')), expected);
    }

    void goesOn()
    {
        QVERIFY(PictureData::takes(u"AZaz09+/="));
        QVERIFY(!PictureData::takes(u"AA)"));
        QVERIFY(!PictureData::takes(u"A A"));
        QVERIFY(!PictureData::takes(u"中"));
    }

    void isShownByItsBeginning()
    {
        const QString shown = PictureData::shortened(u"data:image/png;base64,AAAA"_s);
        QCOMPARE(shown, u"data:image/png;base64,…"_s);
        QVERIFY(PictureData::isAtEnd(u"![a]("_s + shown));
        QVERIFY(!PictureData::isAtEnd(u"and so on…"));
        QCOMPARE(PictureData::shortened(u"data:image/png;base64,"_s), u"data:image/png;base64,"_s);
    }

    void onlyLargeOnesAreLeftOut()
    {
        const QString small = u"![a](data:image/png;base64,AAAA)"_s;
        const QString large = u"![b](data:image/png;base64,"_s + QString(5'000, u'B');
        const QString shown = u"![b](data:image/png;base64,…"_s;
        QCOMPARE(PictureData::withoutLarge(small), small);
        QCOMPARE(PictureData::withoutLarge(small + large + u") c "_s + large + u") d"_s),
                 small + shown + u") c "_s + shown + u") d"_s);
        QCOMPARE(PictureData::withoutLarge(large), shown);
    }
};

QTEST_APPLESS_MAIN(tst_PictureData)
#include "tst_PictureData.moc"
