#include "markdown/ChunkGuard.h"

#include "markdown/CjkText.h"
#include "markdown/GuardMarks.h"
#include "markdown/TextHardness.h"

#include <algorithm>

namespace ponder {

using namespace guard;

namespace {

constexpr qsizetype kMaxFormula = 4000;

/// Length of the run of backticks or tildes that begins a line, 0 when it is no fence.
int fenceLength(QStringView line)
{
    qsizetype i = 0;
    while (i < line.size() && (line[i] == u' ' || line[i] == u'\t' || line[i] == u'>'))
        ++i;
    if (i >= line.size() || (line[i] != u'`' && line[i] != u'~'))
        return 0;
    const QChar mark = line[i];
    int length = 0;
    while (i < line.size() && line[i] == mark) {
        ++i;
        ++length;
    }
    if (length < 3 || (mark == u'`' && line.mid(i).contains(u'`')))
        return 0;
    return length;
}

bool isPunctuation(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x80)
        return (u >= 0x21 && u <= 0x2f) || (u >= 0x3a && u <= 0x40) || (u >= 0x5b && u <= 0x60) ||
               (u >= 0x7b && u <= 0x7e);
    return c.isPunct();
}

} // namespace

void ChunkGuard::run()
{
    qsizetype from = 0;
    while (from < m_chunk.size()) {
        const qsizetype fence = nextFence(from);
        guardText(from, fence);
        from = copyFenced(fence);
    }
}

qsizetype ChunkGuard::lineEnd(qsizetype from) const
{
    const qsizetype end = m_chunk.indexOf(u'\n', from);
    return end < 0 ? m_chunk.size() : end + 1;
}

QStringView ChunkGuard::lineAt(qsizetype from) const
{
    QStringView line = m_chunk.mid(from, lineEnd(from) - from);
    if (line.endsWith(u'\n'))
        line.chop(1);
    return line;
}

qsizetype ChunkGuard::nextFence(qsizetype from) const
{
    while (from < m_chunk.size() && fenceLength(lineAt(from)) == 0)
        from = lineEnd(from);
    return from;
}

qsizetype ChunkGuard::copyFenced(qsizetype from)
{
    if (from >= m_chunk.size())
        return from;
    const int length = fenceLength(lineAt(from));
    qsizetype end = lineEnd(from);
    bool closed = false;
    while (end < m_chunk.size() && !closed) {
        closed = fenceLength(lineAt(end)) >= length;
        end = lineEnd(end);
    }
    for (qsizetype i = from; i < end; ++i)
        copy(i);
    return end;
}

void ChunkGuard::guardText(qsizetype from, qsizetype end)
{
    if (from >= end)
        return;
    if (isTooHard(m_chunk.mid(from, end - from))) {
        const bool lineEnds = m_chunk[end - 1] == u'\n';
        replace(from, end - (lineEnds ? 1 : 0));
        if (lineEnds)
            copy(end - 1);
        return;
    }
    m_end = end;
    m_noBackticks.fill(false);
    m_noDisplay = {};
    qsizetype i = from;
    while (i < end)
        i = step(i);
}

qsizetype ChunkGuard::step(qsizetype i)
{
    switch (m_chunk[i].unicode()) {
    case u'`':
        return codeSpan(i);
    case u'\\':
        return backslash(i);
    case u'$':
        return dollar(i);
    case u'*':
    case u'~':
        return delimiters(i);
    default:
        copy(i);
        return i + 1;
    }
}

qsizetype ChunkGuard::codeSpan(qsizetype i)
{
    qsizetype after = i;
    while (after < m_end && m_chunk[after] == u'`')
        ++after;
    const qsizetype length = after - i;
    qsizetype stop = after;
    const auto slot = size_t(std::min<qsizetype>(length, qsizetype(m_noBackticks.size()) - 1));
    if (!m_noBackticks[slot]) {
        const qsizetype close = closingBackticks(after, length);
        if (close > 0)
            stop = close;
        else
            m_noBackticks[slot] = true;
    }
    for (qsizetype k = i; k < stop; ++k)
        copy(k);
    return stop;
}

qsizetype ChunkGuard::closingBackticks(qsizetype from, qsizetype length) const
{
    for (qsizetype i = from; i < m_end;) {
        if (m_chunk[i] != u'`') {
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < m_end && m_chunk[end] == u'`')
            ++end;
        if (end - i == length)
            return end;
        i = end;
    }
    return -1;
}

qsizetype ChunkGuard::backslash(qsizetype i)
{
    if (i + 1 < m_end) {
        const QChar next = m_chunk[i + 1];
        qsizetype close = -1;
        if (next == u'(')
            close = findInLine(i + 2, u"\\)");
        else if (next == u'[')
            close = findDisplay(i, i + 2, u"\\]");
        if (close > i + 2) {
            replace(i, close + 2);
            return close + 2;
        }
        if (const qsizetype end = environmentEnd(i); end > 0) {
            replace(i, end);
            return end;
        }
        if (next != u'\n') {
            copy(i);
            copy(i + 1);
            return i + 2;
        }
    }
    copy(i);
    return i + 1;
}

qsizetype ChunkGuard::environmentEnd(qsizetype i) const
{
    constexpr QStringView begin = u"\\begin{";
    if (!m_chunk.mid(i, m_end - i).startsWith(begin))
        return -1;
    const qsizetype nameBegin = i + begin.size();
    const qsizetype nameEnd =
        m_chunk.left(std::min(m_end, nameBegin + 16)).indexOf(u'}', nameBegin);
    if (nameEnd < 0)
        return -1;
    QStringView name = m_chunk.mid(nameBegin, nameEnd - nameBegin);
    static const QStringList kNames{
        QStringLiteral("align"),    QStringLiteral("equation"), QStringLiteral("gather"),
        QStringLiteral("multline"), QStringLiteral("alignat"),  QStringLiteral("eqnarray"),
        QStringLiteral("cases"),    QStringLiteral("matrix"),   QStringLiteral("pmatrix"),
        QStringLiteral("bmatrix"),  QStringLiteral("vmatrix"),  QStringLiteral("aligned"),
        QStringLiteral("gathered"), QStringLiteral("array")};
    const QStringView plain = name.endsWith(u'*') ? name.chopped(1) : name;
    if (!kNames.contains(plain))
        return -1;
    const QString closer = QStringLiteral("\\end{%1}").arg(name);
    const qsizetype at =
        m_chunk.left(std::min(m_end, nameEnd + kMaxFormula)).indexOf(closer, nameEnd);
    return at < 0 ? -1 : at + closer.size();
}

qsizetype ChunkGuard::dollar(qsizetype i)
{
    const bool display = i + 1 < m_end && m_chunk[i + 1] == u'$';
    const qsizetype close = display ? findDisplay(i, i + 2, u"$$") : closingDollar(i + 1);
    const qsizetype width = display ? 2 : 1;
    if (close > i + width) {
        replace(i, close + width);
        return close + width;
    }
    for (qsizetype k = 0; k < width; ++k)
        copy(i + k);
    return i + width;
}

qsizetype ChunkGuard::closingDollar(qsizetype from) const
{
    if (from >= m_end || m_chunk[from].isSpace())
        return -1;
    const qsizetype limit = std::min(m_end, from + kMaxFormula);
    for (qsizetype i = from; i < limit; ++i) {
        const QChar c = m_chunk[i];
        if (c == u'\n' || c == u'`')
            return -1;
        if (c == u'\\') {
            ++i;
            continue;
        }
        if (c != u'$')
            continue;
        const bool digitFollows = i + 1 < m_end && m_chunk[i + 1].isDigit();
        return !digitFollows && !m_chunk[i - 1].isSpace() ? i : -1;
    }
    return -1;
}

qsizetype ChunkGuard::findInLine(qsizetype from, QStringView closer) const
{
    const qsizetype limit = std::min({m_end, from + kMaxFormula, lineEnd(from)});
    const qsizetype at = m_chunk.left(limit).indexOf(closer, from);
    return at;
}

qsizetype ChunkGuard::findDisplay(qsizetype begin, qsizetype from, QStringView closer)
{
    const qsizetype lineStart = begin == 0 ? 0 : m_chunk.lastIndexOf(u'\n', begin - 1) + 1;
    if (!SourceGuard::isBlankLine(m_chunk.mid(lineStart, begin - lineStart)))
        return findInLine(from, closer);
    bool &none = m_noDisplay[closer[0] == u'$' ? 0 : 1];
    if (none)
        return -1;
    const qsizetype at = m_chunk.left(std::min(m_end, from + kMaxFormula)).indexOf(closer, from);
    none = at < 0 && from + kMaxFormula >= m_end;
    return at;
}

qsizetype ChunkGuard::delimiters(qsizetype i)
{
    const QChar mark = m_chunk[i];
    qsizetype after = i;
    while (after < m_end && m_chunk[after] == mark)
        ++after;
    const QChar before = i == 0 ? QChar(u'\n') : m_chunk[i - 1];
    const QChar next = after >= m_chunk.size() ? QChar(u'\n') : m_chunk[after];
    const bool strong = after - i >= 2;
    const auto joins = [strong](QChar punctuation, QChar other) {
        return isCjkLetter(other.unicode()) || (strong && isCjkPunctuation(punctuation.unicode()));
    };
    const bool beforePlain = !before.isSpace() && !isPunctuation(before);
    const bool nextPlain = !next.isSpace() && !isPunctuation(next);
    if (isPunctuation(before) && nextPlain && joins(before, next))
        m_out += QChar(kFiller);
    for (qsizetype k = i; k < after; ++k)
        copy(k);
    if (isPunctuation(next) && beforePlain && joins(next, before))
        m_out += QChar(kFiller);
    return after;
}

void ChunkGuard::copy(qsizetype i)
{
    const QChar c = m_chunk[i];
    if (c == u'\n') {
        m_out += c;
        m_result.lineOffsets.push_back(m_offset + i + 1);
    } else if (isForbiddenAt(m_chunk, i)) {
        m_out += QChar(QChar::ReplacementCharacter);
    } else {
        m_out += c;
    }
}

void ChunkGuard::replace(qsizetype from, qsizetype to)
{
    QString original = m_chunk.mid(from, to - from).toString();
    SourceGuard::replaceForbidden(original);
    m_out += QChar(kTokenBegin);
    for (size_t index = size_t(m_result.verbatim.size()); index > 0; index /= 8)
        m_out += QChar(char16_t(kTokenDigit + index % 8));
    m_out += QChar(kTokenEnd);
    m_result.verbatim.append(original);
}

} // namespace ponder
