#include "ui/KeycapSign.h"

#include <QFont>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

constexpr QChar kKeycap(0x20E3);

} // namespace

bool KeycapSign::is(const QString &source)
{
    return source.size() <= 3 && source.endsWith(kKeycap);
}

QSizeF KeycapSign::size() const
{
    return {std::ceil(textSize * 1.1), std::round(textSize * 1.2)};
}

QImage KeycapSign::draw(const QString &source, qreal ratio) const
{
    QImage image((size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QFont font(u"Noto Color Emoji"_s);
    font.setPixelSize(textSize);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setFont(font);
    // Without the sign between the two, which asks for colour and is in no font.
    painter.drawText(QRectF(QPointF(), size()), Qt::AlignCenter, source.left(1) + kKeycap);
    return image;
}

} // namespace ponder
