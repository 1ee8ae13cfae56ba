#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// A ring that is filled from the top, clockwise, to `value` (0 to 1): the context meter and,
/// turning, the spinner. Painted rather than drawn with shapes, so that it looks alike on every
/// adaptation.
class ProgressRing : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(double value READ value WRITE setValue NOTIFY changed)
    Q_PROPERTY(double thickness READ thickness WRITE setThickness NOTIFY changed)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY changed)
    Q_PROPERTY(QColor track READ track WRITE setTrack NOTIFY changed)

public:
    explicit ProgressRing(QQuickItem *parent = nullptr);

    [[nodiscard]] double value() const { return m_value; }
    [[nodiscard]] double thickness() const { return m_thickness; }
    [[nodiscard]] QColor color() const { return m_color; }
    [[nodiscard]] QColor track() const { return m_track; }
    void setValue(double value);
    void setThickness(double thickness);
    void setColor(const QColor &color);
    void setTrack(const QColor &track);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    template <typename T>
    void assign(T &member, const T &value);

    double m_value = 0;
    double m_thickness = 2;
    QColor m_color;
    QColor m_track;
};

} // namespace ponder
