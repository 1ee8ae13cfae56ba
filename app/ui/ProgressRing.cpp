#include "ui/ProgressRing.h"

#include <QPainter>
#include <QPen>

#include <algorithm>

namespace ponder {

ProgressRing::ProgressRing(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

template <typename T>
void ProgressRing::assign(T &member, const T &value)
{
    if (member == value)
        return;
    member = value;
    update();
    Q_EMIT changed();
}

void ProgressRing::setValue(double value)
{
    assign(m_value, std::clamp(value, 0.0, 1.0));
}

void ProgressRing::setThickness(double thickness)
{
    assign(m_thickness, thickness);
}

void ProgressRing::setColor(const QColor &color)
{
    assign(m_color, color);
}

void ProgressRing::setTrack(const QColor &track)
{
    assign(m_track, track);
}

void ProgressRing::paint(QPainter *painter)
{
    const double inset = m_thickness / 2;
    const QRectF circle = boundingRect().adjusted(inset, inset, -inset, -inset);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_track, m_thickness));
    painter->drawEllipse(circle);
    if (m_value <= 0)
        return;
    painter->setPen(QPen(m_color, m_thickness, Qt::SolidLine, Qt::RoundCap));
    painter->drawArc(circle, 90 * 16, -qRound(m_value * 360 * 16));
}

} // namespace ponder
