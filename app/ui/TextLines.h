#pragma once

#include "ui/FindText.h"

#include <QQuickItem>
#include <QRectF>

#include <vector>

namespace ponder {

class BlockDocument;

/// Where a stretch of a block's text stands, line by line, in the coordinates of its TextEdit: for
/// what is drawn behind or around text.
class TextLines
{
public:
    TextLines(const BlockDocument &document, QQuickItem *edit) : m_document(document), m_edit(edit)
    {}

    /// One rectangle a line, or several where the text runs in two directions, from `above` to
    /// `below` the baseline in sizes of the text; as high as the line where a formula makes it
    /// higher than the others. `range`: of the document.
    [[nodiscard]] std::vector<QRectF> rects(TextRange range, qreal above, qreal below) const;

private:
    const BlockDocument &m_document;
    QQuickItem *m_edit;
};

} // namespace ponder
