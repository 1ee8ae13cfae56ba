#include "ui/TextGeometry.h"

#include "ui/SelectionPart.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace ponder {

namespace {

/// How far a value is outside of an interval.
qreal outside(qreal value, qreal low, qreal high)
{
    return std::max({0.0, low - value, value - high});
}

int positionAt(QQuickItem *edit, const QPointF &point)
{
    int position = 0;
    QMetaObject::invokeMethod(edit, "positionAt", Q_RETURN_ARG(int, position),
                              Q_ARG(qreal, point.x()), Q_ARG(qreal, point.y()));
    return position;
}

QRectF caretIn(QQuickItem *edit, int position)
{
    QRectF caret;
    QMetaObject::invokeMethod(edit, "positionToRectangle", Q_RETURN_ARG(QRectF, caret),
                              Q_ARG(int, position));
    return caret;
}

/// The same, but above the first and below the last line these lines count.
int positionInLines(QQuickItem *edit, const QPointF &point)
{
    const qreal first = caretIn(edit, 0).center().y();
    const qreal last = caretIn(edit, edit->property("length").toInt()).center().y();
    return positionAt(edit, {point.x(), std::clamp(point.y(), first, std::max(first, last))});
}

bool isShown(const SelectionPart &part)
{
    return part.row() >= 0 && part.item() && part.item()->isVisible();
}

} // namespace

int TextGeometry::rowAt(const QPointF &point) const
{
    int row = -1;
    const qreal y = point.y() + m_view->property("contentY").toReal();
    QMetaObject::invokeMethod(m_view, "indexAt", Q_RETURN_ARG(int, row),
                              Q_ARG(qreal, m_view->width() / 2), Q_ARG(qreal, y));
    return row;
}

QRectF TextGeometry::rectOf(const SelectionPart &part) const
{
    const QQuickItem *item = part.item();
    return item->mapRectToItem(m_view, QRectF(0, 0, item->width(), item->height()));
}

SelectionPart *TextGeometry::partOf(const TextPlace &place) const
{
    const auto &parts = m_controller->parts();
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const SelectionPart *part) {
        return part->row() == place.row && part->cell() == place.cell && isShown(*part);
    });
    return found == parts.end() ? nullptr : *found;
}

SelectionPart *TextGeometry::partAt(int row, const QPointF &point) const
{
    SelectionPart *best = nullptr;
    std::pair<qreal, qreal> least;
    for (SelectionPart *part : m_controller->parts()) {
        if (part->row() != row || !isShown(*part))
            continue;
        const QRectF rect = rectOf(*part);
        const std::pair<qreal, qreal> distance(outside(point.y(), rect.top(), rect.bottom()),
                                               outside(point.x(), rect.left(), rect.right()));
        if (!best || distance < least) {
            best = part;
            least = distance;
        }
    }
    return best;
}

TextPlace TextGeometry::placeIn(const SelectionPart &part, const QPointF &point) const
{
    const QPointF local = part.item()->mapFromItem(m_view, point);
    const QSizeF size = part.item()->size();
    TextPlace place{part.row(), part.cell(), 0};
    if (!part.document())
        place.offset =
            local.y() > size.height() || (local.y() >= 0 && local.x() > size.width() / 2) ? 1 : 0;
    else if (local.y() > size.height())
        place.offset = part.document()->offsetAt(std::numeric_limits<int>::max());
    else if (local.y() >= 0)
        place.offset = part.document()->offsetAt(positionInLines(part.item(), local));
    return place;
}

std::optional<TextPlace> TextGeometry::placeAt(const QPointF &point) const
{
    const int rows = m_controller->transcript() ? m_controller->transcript()->rowCount() : 0;
    if (rows == 0)
        return std::nullopt;
    const int row = rowAt(point);
    if (row < 0) {
        // Above the first row or below the last one.
        const qreal y = point.y() + m_view->property("contentY").toReal();
        return y < m_view->property("originY").toReal() + 1 ? TextPlace() : TextPlace{rows, 0, 0};
    }
    const SelectionPart *part = partAt(row, point);
    return part ? placeIn(*part, point) : TextPlace{row, 0, 0};
}

std::optional<QRectF> TextGeometry::caretAt(const TextPlace &place) const
{
    const SelectionPart *part = partOf(place);
    if (!part)
        return std::nullopt;
    const QRectF all = rectOf(*part);
    if (!part->document())
        return QRectF(place.offset > 0 ? all.right() : all.left(), all.top(), 0, all.height());
    return part->item()->mapRectToItem(
        m_view, caretIn(part->item(), part->document()->positionOf(place.offset)));
}

std::optional<TextPlace> TextGeometry::lineEnd(const TextPlace &place, int direction) const
{
    const SelectionPart *part = partOf(place);
    if (!part)
        return std::nullopt;
    if (!part->document())
        return TextPlace{place.row, place.cell, direction > 0 ? 1 : 0};
    const QRectF caret = caretIn(part->item(), part->document()->positionOf(place.offset));
    const QPointF point(direction > 0 ? std::max(part->item()->width(), 1e5) : -1,
                        caret.center().y());
    return TextPlace{place.row, place.cell,
                     part->document()->offsetAt(positionAt(part->item(), point))};
}

std::optional<TextPlace> TextGeometry::otherLine(const TextPlace &place, int direction,
                                                 qreal x) const
{
    const std::optional<QRectF> caret = caretAt(place);
    const SelectionPart *part = partOf(place);
    if (!caret || !part)
        return std::nullopt;
    const qreal y = direction > 0 ? caret->bottom() + 1 : caret->top() - 1;
    const QRectF own = rectOf(*part);
    if (part->document() && y > own.top() && y < own.bottom()) {
        const TextPlace to = placeIn(*part, {x, y});
        if (direction > 0 ? to > place : to < place)
            return to;
    }
    // The nearest text in that direction; of several side by side the one at `x`.
    const SelectionPart *best = nullptr;
    std::pair<qreal, qreal> least;
    for (const SelectionPart *other : m_controller->parts()) {
        if (!isShown(*other))
            continue;
        const QRectF rect = rectOf(*other);
        const qreal away = direction > 0 ? rect.top() - own.bottom() : own.top() - rect.bottom();
        if (away < -4 || other == part)
            continue;
        const std::pair<qreal, qreal> distance(away, outside(x, rect.left(), rect.right()));
        if (!best || distance < least) {
            best = other;
            least = distance;
        }
    }
    if (!best)
        return std::nullopt;
    const QRectF rect = rectOf(*best);
    return placeIn(*best, {x, direction > 0 ? rect.top() + 2 : rect.bottom() - 2});
}

TextGeometry::Sideways TextGeometry::sidewaysAt(const QPointF &point) const
{
    const SelectionPart *part = partAt(rowAt(point), point);
    QQuickItem *box = part ? part->item()->parentItem() : nullptr;
    while (box && box != m_view && !box->inherits("QQuickFlickable"))
        box = box->parentItem();
    if (!box || box == m_view)
        return {};
    const qreal x = box->mapFromItem(m_view, point).x();
    const qreal at = box->property("contentX").toReal();
    const qreal most = box->property("contentWidth").toReal() - box->width();
    if (x < 0 && at > 0)
        return {box, x};
    if (x > box->width() && at < most)
        return {box, x - box->width()};
    return {};
}

TextGeometry::Link TextGeometry::linkAt(const QPointF &point) const
{
    const SelectionPart *part = partAt(rowAt(point), point);
    if (!part || !part->document())
        return {};
    const QPointF local = part->item()->mapFromItem(m_view, point);
    QString url;
    if (QRectF({}, part->item()->size()).contains(local))
        QMetaObject::invokeMethod(part->item(), "linkAt", Q_RETURN_ARG(QString, url),
                                  Q_ARG(qreal, local.x()), Q_ARG(qreal, local.y()));
    return {url.startsWith(u"note:") ? QString() : url, part->item()};
}

} // namespace ponder
