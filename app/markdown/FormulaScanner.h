#pragma once

#include <QStringView>

#include <array>
#include <optional>

namespace ponder {

/// Finds where a formula ends that begins at a place in markdown source.
class FormulaScanner
{
public:
    /// `partOfLine`: the source begins in the middle of a line with `quotes` quote marks.
    FormulaScanner(QStringView source, bool partOfLine, int quotes)
        : m_source(source), m_partOfLine(partOfLine), m_quotes(quotes)
    {}

    /// What was found at an opening delimiter.
    struct Found
    {
        qsizetype end = -1;   ///< behind the closing delimiter, −1 for no formula
        bool pending = false; ///< no formula yet: the text ends before it can be told
        int quotes = 0;       ///< quote marks that its further lines begin with
        bool open = false;    ///< no formula, but what comes next could still make it one
        /// Behind what would be a formula if its braces were closed; it is one, a broken one, where
        /// nothing more comes.
        qsizetype broken = -1;
    };

    /// `\(…\)`, `\[…\]` and `\begin{…}…\end{…}` at a backslash.
    [[nodiscard]] Found atBackslash(qsizetype i) const;
    /// `$…$` and `$$…$$` at a dollar sign.
    [[nodiscard]] Found atDollar(qsizetype i) const;
    /// The quote marks of the line that has a place in it.
    [[nodiscard]] int quotesBefore(qsizetype i) const;

private:
    [[nodiscard]] qsizetype lineEnd(qsizetype from) const;
    [[nodiscard]] Found inLine(qsizetype from, QStringView closer) const;
    /// A display formula may go on over lines, but only where it begins or ends a line of its own.
    [[nodiscard]] Found display(qsizetype begin, qsizetype from, QStringView closer) const;
    [[nodiscard]] Found overLines(qsizetype from, QStringView closer, int quotes) const;
    [[nodiscard]] qsizetype nextCloser(qsizetype from, QStringView closer) const;
    [[nodiscard]] Found environment(qsizetype i) const;
    /// The beginning of the line up to `i`; nothing when it is not in the source.
    [[nodiscard]] std::optional<QStringView> lineBefore(qsizetype i) const;
    /// The rule that keeps prices apart from formulas: no space inside the dollars, no digit after.
    [[nodiscard]] Found singleDollar(qsizetype from) const;

    QStringView m_source;
    bool m_partOfLine;
    int m_quotes;
    mutable std::array<qsizetype, 2> m_next{-1, -1}; ///< of `$$` and of `\]`
};

} // namespace ponder
