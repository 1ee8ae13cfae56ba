#pragma once

#include <QChar>

namespace ponder {

/// Follows Markdown just closely enough to know whether the current place is inside code: a fenced
/// block or an inline code span. Reads one character at a time and never looks ahead, so that it
/// can follow an answer that streams; an inline span therefore ends with its line at the latest.
class CodeTracker
{
public:
    void step(QChar c);
    [[nodiscard]] bool inCode() const { return m_fenceLength > 0 || m_inlineLength > 0; }

    /// Whether the next character would stand inside code if the line ended before it: after the
    /// fence that closes a block it does not.
    [[nodiscard]] bool inFenceAfterThisLine() const
    {
        CodeTracker next = *this;
        next.step(u'\n');
        return next.m_fenceLength > 0;
    }
    [[nodiscard]] bool inFence() const { return m_fenceLength > 0; }

private:
    void endRun();
    void endLine();

    QChar m_runChar; ///< the backtick or tilde of the run being read
    int m_runLength = 0;
    bool m_runAtLineStart = false;
    QChar m_fenceChar;
    int m_fenceLength = 0;      ///< 0: not in a fenced block
    int m_inlineLength = 0;     ///< 0: not in a code span
    bool m_inFenceInfo = false; ///< still on the line that opened the fence
    bool m_fenceCloses = false; ///< the line closes the fence if nothing but white space follows
    bool m_atLineStart = true;
    bool m_escaped = false; ///< the character before was a backslash
};

} // namespace ponder
