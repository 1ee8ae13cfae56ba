#pragma once

#include "ui/FindController.h"
#include "ui/FollowScroll.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace ponder {

class FindMarks;

/// Brings the current hit into sight: the row, the line of a long row, and the place in a box that
/// scrolls sideways.
class FindScroll : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ponder::FindController *find READ find WRITE setFind NOTIFY changed)
    Q_PROPERTY(ponder::FollowScroll *follow MEMBER m_follow NOTIFY changed)
    /// At the top of the view, hidden below the find bar.
    Q_PROPERTY(qreal coveredTop MEMBER m_coveredTop NOTIFY changed)

public:
    explicit FindScroll(QObject *parent = nullptr) : QObject(parent) {}

    [[nodiscard]] FindController *find() const { return m_find; }
    void setFind(FindController *find);

    /// Scrolls the box that `item` lies in, if that scrolls sideways, so that an area of the item
    /// is in sight.
    static void showSideways(QQuickItem *item, const QRectF &area);

Q_SIGNALS:
    void changed();

private:
    void show(int row);
    void openToolCall(QQuickItem &item, int row);
    [[nodiscard]] QQuickItem *built(int row) const;

    QPointer<FindController> m_find;
    FollowScroll *m_follow = nullptr;
    qreal m_coveredTop = 0;
};

} // namespace ponder
