#pragma once

#include "ui/Formulas.h"

#include <QColor>
#include <QPointer>
#include <QQuickPaintedItem>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// A formula that stands alone. Until it is typeset, and when it cannot be, it has no size and
/// `ready` is false: its source is shown in its place.
class FormulaItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(int pixelSize READ pixelSize WRITE setPixelSize NOTIFY sourceChanged)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY sourceChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY stateChanged)
    /// Why it cannot be typeset; "" while that is not known.
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)

public:
    explicit FormulaItem(QQuickItem *parent = nullptr);

    void paint(QPainter *painter) override;

    [[nodiscard]] QString source() const { return m_source; }
    void setSource(const QString &source);
    [[nodiscard]] int pixelSize() const { return m_pixelSize; }
    void setPixelSize(int size);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor &color);
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void sourceChanged();
    void stateChanged();

protected:
    void componentComplete() override;

private:
    void look();

    QString m_source;
    int m_pixelSize = 15;
    QColor m_color;
    bool m_ready = false;
    QString m_problem;
    QPointer<Formulas> m_formulas;
};

} // namespace ponder
