#pragma once

#include "ui/TranscriptRows.h"

#include <QString>

namespace ponder {

/// The text of a row of the message list as a reader sees it, without a delegate: for selecting,
/// copying and finding in rows that are not built. A row is one or more cells (the cells of a table
/// in reading order, one for everything else); places in a cell are offsets in UTF-16 units into
/// its visible text, in which a formula and everything else that is no text is one object
/// character. BlockDocument::offsetAt() and positionOf() lead from there to the document of a
/// delegate.
class RowText
{
public:
    /// Nothing for what is no content: headers, footers, banners, placeholders. Of a tool call that
    /// is open: what it was given, and what it gave back.
    [[nodiscard]] static int cells(const RowContent &row);
    /// "" for a cell that is not there. Line ends are "\n".
    [[nodiscard]] static QString visible(const RowContent &row, int cell = 0);
    /// The same between two offsets with formulas as LaTeX in their delimiters and pictures as what
    /// stands in their place.
    [[nodiscard]] static QString source(const RowContent &row, int cell, qsizetype from,
                                        qsizetype to);

    /// What of `runs` is between two offsets into their visible text. `keepLineBreaks`: see
    /// TextSpanBuilder::build().
    [[nodiscard]] static InlineRuns cut(const InlineRuns &runs, bool keepLineBreaks, qsizetype from,
                                        qsizetype to);
    /// The runs of a cell, null where it is plain text (code) or no text at all.
    [[nodiscard]] static const InlineRuns *runs(const RowContent &row, int cell);
    /// Whether line ends of the source are shown as such in a row.
    [[nodiscard]] static bool keepsLineBreaks(const RowContent &row);
    /// Whether the row is one thing that has no text to select within: a rule, a picture, a formula
    /// on its own line.
    [[nodiscard]] static bool isAtomic(const RowContent &row);

    /// How many characters of the visible text a run is.
    [[nodiscard]] static qsizetype length(const InlineRuns &runs, size_t run, bool keepLineBreaks);
};

} // namespace ponder
