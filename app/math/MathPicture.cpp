#include "math/MathPicture.h"

#include <QColor>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace ponder {

namespace {

/// No formula on a screen needs more; a hostile one could ask for gigabytes.
constexpr double kLargestSide = 8192;

} // namespace

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
    QByteArray svg = picture.svg;
    svg.replace("currentColor", QColor(color).name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter,
                    QRectF(0, top * ratio, picture.width * scale, picture.height * scale));
    painter.end();
    image.setDevicePixelRatio(ratio);
    return image;
}

} // namespace ponder
