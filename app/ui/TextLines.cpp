#include "ui/TextLines.h"

#include "ui/BlockDocument.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

namespace ponder {

std::vector<QRectF> TextLines::rects(TextRange range, qreal above, qreal below) const
{
    std::vector<QRectF> rects;
    if (!m_document.document())
        return rects;
    const QTextDocument &document = *m_document.document()->textDocument();
    const QAbstractTextDocumentLayout &layout = *document.documentLayout();
    QRectF first;
    QMetaObject::invokeMethod(m_edit, "positionToRectangle", Q_RETURN_ARG(QRectF, first),
                              Q_ARG(int, 0));
    const QTextBlock top = document.begin();
    if (top.layout()->lineCount() == 0)
        return rects;
    const QTextLine topLine = top.layout()->lineAt(0);
    const QPointF origin = first.topLeft() - layout.blockBoundingRect(top).topLeft() -
                           QPointF(topLine.cursorToX(0), topLine.y());
    const qreal size = m_document.pixelSize();
    for (QTextBlock block = document.findBlock(int(range.begin));
         block.isValid() && block.position() < range.end; block = block.next()) {
        const QPointF corner = origin + layout.blockBoundingRect(block).topLeft();
        const QTextBlockFormat format = block.blockFormat();
        const bool mayGrow = format.lineHeightType() == QTextBlockFormat::MinimumHeight;
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
            const bool tall = mayGrow && line.height() > format.lineHeight() + 1;
            const qreal y1 = tall ? line.y() : baseline - size * above;
            const qreal y2 = tall ? line.y() + line.height() : baseline + size * below;
            rects.push_back(QRectF(QPointF(std::min(x1, x2), y1), QPointF(std::max(x1, x2), y2))
                                .translated(corner));
        }
    }
    return rects;
}

} // namespace ponder
