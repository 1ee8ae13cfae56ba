// The places in a paragraph where it is cut in parts, and where guarding can begin anew.

#include "markdown/CjkText.h"
#include "markdown/GuardMarks.h"
#include "markdown/LineGuard.h"

#include <utility>

namespace ponder {

namespace {

// They are noted so far apart.
constexpr qsizetype kStop = 16;

// Without a good place, a long paragraph is cut between any two letters behind the first of these,
// and at last anywhere.
constexpr qsizetype kPartInWord = 4'000;
constexpr qsizetype kPartAnywhere = 6'000;
/// A part has so many formulas, pieces of code and links at most, where it can be cut.
constexpr qsizetype kPartMarkup = 200;

/// What may mean something together with the character next to it.
bool isMarkup(QChar c)
{
    return QStringView(u"*_~`[]()<>$\\!&|:/@.#-+=").contains(c);
}

} // namespace

bool LineGuard::canPart() const
{
    if (m_at == 0)
        return false;
    const QChar c = m_source[m_at];
    const QChar before = m_source[m_at - 1];
    const qsizetype length = m_at - m_partFrom;
    const bool letter = c.isLetter() && !c.isSurrogate();
    const bool wordBegins = letter && (before == u' ' || isCjkPunctuation(before.unicode()));
    const bool inWord =
        length >= kPartInWord && letter && before.isLetter() && !before.isSurrogate();
    const bool anywhere = length >= kPartAnywhere && !c.isSpace() && !c.isLowSurrogate() &&
                          !isMarkup(c) && !before.isSpace() && !isMarkup(before);
    if (!wordBegins && !inWord && !anywhere)
        return false;
    return isBehindWord();
}

/// Within a line only: the parts put together are the paragraph.
bool LineGuard::isBehindWord() const
{
    qsizetype i = m_at - 1;
    while (i >= 0 && (m_source[i].isDigit() || QStringView(u" \t>-+*.)").contains(m_source[i])))
        --i;
    return i >= 0 && m_source[i] != u'\n';
}

void LineGuard::part()
{
    if (!m_mayPart)
        return;
    m_out.mark(guard::kPart, qsizetype(m_result.parts.size()));
    m_partFrom = m_at;
    m_partMarkup = 0;
    GuardState state = m_state;
    state.inside = true;
    state.lineQuotes = lineQuotes();
    m_result.parts.push_back({m_at, state});
}

/// Before a formula, code or a link. Where one follows the other there may never be a letter to cut
/// before, and each of them costs as much to lay out as a line of words.
void LineGuard::partBeforeMarkup()
{
    const qsizetype length = m_at - m_partFrom;
    if (m_at > 0 && (length >= kPartInWord || m_partMarkup >= kPartMarkup)) {
        const QChar before = m_source[m_at - 1];
        // Emphasis beside the cut would have another neighbour.
        const bool anywhere = length >= kPartAnywhere && !before.isSpace() &&
                              (!isMarkup(before) || before == u'`' || before == u'$');
        if ((before == u' ' || isCjkPunctuation(before.unicode()) || anywhere) && isBehindWord())
            part();
    }
    ++m_partMarkup;
}

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
    if ((wordBegins || (inWord && !isInEntity())) && !isInAddress() && isBehindWord())
        addStop(inWord, false, m_partFrom);
}

/// What follows an ampersand may be a letter by its name.
bool LineGuard::isInEntity() const
{
    constexpr qsizetype kLongest = 32;
    qsizetype i = m_at - 1;
    while (i > 0 && m_at - i < kLongest && (m_source[i].isLetterOrNumber() || m_source[i] == u'#'))
        --i;
    return i >= 0 && m_source[i] == u'&';
}

/// An address goes on up to a space, whatever stands in it.
bool LineGuard::isInAddress()
{
    for (; m_scanned < m_at; ++m_scanned) {
        const QChar c = m_source[m_scanned];
        const QStringView before = m_source.left(m_scanned + 1);
        if (m_inAddress)
            m_inAddress = !c.isSpace();
        else
            m_inAddress = (c == u'/' && before.endsWith(u"://")) ||
                          (c == u'.' && before.endsWith(u"www.", Qt::CaseInsensitive));
    }
    return m_inAddress;
}

/// Of the line that has m_at in it. A line may be long: only what is new of it is looked through.
int LineGuard::lineQuotes()
{
    const qsizetype from = std::exchange(m_quotesAt, m_at);
    if (from == 0 || from > m_at || m_source.mid(from - 1, m_at - from + 1).contains(u'\n'))
        m_lineQuotes = m_formulas.quotesBefore(m_at);
    return m_lineQuotes;
}

void LineGuard::addStop(bool inWord, bool lineBegins, qsizetype partFrom)
{
    GuardState state = m_state;
    state.inside = true;
    state.lineBegins = lineBegins;
    state.lineQuotes = lineQuotes();
    state.part = m_at - partFrom;
    state.partMarkup = m_partMarkup;
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
