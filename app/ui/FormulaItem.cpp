#include "ui/FormulaItem.h"

#include <QPainter>
#include <QQuickWindow>

#include <cmath>

namespace ponder {

FormulaItem::FormulaItem(QQuickItem *parent) : QQuickPaintedItem(parent)
{}

void FormulaItem::setSource(const QString &source)
{
    if (m_source == source)
        return;
    m_source = source;
    look();
    Q_EMIT sourceChanged();
}

void FormulaItem::setPixelSize(int size)
{
    if (m_pixelSize == size)
        return;
    m_pixelSize = size;
    look();
    Q_EMIT sourceChanged();
}

void FormulaItem::setColor(const QColor &color)
{
    if (m_color == color)
        return;
    m_color = color;
    update();
    Q_EMIT sourceChanged();
}

void FormulaItem::componentComplete()
{
    QQuickPaintedItem::componentComplete();
    m_formulas = Formulas::of(this);
    if (m_formulas)
        connect(m_formulas, &Formulas::changed, this, &FormulaItem::look);
    look();
}

void FormulaItem::look()
{
    if (!isComponentComplete() || !m_formulas)
        return;
    const MathPicture *picture = m_formulas->picture(m_source);
    const bool ready = picture && picture->ok();
    const QString problem = picture ? picture->error : QString();
    setImplicitSize(ready ? std::ceil(picture->width * m_pixelSize * kFormulaScale) : 0,
                    ready ? std::ceil(picture->height * m_pixelSize * kFormulaScale) : 0);
    update();
    if (ready != m_ready || problem != m_problem) {
        m_ready = ready;
        m_problem = problem;
        Q_EMIT stateChanged();
    }
}

void FormulaItem::paint(QPainter *painter)
{
    const MathPicture *picture = m_formulas ? m_formulas->picture(m_source) : nullptr;
    if (!picture || !picture->ok())
        return;
    const qreal ratio = window() ? window()->effectiveDevicePixelRatio() : 1;
    painter->drawImage(QPointF(0, 0),
                       renderMath(*picture, m_pixelSize * kFormulaScale, ratio, m_color.rgb()));
}

} // namespace ponder
