#include "ui/FindMarks.h"

#include "ui/BlockDocument.h"
#include "ui/TextLines.h"

#include <QQuickWindow>
#include <QSGRectangleNode>
#include <QTextDocument>

#include <algorithm>
#include <memory>

namespace ponder {

namespace {

/// More in one text are not drawn: a single letter in a very long block of code.
constexpr size_t kMostMarks = 2000;
/// A mark reaches this far above and below the baseline, in sizes of the text.
constexpr qreal kAbove = 1.05;
constexpr qreal kBelow = 0.35;

} // namespace

FindMarks::FindMarks(const BlockDocument &document, FindController &find, QQuickItem &edit)
    : QQuickItem(&edit), m_document(document), m_find(&find)
{
    setFlag(ItemHasContents);
    setZ(-1); // behind the text
    const auto again = [this] { polish(); };
    connect(&find, &FindController::queryChanged, this, again);
    connect(&find, &FindController::currentChanged, this, again);
    connect(&find, &FindController::lookChanged, this, again);
    connect(&edit, &QQuickItem::widthChanged, this, again);
    connect(&edit, &QQuickItem::heightChanged, this, again);
    connect(document.document()->textDocument(), &QTextDocument::contentsChanged, this, again);
    polish();
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
    for (const QRectF &line : TextLines(m_document, parentItem()).rects(range, kAbove, kBelow))
        m_marks.push_back({line, current});
}

void FindMarks::updatePolish()
{
    look();
    update();
}

QSGNode *FindMarks::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    delete old;
    if (m_marks.empty() || !m_find)
        return nullptr;
    auto root = std::make_unique<QSGNode>();
    const auto add = [&](const QRectF &area, const QColor &color) {
        QSGRectangleNode *node = window()->createRectangleNode();
        node->setRect(area);
        node->setColor(color);
        node->setFlag(QSGNode::OwnedByParent);
        root->appendChildNode(node);
    };
    for (const Mark &mark : m_marks) {
        const QRectF area = mark.area.toAlignedRect();
        if (mark.current)
            add(area.adjusted(-1, -1, 1, 1), m_find->currentLineColor());
        add(area, mark.current ? m_find->currentColor() : m_find->markColor());
    }
    return root.release();
}

} // namespace ponder
