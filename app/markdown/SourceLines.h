#pragma once

#include <QStringView>

namespace ponder {

/// What a line of markdown source looks like at its beginning, told without a parser: more lines
/// than really do are said to begin something.
class SourceLines
{
public:
    /// Behind the quote marks and list markers that the line begins with.
    [[nodiscard]] static qsizetype contentBegin(QStringView line);
    /// How many containers the line opens or goes on with, up to `most` + 1.
    [[nodiscard]] static int containers(QStringView line, int most);
    /// How many quote marks the line begins with.
    [[nodiscard]] static int quotes(QStringView line);
    /// Behind `count` quote marks, −1 when the line has fewer; they may be indented.
    [[nodiscard]] static qsizetype behindQuotes(QStringView line, int count);
    /// Nothing but spaces, tabs and quote marks.
    [[nodiscard]] static bool isBlank(QStringView line);
    /// Length of the run of backticks or tildes that opens or closes a fence, 0 for none.
    [[nodiscard]] static int fenceLength(QStringView line);
    /// Whether the line closes a block of code whose fence is `length` times `mark` and that stands
    /// in so many quotes.
    [[nodiscard]] static bool closesFence(QStringView line, QChar mark, int length, int quotes);
    [[nodiscard]] static bool isHeading(QStringView line);

    enum class Marker { None, Bullet, One, Number };
    /// The list marker that stands behind the quote marks; One may interrupt a paragraph.
    [[nodiscard]] static Marker marker(QStringView line);

    /// Whether the line may be the beginning of something else than the line before it, which had
    /// so many quote marks, and a `|` or none.
    [[nodiscard]] static bool beginsAnew(QStringView line, int quotesBefore, bool pipeBefore);

    /// Ordinary sentences, which do not stand in a formula. Stays true while the line grows.
    [[nodiscard]] static bool isProse(QStringView line);
};

} // namespace ponder
