#include "wire/CodeTracker.h"

namespace ponder {

namespace {

constexpr int kFenceLength = 3;

/// Characters that may stand before a fence on its line: indentation, quote and list markers.
bool mayPrecedeFence(QChar c)
{
    switch (c.unicode()) {
    case u' ':
    case u'\t':
    case u'>':
    case u'-':
    case u'*':
    case u'+':
    case u'.':
    case u')':
        return true;
    default:
        return c >= u'0' && c <= u'9';
    }
}

} // namespace

void CodeTracker::step(QChar c)
{
    const bool escaped = m_escaped && !inCode();
    m_escaped = c == u'\\' && !escaped;
    const bool fenceLike = c == u'`' || c == u'~';
    if (fenceLike && !(escaped && c == u'`')) {
        if (m_runLength > 0 && m_runChar != c)
            endRun();
        if (m_runLength == 0) {
            m_runChar = c;
            m_runAtLineStart = m_atLineStart;
        }
        ++m_runLength;
        m_atLineStart = false;
        return;
    }
    if (m_runLength > 0)
        endRun();
    if (c == u'\n') {
        endLine();
        return;
    }
    if (!c.isSpace())
        m_fenceCloses = false;
    if (m_atLineStart && !mayPrecedeFence(c))
        m_atLineStart = false;
}

void CodeTracker::endRun()
{
    const int length = m_runLength;
    m_runLength = 0;
    if (m_fenceLength > 0 && m_inFenceInfo && m_runChar == u'`' && m_fenceChar == u'`') {
        // A backtick on the line of an opening fence: it was a code span, and this may close it.
        m_inlineLength = m_fenceLength == length ? 0 : m_fenceLength;
        m_fenceLength = 0;
        m_inFenceInfo = false;
        return;
    }
    if (m_fenceLength > 0) {
        m_fenceCloses = m_runAtLineStart && m_runChar == m_fenceChar && length >= m_fenceLength;
        return;
    }
    if (m_inlineLength > 0) {
        if (m_runChar == u'`' && length == m_inlineLength)
            m_inlineLength = 0;
        return;
    }
    if (length >= kFenceLength && m_runAtLineStart) {
        m_fenceChar = m_runChar;
        m_fenceLength = length;
        m_inFenceInfo = true;
    } else if (m_runChar == u'`') {
        m_inlineLength = length;
    }
}

void CodeTracker::endLine()
{
    if (m_fenceCloses)
        m_fenceLength = 0;
    m_fenceCloses = false;
    m_inFenceInfo = false;
    m_inlineLength = 0;
    m_atLineStart = true;
}

} // namespace ponder
