#pragma once

#include "ui/TextPlace.h"
#include "ui/TranscriptEntry.h"

#include <QString>

namespace ponder {

/// Moves over the text of a conversation by characters, words and cells, whether it is built as
/// delegates or not.
class TextSteps
{
public:
    explicit TextSteps(const TranscriptEntries &entries) : m_entries(entries) {}

    [[nodiscard]] TextPlace first() const;
    [[nodiscard]] TextPlace last() const;
    /// One character, as a reader counts them, forth (1) or back (−1).
    [[nodiscard]] TextPlace character(const TextPlace &from, int direction) const;
    /// To the end (1) or the beginning (−1) of a word.
    [[nodiscard]] TextPlace word(const TextPlace &from, int direction) const;
    /// The word that a place is in or before.
    [[nodiscard]] PlaceRange wordAt(const TextPlace &place) const;
    /// All of a paragraph, code block, cell …
    [[nodiscard]] PlaceRange cellAt(const TextPlace &place) const;
    /// The beginning of the next (1) or the end of the previous cell (−1); where there is none, the
    /// place itself.
    [[nodiscard]] TextPlace otherCell(const TextPlace &from, int direction) const;
    /// The nearest place that exists.
    [[nodiscard]] TextPlace clamped(const TextPlace &place) const;

private:
    [[nodiscard]] int cells(int row) const;
    [[nodiscard]] QString text(const TextPlace &place) const;
    [[nodiscard]] TextPlace endOf(int row, int cell) const;

    const TranscriptEntries &m_entries;
};

} // namespace ponder
