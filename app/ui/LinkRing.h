#pragma once

#include "ui/BlockDocument.h"
#include "ui/FindText.h"

#include <QColor>
#include <QPointer>
#include <QQuickPaintedItem>
#include <QRectF>

#include <vector>

namespace ponder {

/// The focus ring around a stretch of text: a child of the TextEdit, so that it moves and goes with
/// it. A link that goes on in the next line has a ring on each.
class LinkRing : public QQuickPaintedItem
{
    Q_OBJECT

public:
    /// `from` and `to`: offsets into the visible text (see RowText).
    LinkRing(BlockDocument &document, QQuickItem &edit, int from, int to, const QColor &color);

    /// What the ring is around, in the coordinates of the TextEdit.
    [[nodiscard]] QRectF area();
    /// One rectangle a line.
    [[nodiscard]] const std::vector<QRectF> &lines() const { return m_lines; }

    void paint(QPainter *painter) override;

protected:
    void updatePolish() override;

private:
    void look();

    QPointer<BlockDocument> m_document;
    int m_from;
    int m_to;
    QColor m_color;
    std::vector<QRectF> m_lines;
};

} // namespace ponder
