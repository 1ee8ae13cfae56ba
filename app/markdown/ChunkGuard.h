#pragma once

#include "markdown/SourceGuard.h"

#include <array>

namespace ponder {

/// Guards one stretch between blank lines.
class ChunkGuard
{
public:
    ChunkGuard(QStringView chunk, qsizetype offset, QString &out, GuardedText &result)
        : m_chunk(chunk), m_offset(offset), m_out(out), m_result(result)
    {}

    void run();

private:
    [[nodiscard]] qsizetype lineEnd(qsizetype from) const;
    [[nodiscard]] QStringView lineAt(qsizetype from) const;
    /// Where the next line that opens a code fence begins, else the end.
    [[nodiscard]] qsizetype nextFence(qsizetype from) const;
    /// Copies a fenced block of code untouched; returns what follows it.
    qsizetype copyFenced(qsizetype from);
    void guardText(qsizetype from, qsizetype end);
    /// Handles what stands at `i`; returns where to go on.
    qsizetype step(qsizetype i);
    qsizetype codeSpan(qsizetype i);
    [[nodiscard]] qsizetype closingBackticks(qsizetype from, qsizetype length) const;
    qsizetype backslash(qsizetype i);
    /// Where the formula environment that begins at `i` ends, −1 if none does.
    [[nodiscard]] qsizetype environmentEnd(qsizetype i) const;
    qsizetype dollar(qsizetype i);
    /// The rule that keeps prices apart from formulas: no space inside the dollars, no digit after.
    [[nodiscard]] qsizetype closingDollar(qsizetype from) const;
    [[nodiscard]] qsizetype findInLine(qsizetype from, QStringView closer) const;
    /// A display formula may go on over lines, but only where it begins a line of its own.
    qsizetype findDisplay(qsizetype begin, qsizetype from, QStringView closer);
    qsizetype delimiters(qsizetype i);
    void copy(qsizetype i);
    /// Puts a token in the place of [from, to).
    void replace(qsizetype from, qsizetype to);

    QStringView m_chunk;
    qsizetype m_offset;
    QString &m_out;
    GuardedText &m_result;
    qsizetype m_end = 0;
    std::array<bool, 32> m_noBackticks{}; ///< no closing run of this length is left
    std::array<bool, 2> m_noDisplay{};    ///< no "$$", no "\]" is left
};

} // namespace ponder
