#include "markdown/LineGuard.h"

#include "base/PictureData.h"
#include "markdown/CjkText.h"
#include "markdown/GuardMarks.h"
#include "markdown/SourceLines.h"

#include <algorithm>
#include <utility>

namespace ponder {

using namespace guard;

namespace {

// Beyond one of these, what follows is text.
constexpr int kMaxContainers = 48;
constexpr qsizetype kMaxColumns = 400;
constexpr qsizetype kMaxTableCells = 100'000;
/// The name of a footnote.
constexpr qsizetype kLongestFootnote = 60;

bool isPunctuation(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x80)
        return (u >= 0x21 && u <= 0x2f) || (u >= 0x3a && u <= 0x40) || (u >= 0x5b && u <= 0x60) ||
               (u >= 0x7b && u <= 0x7e);
    return c.isPunct();
}

constexpr bool isWordLetter(char16_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
           (isCjkLetter(c) && !QChar::isSurrogate(c));
}

} // namespace

void LineGuard::run()
{
    m_result.lines.push_back({0, false, {}});
    if (m_state.code && !m_source.isEmpty())
        copyFenced();
    else if (m_state.inside && !m_source.isEmpty())
        guardStretch(stretchEnd(0));
    while (m_at < m_source.size()) {
        m_state.inside = false;
        const QStringView line = lineAt(m_at);
        if (SourceLines::quotes(line) < m_state.fenceQuotes)
            m_state.fence = m_state.fenceQuotes = 0; // code ends with the quote that it stands in
        if (SourceLines::isBlank(line)) {
            m_state = m_state.fenceOnly();
            m_state.quotes = SourceLines::quotes(line);
            copyTo(lineEnd(m_at));
            continue;
        }
        // Behind a formula that ends within a line, nothing begins.
        if (m_result.lines.back().offset == m_at) {
            m_result.lines.back().restarts = true;
            m_result.lines.back().state = m_state;
            beginStretch();
        }
        if (SourceLines::fenceLength(line) > 0) {
            fence(line);
        } else {
            guardStretch(stretchEnd(m_at));
        }
    }
    m_result.fence = m_state.fenceOnly();
    m_result.utf8 = m_out.text().toUtf8();
}

qsizetype LineGuard::lineEnd(qsizetype from) const
{
    const qsizetype end = m_source.indexOf(u'\n', from);
    return end < 0 ? m_source.size() : end + 1;
}

QStringView LineGuard::lineAt(qsizetype from) const
{
    QStringView line = m_source.mid(from, lineEnd(from) - from);
    if (line.endsWith(u'\n'))
        line.chop(1);
    return line;
}

/// The stretch that the line at `from` begins goes on to here.
qsizetype LineGuard::stretchEnd(qsizetype from) const
{
    const QStringView first = lineAt(from);
    // The beginning of a line that is not here is known by what was noted of it.
    const bool partOfLine = m_state.inside && from == 0;
    const int quotes = partOfLine ? m_state.quotes : SourceLines::quotes(first);
    bool pipe = first.contains(u'|') || (partOfLine && m_state.pipeLine);
    qsizetype end = lineEnd(from);
    while (end < m_source.size() && !SourceLines::beginsAnew(lineAt(end), quotes, pipe)) {
        pipe = false;
        end = lineEnd(end);
    }
    return end;
}

/// Settles what the stretch that begins here has behind it.
void LineGuard::beginStretch()
{
    const QStringView line = lineAt(m_at);
    const SourceLines::Marker marker = SourceLines::marker(line);
    const int quotes = SourceLines::quotes(line);
    const bool pipe = line.contains(u'|');
    // A number other than 1 does not interrupt a paragraph.
    const bool item =
        marker == SourceLines::Marker::Bullet || marker == SourceLines::Marker::One ||
        (marker == SourceLines::Marker::Number && (m_state.listItems || m_state.length == 0));
    if (item || SourceLines::isHeading(line) || quotes != m_state.quotes || pipe ||
        m_state.pipeLine) {
        m_state.length = 0;
        m_state.brackets = 0;
        m_state.delimiters = 0;
        m_state.listItems = item;
    }
    if (pipe && m_state.columns == 0) {
        m_state.columns = line.count(u'|') + 1;
        m_state.rows = 0;
    }
    m_state.quotes = quotes;
    m_state.pipeLine = pipe;
}

void LineGuard::guardStretch(qsizetype end)
{
    m_noBackticks.fill(false);
    m_openBackticks = false;
    m_partFrom = m_at - std::exchange(m_state.part, 0);
    m_partMarkup = std::exchange(m_state.partMarkup, 0);
    m_stopFrom = m_at;
    const qsizetype begin = m_at;
    if (!m_state.inside) {
        if (m_result.lines.back().offset == m_at &&
            SourceLines::containers(lineAt(m_at), kMaxContainers) > kMaxContainers)
            m_state.setTooMuch();
        if (m_state.columns > 0)
            countRows(end);
        else if (m_state.columns < 0)
            m_state.setTooMuch();
    }
    m_end = m_at + m_state.room(m_source.mid(m_at, end - m_at));
    while (m_at < m_end) {
        if (m_noteStops && m_mayPart && m_at > begin)
            noteStop();
        const qsizetype from = m_at;
        step();
        m_state.count(m_source.mid(from, m_at - from - std::exchange(m_uncounted, 0)));
    }
    m_end = end;
    if (m_at < m_end) {
        if (m_at > begin && !m_source[m_at - 1].isSpace())
            m_out.wordEnd();
        verbatim();
    }
    m_state.inside = false;
    m_state.lineBegins = false;
}

/// A table that would take too many cells ends; what is left of it is text.
void LineGuard::countRows(qsizetype end)
{
    m_state.rows += m_source.mid(m_at, end - m_at).count(u'\n');
    const bool tooMany = m_state.columns * m_state.rows > kMaxTableCells;
    if (tooMany) {
        m_out.blankLine(m_at);
    }
    if (tooMany || m_state.columns > kMaxColumns) {
        m_state.columns = -1;
        m_state.setTooMuch();
    }
}

void LineGuard::step()
{
    switch (m_source[m_at].unicode()) {
    case u'`':
        codeSpan();
        break;
    case u'\\':
        if (formula(m_formulas.atBackslash(m_at)))
            break;
        copyTo(m_at + (m_at + 1 < m_end && m_source[m_at + 1] != u'\n' ? 2 : 1));
        break;
    case u'$':
        if (!formula(m_formulas.atDollar(m_at)))
            copyTo(m_at + (m_at + 1 < m_end && m_source[m_at + 1] == u'$' ? 2 : 1));
        break;
    case u'*':
    case u'~':
        delimiters();
        break;
    case u'[':
        partBeforeMarkup();
        if (footnote())
            break;
        [[fallthrough]];
    case u'<':
    case u'_':
    case u'&':
        copyTo(m_at + 1);
        break;
    case u'(':
        if (picture())
            break;
        [[fallthrough]];
    default:
        text();
        break;
    }
}

void LineGuard::text()
{
    if (m_at - m_partFrom >= kPartLength && canPart())
        part();
    copyTo(wordEnd());
}

/// Letters that follow a letter mean nothing by themselves: up to where one may be the place of a
/// cut, of a stop or of the paragraph's end, they are copied at once.
qsizetype LineGuard::wordEnd() const
{
    qsizetype end = std::min(m_end, m_partFrom + kPartLength);
    if (m_noteStops)
        end = std::min(end, m_stopFrom + kStopInWord);
    qsizetype at = m_at;
    while (at < end && isWordLetter(m_source[at].unicode()))
        ++at;
    return std::max(at, m_at + 1);
}

void LineGuard::codeSpan()
{
    qsizetype after = m_at;
    while (after < m_end && m_source[after] == u'`')
        ++after;
    const qsizetype length = after - m_at;
    partBeforeMarkup();
    // No fence, as a backtick follows; cmark must not take it for one where a formula holds that.
    const QStringView before =
        m_source.mid(m_result.lines.back().offset).chopped(m_source.size() - m_at);
    if (length >= 3 && SourceLines::contentBegin(before) == before.size())
        m_out.filler();
    qsizetype stop = after;
    const auto slot = size_t(std::min<qsizetype>(length, qsizetype(m_noBackticks.size()) - 1));
    if (!m_noBackticks[slot]) {
        const qsizetype close = closingBackticks(after, length);
        if (close > 0)
            stop = close;
        else
            m_noBackticks[slot] = true;
    }
    if (stop == after)
        m_openBackticks = true;
    copyTo(stop);
}

qsizetype LineGuard::closingBackticks(qsizetype from, qsizetype length) const
{
    for (qsizetype i = from; i < m_end;) {
        if (m_source[i] != u'`') {
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < m_end && m_source[end] == u'`')
            ++end;
        if (end - i == length)
            return end;
        i = end;
    }
    return -1;
}

bool LineGuard::formula(const FormulaScanner::Found &found)
{
    const bool pending = found.pending && m_growing;
    const qsizetype end = found.end > 0 || pending ? found.end : found.broken;
    if (end > 0 || pending)
        partBeforeMarkup();
    if (found.end < 0 && !pending)
        m_mayPart = m_mayPart && !found.open;
    if (end > 0)
        replace(end, found.quotes, GuardWriter::Token::Formula);
    else if (pending) // the line end stays one: it may turn out to be of code
        replace(m_source.size() - (m_source.endsWith(u'\n') ? 1 : 0), found.quotes,
                GuardWriter::Token::OpenFormula);
    else
        return false;
    return true;
}

/// The text of a footnote, "[^1]: …", would be taken for the definition of a link and not be shown.
bool LineGuard::footnote()
{
    qsizetype end = m_at + 1;
    if (end >= m_end || m_source[end] != u'^')
        return false;
    do
        ++end;
    while (end < m_end && end - m_at <= kLongestFootnote &&
           (m_source[end].isLetterOrNumber() || m_source[end] == u'-' || m_source[end] == u'_'));
    if (end + 1 >= m_end || m_source[end] != u']' || m_source[end + 1] != u':')
        return false;
    copyTo(end + 1);
    m_out.filler();
    return true;
}

bool LineGuard::picture()
{
    const qsizetype end = PictureData::end(m_source, m_at);
    if (end < 0)
        return false;
    copyTo(m_at + 1);
    m_uncounted = end - m_at;
    replace(end, 0, GuardWriter::Token::Picture);
    m_result.inPicture = end == m_source.size();
    return true;
}

void LineGuard::delimiters()
{
    const QChar mark = m_source[m_at];
    qsizetype after = m_at;
    while (after < m_end && m_source[after] == mark)
        ++after;
    const QChar before = m_at == 0 ? QChar(u'\n') : m_source[m_at - 1];
    const QChar next = after >= m_source.size() ? QChar(u'\n') : m_source[after];
    const bool strong = after - m_at >= 2;
    const auto joins = [strong](QChar punctuation, QChar other) {
        return isCjkLetter(other.unicode()) || (strong && isCjkPunctuation(punctuation.unicode()));
    };
    const bool beforePlain = !before.isSpace() && !isPunctuation(before);
    const bool nextPlain = !next.isSpace() && !isPunctuation(next);
    if (isPunctuation(before) && nextPlain && joins(before, next))
        m_out.filler();
    copyTo(after);
    if (isPunctuation(next) && beforePlain && joins(next, before))
        m_out.filler();
}

void LineGuard::verbatim()
{
    const bool lineEnds = m_source[m_end - 1] == u'\n';
    const qsizetype end = m_end - (lineEnds ? 1 : 0);
    while (m_at < end) {
        // What the open part has already counts.
        qsizetype to = std::min(end, std::max(m_partFrom + kPartLength, m_at + 1));
        if (to < m_source.size() && m_source[to].isLowSurrogate())
            to += to > m_at + 1 ? -1 : 1;
        if (m_noteStops && m_mayPart)
            noteStopsIn(to);
        m_partFrom = to;
        const qsizetype from = m_at;
        replace(to, 0, GuardWriter::Token::TooMuch);
        m_state.length += m_at - from;
        if (m_at < end)
            part();
    }
    copyTo(m_end);
}

void LineGuard::copyTo(qsizetype end)
{
    while ((m_at = m_out.copyPlain(m_at, end)) < end)
        m_out.copy(m_at++);
}

void LineGuard::replace(qsizetype to, int quotes, GuardWriter::Token token)
{
    m_out.replace(m_at, to, quotes, token);
    m_at = to;
}

} // namespace ponder
