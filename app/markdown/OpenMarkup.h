#pragma once

#include "markdown/Block.h"

#include <QFlags>
#include <QStringView>

namespace ponder {

/// What the beginning of a paragraph has opened and not closed. Read without it, the rest of the
/// paragraph is the same as long as nothing in there closes any of that.
struct OpenMarkup
{
    enum Mark : quint8 {
        Star = 1 << 0,
        Tilde = 1 << 1,
        Underscore = 1 << 2,
        Bracket = 1 << 3,
        Backtick = 1 << 4,
        Angle = 1 << 5,
        Target = 1 << 6, ///< `](`, which ends as a link or not
        Word = 1 << 7,   ///< a word that could turn out to be an address
    };
    Q_DECLARE_FLAGS(Marks, Mark)

    Marks marks;

    /// Adds what `runs`, the beginning of a paragraph or more of it, leave open.
    void add(const InlineRuns &runs);
    /// Whether more of the paragraph, `text`, may close something. `runs` are what it reads as
    /// without what is before it, `before` the character that stands there.
    [[nodiscard]] bool mayClose(QStringView text, const InlineRuns &runs,
                                QChar before = u' ') const;

    bool operator==(const OpenMarkup &) const = default;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(OpenMarkup::Marks)

} // namespace ponder
