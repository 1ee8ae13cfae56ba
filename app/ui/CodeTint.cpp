#include "ui/CodeTint.h"

#include "ui/BlockDocument.h"
#include "ui/TextLines.h"

namespace ponder {

namespace {

// It reaches this far above and below the baseline, in sizes of the text.
constexpr qreal kAbove = 1.0;
constexpr qreal kBelow = 0.3;
/// And so far to the sides, in pixels: much less than the space around it.
constexpr qreal kBeside = 1;

/// A text with more code than that has none tinted: each piece takes a twentieth of a millisecond
/// whenever the text changes, and a hostile answer has hundreds in each of its parts.
constexpr size_t kMostPieces = 60;

} // namespace

std::vector<BehindText::Area> CodeTint::areas()
{
    std::vector<Area> areas;
    const std::vector<TextRange> pieces = m_document.inlineCode();
    if (pieces.size() > kMostPieces)
        return areas;
    const TextLines lines(m_document, parentItem());
    for (const TextRange &range : pieces) {
        for (const QRectF &rect : lines.rects(range, kAbove, kBelow, TextLines::High::AsOthers))
            areas.push_back(
                {rect.adjusted(-kBeside, 0, kBeside, 0), m_document.codeBackground(), true});
    }
    return areas;
}

} // namespace ponder
