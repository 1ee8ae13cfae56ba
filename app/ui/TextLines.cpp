#include "ui/TextLines.h"

#include "ui/BlockDocument.h"
#include "ui/TextDirection.h"

#include <QAbstractTextDocumentLayout>
#include <QGlyphRun>
#include <QRawFont>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

namespace ponder {

namespace {

/// From left to right, in the coordinates of the line.
struct Stretch
{
    qreal left = 0;
    qreal right = 0;
};

Stretch between(qreal a, qreal b)
{
    return {std::min(a, b), std::max(a, b)};
}

/// Where carets would stand says little about a stretch of text among words of the other
/// direction: its first one may be at its end, and it may be in two places. So glyph by glyph.
std::vector<Stretch> stretches(const QTextBlock &block, const QTextLine &line, int from, int to)
{
    if (!hasRightToLeft(block.text()))
        return {between(line.cursorToX(from), line.cursorToX(to))};
    std::vector<Stretch> characters;
    const QList<QGlyphRun> runs = line.glyphRuns(from, to - from);
    for (const QGlyphRun &run : runs) {
        const QList<QPointF> places = run.positions();
        const QList<QPointF> advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes());
        for (qsizetype i = 0; i < std::min(places.size(), advances.size()); ++i)
            characters.push_back({places[i].x(), places[i].x() + advances[i].x()});
    }
    const QString text = block.text();
    for (int at = from; at < to; ++at) {
        if (text[at] == QChar::ObjectReplacementCharacter)
            characters.push_back(between(line.cursorToX(at), line.cursorToX(at + 1)));
    }
    std::sort(characters.begin(), characters.end(),
              [](const Stretch &a, const Stretch &b) { return a.left < b.left; });
    constexpr qreal kSpacing = 3; // of letters
    std::vector<Stretch> joined;
    for (const Stretch &next : characters) {
        if (joined.empty() || next.left > joined.back().right + kSpacing)
            joined.push_back(next);
        else
            joined.back().right = std::max(joined.back().right, next.right);
    }
    return joined;
}

} // namespace

std::vector<QRectF> TextLines::rects(TextRange range, qreal above, qreal below, High high) const
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
        const bool mayGrow =
            high == High::Whole && format.lineHeightType() == QTextBlockFormat::MinimumHeight;
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            const int from = std::max(int(range.begin) - block.position(), line.textStart());
            const int to =
                std::min(int(range.end) - block.position(), line.textStart() + line.textLength());
            if (from >= to)
                continue;
            const qreal baseline = line.y() + line.ascent();
            const bool tall = mayGrow && line.height() > format.lineHeight() + 1;
            const qreal y1 = tall ? line.y() : baseline - size * above;
            const qreal y2 = tall ? line.y() + line.height() : baseline + size * below;
            for (const Stretch &x : stretches(block, line, from, to))
                rects.push_back(
                    QRectF(QPointF(x.left, y1), QPointF(x.right, y2)).translated(corner));
        }
    }
    return rects;
}

} // namespace ponder
