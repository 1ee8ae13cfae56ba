#include "ui/CitationChip.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

constexpr qreal kTint = 0.13;
constexpr qreal kGap = 2; ///< to what stands beside it

QFont fontOf(const CitationChip &chip)
{
    QFont font(chip.family);
    font.setPixelSize(std::max(9, int(std::lround(chip.textSize * 0.72))));
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

QString CitationChip::number(const QString &source)
{
    for (const QLatin1String open : {"[citation:"_L1, "[^"_L1}) {
        if (source.startsWith(open) && source.endsWith(u']'))
            return source.mid(open.size(), source.size() - open.size() - 1);
    }
    return {};
}

QSizeF CitationChip::size(const QString &number) const
{
    const qreal height = std::round(textSize * 1.13);
    const qreal width = QFontMetricsF(fontOf(*this)).horizontalAdvance(number) + textSize * 0.6;
    return {std::ceil(std::max(height, width)) + 2 * kGap, height};
}

QImage CitationChip::draw(const QString &number, qreal ratio) const
{
    const QSizeF whole = size(number);
    QImage image((whole * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(QPointF(), whole).adjusted(kGap, 0, -kGap, 0);
    QColor tint = color;
    tint.setAlphaF(float(kTint));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    painter.drawRoundedRect(box, 5, 5);
    painter.setFont(fontOf(*this));
    painter.setPen(color);
    painter.drawText(box, Qt::AlignCenter, number);
    return image;
}

} // namespace ponder
