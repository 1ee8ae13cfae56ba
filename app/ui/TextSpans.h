#pragma once

#include "markdown/Block.h"

#include <QString>

#include <vector>

namespace ponder {

/// A stretch of a block as it is drawn: runs, cut further where writing systems meet.
struct TextSpan
{
    /// Of the size of the text; a thin space is a fifth to a sixth of it.
    static constexpr qreal kThinSpace = 1.0 / 6;

    enum Flag : quint32 {
        Bold = 1 << 0,
        Italic = 1 << 1,
        Strike = 1 << 2,
        Code = 1 << 3,
        Link = 1 << 4,
        Wide = 1 << 5, ///< punctuation that takes its form from the Chinese font
        Spaced =
            1 << 6, ///< followed by the thin space between Han and Latin, which is not in the text
        Math = 1 << 7,    ///< a formula or another sign; `url` is its source
        Picture = 1 << 8, ///< one that is drawn: `text` is one object character
        Broken = 1 << 9,  ///< one that cannot be drawn
        Emoji = 1 << 10,  ///< a sign that asks for its coloured form: the emoji font comes first
        OneTooMany = 1 << 11, ///< one that is not drawn because there are so many of them
        Back = 1 << 12,       ///< a blank that leads back over `room`; not in the visible text
        Lowered = 1 << 13,
        Raised = 1 << 14,
        Underline = 1 << 15,
        Typed = 1 << 16, ///< in the font of code, without its ground
    };

    QString text;
    quint32 flags = 0;
    QString url;
    /// Of a Picture: right of it, in pixels. Qt breaks lines behind each picture; where something
    /// follows that belongs to it, as punctuation does, the picture is as much wider as that
    /// takes, and a blank of negative width (Back) stands between the two; of that: how wide what
    /// follows is.
    qreal room = 0;
    qreal height = 0; ///< of a sign beside formulas: the least of its picture, in pixels

    /// How many characters of the visible text (see RowText) it is.
    [[nodiscard]] qsizetype visibleSize() const
    {
        return flags & Back ? 0 : flags & Math ? 1 : text.size();
    }

    bool operator==(const TextSpan &) const = default;
};
using TextSpans = std::vector<TextSpan>;

/// Decides how runs are drawn (design, "Chinese and English"): thin space between Han and Latin,
/// quotation marks of the Chinese font in Chinese text, weight instead of slant for Han.
class TextSpanBuilder
{
public:
    /// `keepLineBreaks`: a line end of the source stays one; else it is a space, or nothing between
    /// Han.
    [[nodiscard]] static TextSpans build(const InlineRuns &runs, bool keepLineBreaks);

    /// The characters of build() with a formula as one object character and line ends as "\n".
    [[nodiscard]] static QString visibleText(const InlineRuns &runs, bool keepLineBreaks);
    /// Whether a line end of the source is drawn as a space; between Han it is nothing.
    [[nodiscard]] static bool softBreakIsSpace(const InlineRuns &runs, size_t run);

    /// Whether a text is mainly Chinese (or Japanese): it is set with more space between its lines.
    [[nodiscard]] static bool isCjk(const InlineRuns &runs);
};

} // namespace ponder
