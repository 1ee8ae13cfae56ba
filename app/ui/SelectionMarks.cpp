#include "ui/SelectionMarks.h"

#include "ui/BlockDocument.h"
#include "ui/TextLines.h"

#include <QFontMetricsF>

namespace ponder {

SelectionMarks::SelectionMarks(const BlockDocument &document, QQuickItem &edit)
    : BehindText(document, edit)
{
    setZ(-0.5); // in front of what else is behind the text
}

void SelectionMarks::setRange(TextRange range)
{
    m_range = range;
    polish();
}

std::vector<BehindText::Area> SelectionMarks::areas()
{
    // As high as what TextEdit draws behind words.
    const QFontMetricsF metrics(parentItem()->property("font").value<QFont>());
    const qreal size = m_document.pixelSize();
    std::vector<Area> areas;
    for (const QRectF &line : TextLines(m_document, parentItem())
                                  .rects(m_range, metrics.ascent() / size, metrics.descent() / size,
                                         TextLines::High::Whole))
        areas.push_back({line, m_document.selectionColor()});
    return areas;
}

} // namespace ponder
