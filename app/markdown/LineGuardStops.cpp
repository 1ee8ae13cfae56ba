// The places in a paragraph where guarding can begin anew.

#include "markdown/CjkText.h"
#include "markdown/LineGuard.h"

namespace ponder {

namespace {

// They are noted so far apart; within a word, so far.
constexpr qsizetype kStop = 16;
constexpr qsizetype kStopInWord = 200;

} // namespace

/// A part of the paragraph that begins here is the same when it is read by itself, but for what
/// markup before it has opened.
void LineGuard::noteStop()
{
    const QChar before = m_source[m_at - 1];
    if (before == u'\n') {
        if (m_result.lines.back().offset == m_at && !m_openBackticks)
            addStop(false, true, m_partFrom);
        return;
    }
    if (m_at - m_stopFrom < kStop || m_at - m_partFrom >= kPartLength)
        return;
    const QChar c = m_source[m_at];
    // "www." makes an address only behind some characters.
    if (!c.isLetter() || c.isSurrogate() || (before != u' ' && c.toLower() == u'w'))
        return;
    const bool wordBegins = before == u' ' || isCjkPunctuation(before.unicode());
    const bool inWord = !wordBegins && m_at - m_stopFrom >= kStopInWord && before.isLetter() &&
                        !before.isSurrogate();
    if ((wordBegins || inWord) && !isInAddress() && isBehindWord())
        addStop(inWord, false, m_partFrom);
}

/// An address goes on up to a space, whatever stands in it.
bool LineGuard::isInAddress()
{
    for (; m_scanned < m_at; ++m_scanned) {
        const QStringView before = m_source.left(m_scanned + 1);
        if (before.back().isSpace())
            m_inAddress = false;
        else if (before.endsWith(u"://") || before.endsWith(u"www.", Qt::CaseInsensitive))
            m_inAddress = true;
    }
    return m_inAddress;
}

void LineGuard::addStop(bool inWord, bool lineBegins, qsizetype partFrom)
{
    GuardState state = m_state;
    state.inside = true;
    state.lineBegins = lineBegins;
    state.part = m_at - partFrom;
    m_result.stops.push_back({m_at, inWord, m_openBackticks, state});
    m_stopFrom = m_at;
}

/// Notes stops in plain text from here up to `end`.
void LineGuard::noteStopsIn(qsizetype end)
{
    const qsizetype begin = m_at;
    const qsizetype length = m_state.length;
    for (m_at = begin + 1; m_at < end; ++m_at) {
        m_state.length = length + m_at - begin;
        if (m_source[m_at - 1] != u'\n' && m_at - m_stopFrom >= kStopInWord)
            noteStop();
    }
    m_at = begin;
    m_state.length = length;
}

} // namespace ponder
