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
    int lineQuotes = 0;       ///< `inside` a line: its quote marks, whatever they mean
    qsizetype part = 0;       ///< `inside`: how long the open part of the paragraph is already
    qsizetype partMarkup = 0; ///< and how many formulas, pieces of code and links it has
    // The fenced block of code that may be open.
    int fence = 0;          ///< how long its fence is; 0: there is none
    char16_t fenceMark = 0; ///< what it consists of
    int fenceQuotes = 0;    ///< and how many quotes the block stands in
    bool code = false;      ///< what comes next is code for sure: a blank line has not come yet

    /// More than one paragraph may hold: it goes on as plain text.
    [[nodiscard]] bool isTooMuch() const;
    void setTooMuch();
    /// Counts characters, whatever they mean: a text has its limit at the same place as long as it
    /// grows, also where something that has begun is closed only later.
    void count(QStringView text);
    /// How much of `text`, which comes next, is not too much. Pictures that are in it do not count.
    [[nodiscard]] qsizetype room(QStringView text) const;
    /// Of all that is noted, only the fence.
    [[nodiscard]] GuardState fenceOnly() const;
    bool operator==(const GuardState &) const = default;
};

} // namespace ponder
