#pragma once

#include "ui/TranscriptRows.h"

#include <QString>

#include <vector>

namespace ponder {

/// A stretch of a text, in UTF-16 units.
struct TextRange
{
    qsizetype begin = 0;
    qsizetype end = 0;

    bool operator==(const TextRange &) const = default;
};

/// What finding in a conversation compares: the visible text of a cell (see RowText) with formulas
/// as their source, folded so that case, width and typographic quotes make no difference. Folding
/// keeps the length, so places in the folded text are places in the text.
class FindText
{
public:
    [[nodiscard]] static QString folded(QStringView text);

    /// The text of a cell that is searched, not folded.
    [[nodiscard]] static QString searchable(const RowContent &row, int cell);
    [[nodiscard]] static QString searchable(const InlineRuns &runs, bool keepLineBreaks);

    /// Where `needle` occurs, from the left, without overlaps; both folded.
    [[nodiscard]] static std::vector<TextRange> matches(const QString &text, const QString &needle);

    /// A range of the searchable text as one of the visible text; part of a formula is all of it.
    [[nodiscard]] static TextRange visible(const InlineRuns &runs, bool keepLineBreaks,
                                           TextRange range);
};

} // namespace ponder
