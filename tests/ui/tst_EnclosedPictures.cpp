#include "support/DataPicture.h"
#include "ui/EnclosedPictures.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

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
    void keepsNoMoreThanItMay();
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

/// And does not decode them again and again.
void tst_EnclosedPictures::keepsNoMoreThanItMay()
{
    constexpr int kSide = 2 * EnclosedPictures::kWidest;
    EnclosedPictures pictures;
    QSignalSpy ready(&pictures, &EnclosedPictures::ready);
    QStringList urls;
    for (int i = 0; i < 80; ++i)
        urls << dataPicture({kSide, kSide}, QColor(i, i, i));
    const auto allThere = [&] {
        return std::all_of(urls.begin(), urls.end(),
                           [&](const QString &url) { return pictures.picture(url) != nullptr; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(allThere(), 30'000);
    QCOMPARE(ready.count(), int(urls.size()));
    qint64 bytes = 0;
    qsizetype refused = 0;
    for (const QString &url : urls) {
        bytes += pictures.picture(url)->sizeInBytes();
        refused += pictures.picture(url)->isNull();
    }
    QVERIFY(bytes <= EnclosedPictures::kMostBytes);
    QVERIFY(refused > 0 && refused < 20);
    QVERIFY(!pictures.isWorking());
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
