#pragma once

#include "ui/TextPlace.h"
#include "ui/TranscriptEntry.h"

#include <QString>

#include <optional>
#include <vector>

namespace ponder {

/// A link, or the sign of a citation, in the visible text of a conversation (see RowText).
struct LinkPlace
{
    TextPlace begin;
    int end = 0;  ///< the offset behind it
    QString url;  ///< "note:…" where there is nothing to open: what is said of it
    QString text; ///< as it is read out

    bool operator==(const LinkPlace &) const = default;
};

/// Goes from link to link over a conversation, whether its rows are built as delegates or not.
class LinkSteps
{
public:
    explicit LinkSteps(const TranscriptEntries &entries) : m_entries(entries) {}

    /// The links of one row in reading order.
    [[nodiscard]] std::vector<LinkPlace> of(int row) const;
    [[nodiscard]] std::optional<LinkPlace> at(const TextPlace &place) const;
    /// The first link behind (1) or the last one before (−1) a place, within the rows given.
    [[nodiscard]] std::optional<LinkPlace> next(const TextPlace &from, int direction, int firstRow,
                                                int lastRow) const;

private:
    const TranscriptEntries &m_entries;
};

} // namespace ponder
