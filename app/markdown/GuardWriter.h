#pragma once

#include "markdown/SourceGuard.h"

namespace ponder {

/// Writes guarded text: copies the source, and puts tokens and marks into it (see GuardMarks).
class GuardWriter
{
public:
    /// What a token stands for.
    enum class Token { Formula, OpenFormula, TooMuch, Picture };

    GuardWriter(QStringView source, GuardedText &result) : m_source(source), m_result(result)
    {
        m_text.reserve(source.size() + source.size() / 16);
    }

    [[nodiscard]] const QString &text() const { return m_text; }

    /// One character of the source; notes where lines begin.
    void copy(qsizetype i);
    /// Several, as long as they are nothing special; returns behind the last one of them.
    qsizetype copyPlain(qsizetype from, qsizetype end);
    /// A token in the place of [from, to). Its further lines lose `quotes` quote marks.
    void replace(qsizetype from, qsizetype to, int quotes, Token token);
    void mark(char16_t begin, qsizetype index);
    /// Something that is neither space nor punctuation.
    void filler();
    /// Ends a word, as an address that would go on.
    void wordEnd();
    /// Ends what is open; the line at `offset` of the source follows.
    void blankLine(qsizetype offset);

private:
    QStringView m_source;
    GuardedText &m_result;
    QString m_text;
};

} // namespace ponder
