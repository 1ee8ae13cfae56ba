#include "support/DataPicture.h"
#include "ui/EnclosedPictures.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ponder;
using namespace ponder::test;

class tst_EnclosedPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesOnce();
    void sizes_data();
    void sizes();
    void takesNothingElse_data();
    void takesNothingElse();
    void goesWhileItWorks();
};

void tst_EnclosedPictures::decodesOnce()
{
    EnclosedPictures pictures;
    QSignalSpy ready(&pictures, &EnclosedPictures::ready);
    const QString url = dataPicture({30, 20}, Qt::red);
    QVERIFY(!pictures.picture(url));
    QVERIFY(!pictures.picture(url));
    QVERIFY(pictures.isWorking());
    QTRY_COMPARE(ready.count(), 1);
    QVERIFY(!pictures.isWorking());
    const QImage *picture = pictures.picture(url);
    QVERIFY(picture);
    QCOMPARE(picture->pixelColor(3, 3), QColor(Qt::red));
    QCOMPARE(pictures.picture(url), picture);
    QCOMPARE(ready.count(), 1);
}

void tst_EnclosedPictures::sizes_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QSizeF>("shown");
    QTest::newRow("small ones as they are") << QSize(30, 20) << QSizeF(30, 20);
    QTest::newRow("wide") << QSize(1200, 300) << QSizeF(240, 60);
    QTest::newRow("high") << QSize(300, 1200) << QSizeF(60, 240);
    QTest::newRow("a line") << QSize(1, 20'000) << QSizeF(1, 240);
}

void tst_EnclosedPictures::sizes()
{
    QFETCH(QSize, size);
    QFETCH(QSizeF, shown);
    EnclosedPictures pictures;
    const QString url = dataPicture(size);
    QTRY_VERIFY(pictures.picture(url));
    const QImage *picture = pictures.picture(url);
    QCOMPARE(EnclosedPictures::shownSize(*picture), shown);
    QVERIFY(picture->width() <= 2 * EnclosedPictures::kWidest);
    QVERIFY(picture->height() <= 2 * EnclosedPictures::kWidest);
}

void tst_EnclosedPictures::takesNothingElse_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("no picture") << u"data:image/png;base64,AAAA"_s;
    QTest::newRow("broken base64") << u"data:image/png;base64,!!"_s;
    QTest::newRow("a document") << u"data:image/svg+xml;base64,PHN2Zy8+"_s;
    QTest::newRow("cut") << dataPicture({300, 300}).left(60);
}

void tst_EnclosedPictures::takesNothingElse()
{
    QFETCH(QString, url);
    EnclosedPictures pictures;
    QTRY_VERIFY(pictures.picture(url));
    QVERIFY(pictures.picture(url)->isNull());
}

void tst_EnclosedPictures::goesWhileItWorks()
{
    EnclosedPictures pictures;
    for (int i = 1; i < 20; ++i)
        pictures.picture(dataPicture({200, 200 + i}));
    QVERIFY(pictures.isWorking());
}

QTEST_MAIN(tst_EnclosedPictures)
#include "tst_EnclosedPictures.moc"
