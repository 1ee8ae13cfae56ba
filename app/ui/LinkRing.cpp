#include "ui/LinkRing.h"

#include "ui/TextLines.h"

#include <QPainter>
#include <QTextDocument>

namespace ponder {

namespace {

constexpr qreal kGap = 2;
constexpr qreal kWidth = 2;
constexpr qreal kRadius = 5;
/// How far letters reach above and below the baseline, in sizes of the text.
constexpr qreal kAbove = 0.92;
constexpr qreal kBelow = 0.28;

} // namespace

LinkRing::LinkRing(BlockDocument &document, QQuickItem &edit, int from, int to, const QColor &color)
    : QQuickPaintedItem(&edit), m_document(&document), m_from(from), m_to(to), m_color(color)
{
    setParent(&edit);
    setAntialiasing(true);
    const auto again = [this] { polish(); };
    connect(&edit, &QQuickItem::widthChanged, this, again);
    connect(&edit, &QQuickItem::heightChanged, this, again);
    connect(&document, &BlockDocument::filled, this, again);
    connect(document.document()->textDocument(), &QTextDocument::contentsChanged, this, again);
    look();
}

void LinkRing::look()
{
    m_lines.clear();
    if (m_document && parentItem()) {
        const TextRange range{m_document->positionOf(m_from), m_document->positionOf(m_to)};
        m_lines = TextLines(*m_document, parentItem())
                      .rects(range, kAbove, kBelow, TextLines::High::Whole);
    }
    constexpr qreal room = kGap + kWidth + 1;
    const QRectF all = area().adjusted(-room, -room, room, room).toAlignedRect();
    setPosition(all.topLeft());
    setSize(all.size());
    update();
}

QRectF LinkRing::area()
{
    QRectF all;
    for (const QRectF &line : m_lines)
        all = all.united(line);
    return all;
}

void LinkRing::updatePolish()
{
    look();
}

void LinkRing::paint(QPainter *painter)
{
    painter->setPen(QPen(m_color, kWidth));
    constexpr qreal out = kGap + kWidth / 2;
    for (const QRectF &line : m_lines)
        painter->drawRoundedRect(
            QRectF(line.toAlignedRect()).adjusted(-out, -out, out, out).translated(-position()),
            kRadius, kRadius);
}

} // namespace ponder
