#include "ui/FindMarks.h"

#include "ui/BlockDocument.h"

#include <QAbstractTextDocumentLayout>
#include <QQuickWindow>
#include <QSGRectangleNode>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

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
    const QTextDocument &document = *m_document.document()->textDocument();
    const QAbstractTextDocumentLayout &layout = *document.documentLayout();
    QRectF first;
    QMetaObject::invokeMethod(parentItem(), "positionToRectangle", Q_RETURN_ARG(QRectF, first),
                              Q_ARG(int, 0));
    const QTextBlock top = document.begin();
    if (top.layout()->lineCount() == 0)
        return;
    const QTextLine topLine = top.layout()->lineAt(0);
    const QPointF origin = first.topLeft() - layout.blockBoundingRect(top).topLeft() -
                           QPointF(topLine.cursorToX(0), topLine.y());
    const qreal size = m_document.pixelSize();
    for (QTextBlock block = document.findBlock(int(range.begin));
         block.isValid() && block.position() < range.end; block = block.next()) {
        const QPointF corner = origin + layout.blockBoundingRect(block).topLeft();
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            const int from = std::max(int(range.begin) - block.position(), line.textStart());
            const int to =
                std::min(int(range.end) - block.position(), line.textStart() + line.textLength());
            if (from >= to)
                continue;
            const qreal x1 = line.cursorToX(from);
            const qreal x2 = line.cursorToX(to);
            const qreal baseline = line.y() + line.ascent();
            const bool tall = line.height() > size * 2; // a formula
            const qreal y1 = tall ? line.y() : baseline - size * kAbove;
            const qreal y2 = tall ? line.y() + line.height() : baseline + size * kBelow;
            m_marks.push_back({QRectF(QPointF(std::min(x1, x2), y1), QPointF(std::max(x1, x2), y2))
                                   .translated(corner),
                               current});
        }
    }
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
