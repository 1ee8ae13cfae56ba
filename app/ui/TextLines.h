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

    /// What becomes of lines that a formula makes higher than the others.
    enum class High { Whole, AsOthers };

    /// One rectangle a line, or several where the text runs in two directions, from `above` to
    /// `below` the baseline in sizes of the text. `range`: of the document.
    [[nodiscard]] std::vector<QRectF> rects(TextRange range, qreal above, qreal below,
                                            High high) const;

private:
    const BlockDocument &m_document;
    QQuickItem *m_edit;
};

} // namespace ponder
