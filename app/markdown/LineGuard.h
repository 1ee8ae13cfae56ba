#pragma once

#include "markdown/FormulaScanner.h"
#include "markdown/GuardWriter.h"
#include "markdown/SourceGuard.h"

#include <array>

namespace ponder {

/// Guards a text, line by line and within a paragraph character by character (see SourceGuard).
class LineGuard
{
public:
    LineGuard(QStringView source, bool growing, const GuardState &state, GuardedText &result,
              bool noteStops)
        : m_source(source), m_growing(growing), m_noteStops(noteStops), m_state(state),
          m_result(result), m_formulas(source, state.inside && !state.lineBegins, state.lineQuotes),
          m_out(source, result)
    {}

    void run();

private:
    /// A long paragraph is cut at the first good place behind this.
    static constexpr qsizetype kPartLength = 3'000;
    /// So far apart stops are noted within a word.
    static constexpr qsizetype kStopInWord = 200;

    [[nodiscard]] QStringView lineAt(qsizetype from) const;
    [[nodiscard]] qsizetype lineEnd(qsizetype from) const;
    [[nodiscard]] qsizetype stretchEnd(qsizetype from) const;
    [[nodiscard]] bool closesFence(QStringView line) const;
    void fence(QStringView line);
    /// Copies the inside of a fenced block of code untouched, up to a blank line.
    void copyFenced();
    void copyFencedLine();
    void beginStretch();
    void guardStretch(qsizetype end);
    void countRows(qsizetype end);
    /// Handles what stands at m_at and goes on behind it.
    void step();
    void text();
    [[nodiscard]] qsizetype wordEnd() const;
    void codeSpan();
    [[nodiscard]] qsizetype closingBackticks(qsizetype from, qsizetype length) const;
    bool formula(const FormulaScanner::Found &found);
    bool footnote();
    bool picture();
    void delimiters();
    [[nodiscard]] bool canPart() const;
    void partBeforeMarkup();
    [[nodiscard]] bool isBehindWord() const;
    void part();
    void noteStop();
    [[nodiscard]] bool isInAddress();
    [[nodiscard]] bool isInEntity() const;
    [[nodiscard]] int lineQuotes();
    void addStop(bool inWord, bool lineBegins, qsizetype partFrom);
    void noteStopsIn(qsizetype end);
    /// The rest of the stretch as plain text.
    void verbatim();
    void copyTo(qsizetype end);
    /// Puts a token in the place of [m_at, to).
    void replace(qsizetype to, int quotes, GuardWriter::Token token);

    QStringView m_source;
    bool m_growing;
    bool m_noteStops;
    GuardState m_state;
    GuardedText &m_result;
    FormulaScanner m_formulas;
    GuardWriter m_out;
    qsizetype m_at = 0;
    qsizetype m_end = 0;        ///< of the stretch, or where it becomes too much
    qsizetype m_partFrom = 0;   ///< where the last part begins
    qsizetype m_partMarkup = 0; ///< formulas, code and links in it
    qsizetype m_stopFrom = 0;   ///< where the last stop is
    qsizetype m_uncounted = 0;  ///< of the last step: what at its end is not of the paragraph
    int m_lineQuotes = 0;       ///< of the line that has m_quotesAt in it
    qsizetype m_quotesAt = 0;
    qsizetype m_scanned = 0;              ///< up to here it is known whether
    bool m_openBackticks = false;         ///< the stretch has some that are not closed
    bool m_inAddress = false;             ///< a web address may go on
    bool m_mayPart = true;                ///< no formula could still begin before here
    std::array<bool, 32> m_noBackticks{}; ///< no closing run of this length is left
};

} // namespace ponder
