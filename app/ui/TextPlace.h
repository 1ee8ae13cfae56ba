#pragma once

#include <compare>

namespace ponder {

/// Between two characters of the conversation: the row of the message list, the cell in it, and the
/// offset into its visible text (see RowText). Good until the rows change; see HeldPlace.
struct TextPlace
{
    int row = 0;
    int cell = 0;
    int offset = 0;

    auto operator<=>(const TextPlace &) const = default;

    [[nodiscard]] bool inSameCell(const TextPlace &other) const
    {
        return row == other.row && cell == other.cell;
    }
};

/// From one place to a later one.
struct PlaceRange
{
    TextPlace begin;
    TextPlace end;

    bool operator==(const PlaceRange &) const = default;
    [[nodiscard]] bool isEmpty() const { return begin == end; }
};

} // namespace ponder
