// Fenced blocks of code, which the guard leaves as they are.

#include "markdown/LineGuard.h"
#include "markdown/SourceLines.h"

#include <utility>

namespace ponder {

/// Whether the line closes the block of code that may be open.
bool LineGuard::closesFence(QStringView line) const
{
    return m_state.fence > 0 &&
           SourceLines::closesFence(line, m_state.fenceMark, m_state.fence, m_state.fenceQuotes);
}

/// A line that opens or closes a block of code, or stands in one behind a blank line.
void LineGuard::fence(QStringView line)
{
    const bool closes = closesFence(line);
    m_state = closes ? GuardState() : m_state.fenceOnly();
    const bool opens = !closes && m_state.fence == 0;
    if (opens) {
        m_state.fence = SourceLines::fenceLength(line);
        m_state.fenceMark = line[SourceLines::contentBegin(line)].unicode();
        m_state.fenceQuotes = SourceLines::quotes(line);
    }
    copyTo(lineEnd(m_at));
    if (opens)
        copyFenced();
}

void LineGuard::copyFenced()
{
    m_state = m_state.fenceOnly();
    GuardState code = m_state;
    code.code = true;
    while (m_at < m_source.size() && m_state.fence > 0) {
        const QStringView line = lineAt(m_at);
        if (SourceLines::isBlank(line) || SourceLines::quotes(line) < m_state.fenceQuotes)
            break;
        GuardedText::Line &noted = m_result.lines.back();
        if (noted.offset == m_at) {
            noted.restarts = true;
            noted.state = code;
        }
        if (closesFence(line))
            m_state = {};
        copyFencedLine();
    }
}

/// Behind a blank line it may not be code after all: what would not be shown then is guarded.
void LineGuard::copyFencedLine()
{
    m_end = lineEnd(m_at);
    const auto nextMark = [this] {
        const qsizetype found = m_source.mid(m_at, m_end - m_at).indexOf(u"[^");
        return found < 0 ? m_end : m_at + found;
    };
    for (qsizetype mark = nextMark(); mark < m_end; mark = nextMark()) {
        copyTo(mark);
        if (!footnote())
            copyTo(mark + 2);
    }
    copyTo(m_end);
}

} // namespace ponder
