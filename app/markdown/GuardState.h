#pragma once

#include <QStringView>

namespace ponder {

/// Where guarding stands between two lines, or between two parts of a long paragraph: handed back,
/// it goes on from there exactly as if it had read everything before.
struct GuardState
{
    // What the paragraph has used up of what one may hold.
    qsizetype length = 0;
    qsizetype brackets = 0;
    qsizetype delimiters = 0;
    // The table that may be open.
    qsizetype columns = 0;
    qsizetype rows = 0;
    int quotes = 0;           ///< quote marks before the last line
    bool pipeLine = false;    ///< the last line holds a `|`
    bool listItems = false;   ///< the paragraph began as a list item
    bool inside = false;      ///< of a line: nothing can begin here but more of the paragraph
    bool lineBegins = false;  ///< `inside`, but a line of it begins
    qsizetype part = 0;       ///< `inside`: how long the open part of the paragraph is already
    qsizetype partMarkup = 0; ///< and how many formulas, pieces of code and links it has
    int fence = 0;            ///< in a fenced block of code: how long its fence is

    /// More than one paragraph may hold: it goes on as plain text.
    [[nodiscard]] bool isTooMuch() const;
    void setTooMuch();
    /// Counts characters, whatever they mean: a text has its limit at the same place as long as it
    /// grows, also where something that has begun is closed only later.
    void count(QStringView text);
    /// How much of `text`, which comes next, is not too much.
    [[nodiscard]] qsizetype room(QStringView text) const;
    bool operator==(const GuardState &) const = default;
};

} // namespace ponder
