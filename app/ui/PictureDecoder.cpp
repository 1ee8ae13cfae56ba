#include "ui/PictureDecoder.h"

#include <QBuffer>
#include <QImageReader>

namespace ponder {

namespace {

constexpr int kLongestSide = 32'000;

QByteArray formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "gif";
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "webp";
    return {};
}

} // namespace

QByteArray PictureDecoder::bytesOf(const QString &dataUrl)
{
    const qsizetype comma = dataUrl.indexOf(u',');
    if (comma < 0 || !dataUrl.left(comma).endsWith(u";base64", Qt::CaseInsensitive))
        return {};
    const auto decoded = QByteArray::fromBase64Encoding(
        QStringView(dataUrl).mid(comma + 1).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

QImage PictureDecoder::decode(const QByteArray &bytes, int widest)
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty() || bytes.size() > kMaxBytes)
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return {};
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > kLongestSide || size.height() > kLongestSide ||
        qint64(size.width()) * size.height() > kMaxPixels)
        return {};
    if (size.width() > widest)
        reader.setScaledSize(size.scaled(widest, kLongestSide, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace ponder
