#include "ui/FindScroll.h"

#include "ui/FindMarks.h"

#include <algorithm>

namespace ponder {

namespace {

/// Between a hit and the edge of the view.
constexpr qreal kRoom = 24;
/// How far down the view a hit is put, of its height.
constexpr qreal kPlace = 0.33;

} // namespace

void FindScroll::setFind(FindController *find)
{
    if (m_find == find)
        return;
    if (m_find)
        m_find->disconnect(this);
    m_find = find;
    if (find)
        connect(find, &FindController::jumped, this, &FindScroll::show);
    Q_EMIT changed();
}

QQuickItem *FindScroll::built(int row) const
{
    QQuickItem *item = nullptr;
    QMetaObject::invokeMethod(m_follow->flickable(), "itemAtIndex",
                              Q_RETURN_ARG(QQuickItem *, item), Q_ARG(int, row));
    return item;
}

/// A hit in a tool call is in its details.
void FindScroll::openToolCall(QQuickItem &item, int row)
{
    TranscriptModel *transcript = m_find->transcript();
    const auto *call = std::get_if<ToolCallRow>(&transcript->entries().row(row));
    if (!call || call->open)
        return;
    transcript->toggleToolCall(item.property("messageId").toString(), QString(call->id));
    QMetaObject::invokeMethod(m_follow->flickable(), "forceLayout");
}

void FindScroll::show(int row)
{
    if (!m_follow || !m_follow->flickable())
        return;
    QQuickItem *view = m_follow->flickable();
    m_follow->hold();
    QMetaObject::invokeMethod(view, "forceLayout");
    if (!built(row))
        m_follow->showRow(row);
    QQuickItem *item = built(row);
    if (!item)
        return;
    openToolCall(*item, row);
    QRectF area(QPointF(), QSizeF(item->width(), std::min<qreal>(item->height(), 40)));
    QQuickItem *where = item;
    const std::vector<FindMarks *> all = FindMarks::below(item);
    const int cell = m_find->current().cell;
    if (cell < int(all.size())) {
        const QRectF hit = all[size_t(cell)]->currentArea();
        if (!hit.isEmpty()) {
            area = hit;
            where = all[size_t(cell)];
            showSideways(where, area);
        }
    }
    const QRectF seen = where->mapRectToItem(view, area);
    const qreal top = m_coveredTop + m_follow->property("coveredTop").toReal() + kRoom;
    if (seen.top() < top || seen.bottom() > view->height() - kRoom)
        m_follow->scrollBy(seen.top() - std::max(top, view->height() * kPlace));
    m_follow->hold(); // also at the end: a growing answer must not carry the hit away
}

void FindScroll::showSideways(QQuickItem *item, const QRectF &area)
{
    QQuickItem *box = item->parentItem();
    while (box && !box->inherits("QQuickFlickable"))
        box = box->parentItem();
    if (!box || box->inherits("QQuickListView"))
        return;
    const qreal most = box->property("contentWidth").toReal() - box->width();
    if (most <= 0)
        return;
    const QRectF seen = item->mapRectToItem(box, area);
    const qreal x = box->property("contentX").toReal();
    if (seen.left() < kRoom)
        box->setProperty("contentX", std::clamp(x + seen.left() - 2 * kRoom, 0.0, most));
    else if (seen.right() > box->width() - kRoom)
        box->setProperty("contentX",
                         std::clamp(x + seen.right() - box->width() + 2 * kRoom, 0.0, most));
}

} // namespace ponder
