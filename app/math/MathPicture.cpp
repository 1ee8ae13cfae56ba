#include "math/MathPicture.h"

#include <QColor>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ponder {

namespace {

/// No formula on a screen needs more; a hostile one could ask for gigabytes.
constexpr double kLargestSide = 8192;
constexpr double kUnitsPerEm = 1000; // of MathShape

} // namespace

qsizetype MathPicture::size() const
{
    qsizetype bytes = qsizetype(sizeof(MathPicture)) + error.size() * 2;
    for (const MathShape &shape : shapes)
        bytes += qsizetype(sizeof(MathShape)) + shape.outline.size();
    return bytes;
}

QImage renderMath(const MathPicture &picture, double fontPx, double ratio, QRgb color, double room,
                  double top)
{
    if (!picture.ok())
        return {};
    const double scale = fontPx * ratio;
    const int width = static_cast<int>(std::ceil(std::min(kLargestSide, picture.width * scale)));
    const double needed = std::max(room * ratio, top * ratio + picture.height * scale);
    const int height = static_cast<int>(std::ceil(std::min(kLargestSide, needed)));
    if (width <= 0 || height <= 0)
        return {};
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(0, top * ratio);
    painter.scale(scale / kUnitsPerEm, scale / kUnitsPerEm);
    for (const MathShape &shape : picture.shapes)
        painter.fillPath(shape.outline.path(),
                         QColor::fromRgba(shape.inherits ? color | 0xff000000 : shape.color));
    painter.end();
    image.setDevicePixelRatio(ratio);
    return image;
}

} // namespace ponder
