#include "ui/FindMarks.h"

#include "ui/BlockDocument.h"
#include "ui/TextLines.h"

#include <algorithm>

namespace ponder {

namespace {

/// More in one text are not drawn: a single letter in a very long block of code.
constexpr size_t kMostMarks = 2000;
/// A mark reaches this far above and below the baseline, in sizes of the text.
constexpr qreal kAbove = 1.05;
constexpr qreal kBelow = 0.35;

} // namespace

FindMarks::FindMarks(const BlockDocument &document, FindController &find, QQuickItem &edit)
    : BehindText(document, edit), m_find(&find)
{
    connect(&find, &FindController::queryChanged, this, &QQuickItem::polish);
    connect(&find, &FindController::currentChanged, this, &QQuickItem::polish);
    connect(&find, &FindController::lookChanged, this, &QQuickItem::polish);
}

std::vector<FindMarks *> FindMarks::below(QQuickItem *row)
{
    std::vector<FindMarks *> found;
    const auto children = row->childItems();
    for (QQuickItem *child : children) {
        if (auto *marks = qobject_cast<FindMarks *>(child)) {
            found.push_back(marks);
        } else {
            const std::vector<FindMarks *> inside = below(child);
            found.insert(found.end(), inside.begin(), inside.end());
        }
    }
    return found;
}

QRectF FindMarks::currentArea()
{
    look();
    const auto mark =
        std::find_if(m_marks.begin(), m_marks.end(), [](const Mark &m) { return m.current; });
    return mark == m_marks.end() ? QRectF() : mark->area;
}

bool FindMarks::holdsCurrent(const FindController::Current &current) const
{
    if (current.row < 0)
        return false;
    QQuickItem *row = parentItem();
    while (row && !row->property("messageId").isValid())
        row = row->parentItem();
    if (!row || row->property("index").toInt() != current.row)
        return false;
    const std::vector<FindMarks *> all = below(row);
    const auto here = std::find(all.begin(), all.end(), this);
    return here - all.begin() == current.cell;
}

void FindMarks::look()
{
    m_marks.clear();
    if (!m_find || m_find->needle().isEmpty() || !parentItem())
        return;
    const std::vector<TextRange> found =
        FindText::matches(FindText::folded(m_document.searchText()), m_find->needle());
    if (found.empty())
        return;
    const FindController::Current current = m_find->current();
    const bool here = holdsCurrent(current);
    for (const TextRange &range : found) {
        const bool isCurrent = here && range.begin == current.begin;
        if (m_marks.size() < kMostMarks || isCurrent)
            addMarks(m_document.shownRange(range), isCurrent);
    }
}

/// One mark for each line that the range is on.
void FindMarks::addMarks(TextRange range, bool current)
{
    for (const QRectF &line :
         TextLines(m_document, parentItem()).rects(range, kAbove, kBelow, TextLines::High::Whole))
        m_marks.push_back({line, current});
}

std::vector<BehindText::Area> FindMarks::areas()
{
    look();
    std::vector<Area> areas;
    for (const Mark &mark : m_marks) {
        const QRectF rect = mark.area.toAlignedRect();
        if (mark.current)
            areas.push_back({rect.adjusted(-1, -1, 1, 1), m_find->currentLineColor()});
        areas.push_back({rect, mark.current ? m_find->currentColor() : m_find->markColor()});
    }
    return areas;
}

} // namespace ponder
