#pragma once

#include <QBuffer>
#include <QColor>
#include <QImage>
#include <QString>

namespace ponder::test {

/// The address of a PNG of one colour, as answers bring pictures along.
inline QString dataPicture(const QSize &size, const QColor &color = Qt::darkGreen)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(bytes.toBase64());
}

} // namespace ponder::test
