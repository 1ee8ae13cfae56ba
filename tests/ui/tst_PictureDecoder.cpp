#include "ui/PictureDecoder.h"

#include <QBuffer>
#include <QImage>
#include <QTest>
#include <QtEndian>

#include <array>

using namespace ponder;

class tst_PictureDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void makesWideOnesSmaller();
    void takesNothingElse_data();
    void takesNothingElse();
    void looksAtTheSizeFirst_data();
    void looksAtTheSizeFirst();
    void bytesOfDataAddresses_data();
    void bytesOfDataAddresses();
};

namespace {

QByteArray encoded(const QSize &size, const char *format)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

quint32 crc(const QByteArray &bytes)
{
    quint32 c = 0xffffffff;
    for (const char byte : bytes) {
        c ^= quint8(byte);
        for (int k = 0; k < 8; ++k)
            c = c & 1 ? 0xedb88320 ^ (c >> 1) : c >> 1;
    }
    return ~c;
}

/// A PNG that says it is this large: the rest of it hardly matters.
QByteArray claiming(quint32 width, quint32 height)
{
    QByteArray png = encoded({1, 1}, "png");
    std::array<quint32, 2> size{qToBigEndian(width), qToBigEndian(height)};
    png.replace(16, 8, reinterpret_cast<const char *>(size.data()), 8);
    const quint32 sum = qToBigEndian(crc(png.mid(12, 17)));
    png.replace(29, 4, reinterpret_cast<const char *>(&sum), 4);
    return png;
}

} // namespace

void tst_PictureDecoder::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("png") << encoded({30, 20}, "png");
    QTest::newRow("jpeg") << encoded({30, 20}, "jpg");
}

void tst_PictureDecoder::decodes()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(PictureDecoder::decode(bytes, 1440).size(), QSize(30, 20));
}

void tst_PictureDecoder::makesWideOnesSmaller()
{
    QCOMPARE(PictureDecoder::decode(encoded({3000, 100}, "png"), 1500).size(), QSize(1500, 50));
}

void tst_PictureDecoder::takesNothingElse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("svg") << QByteArray(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
        "width='9' height='9'><image xlink:href='file:///etc/hostname' width='9' "
        "height='9'/></svg>");
    QTest::newRow("svgz") << QByteArray("\x1f\x8b\x08\x00", 4);
    QTest::newRow("xpm") << QByteArray(
        "/* XPM */ static char *a[] = {\"1 1 1 1\",\"a c red\",\"a\"};");
    QTest::newRow("ppm") << QByteArray("P6 1 1 255 abc");
    QTest::newRow("html") << QByteArray("<html>no</html>");
    QTest::newRow("cut png") << encoded({30, 20}, "png").left(40);
}

void tst_PictureDecoder::takesNothingElse()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(PictureDecoder::decode(bytes, 1440).isNull());
}

void tst_PictureDecoder::looksAtTheSizeFirst_data()
{
    QTest::addColumn<quint32>("width");
    QTest::addColumn<quint32>("height");
    QTest::newRow("many pixels") << 30'000u << 30'000u;
    QTest::newRow("wide") << 1'000'000u << 1u;
    QTest::newRow("high") << 1u << 1'000'000u;
    QTest::newRow("just too many") << 6'000u << 4'001u;
}

void tst_PictureDecoder::looksAtTheSizeFirst()
{
    QFETCH(quint32, width);
    QFETCH(quint32, height);
    QVERIFY(PictureDecoder::decode(claiming(width, height), 1440).isNull());
}

void tst_PictureDecoder::bytesOfDataAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("base64") << QStringLiteral("data:image/png;base64,YWJj") << QByteArray("abc");
    QTest::newRow("not base64") << QStringLiteral("data:image/png,abc") << QByteArray();
    QTest::newRow("broken") << QStringLiteral("data:image/png;base64,Y!Jj") << QByteArray();
    QTest::newRow("no data") << QStringLiteral("data:image/png;base64") << QByteArray();
    QTest::newRow("web") << QStringLiteral("https://e.org/a,b") << QByteArray();
}

void tst_PictureDecoder::bytesOfDataAddresses()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, bytes);
    QCOMPARE(PictureDecoder::bytesOf(url), bytes);
}

QTEST_GUILESS_MAIN(tst_PictureDecoder)
#include "tst_PictureDecoder.moc"
