#include "markdown/FormulaScanner.h"

#include "markdown/SourceLines.h"

#include <QString>

#include <algorithm>
#include <array>

namespace ponder {

namespace {

constexpr qsizetype kMaxFormula = 4000;
/// A `$` without its end is taken for the beginning of a formula so far.
constexpr qsizetype kMaxPendingDollar = 200;

/// Environments that stand without delimiters of their own; each also with a star.
bool isMathEnvironment(QStringView name)
{
    static constexpr std::array<QStringView, 28> kNames{
        u"align",       u"equation", u"gather",       u"multline", u"alignat", u"eqnarray",
        u"flalign",     u"cases",    u"dcases",       u"rcases",   u"matrix",  u"pmatrix",
        u"bmatrix",     u"Bmatrix",  u"vmatrix",      u"Vmatrix",  u"aligned", u"gathered",
        u"alignedat",   u"split",    u"array",        u"subarray", u"math",    u"displaymath",
        u"smallmatrix", u"CD",       u"IEEEeqnarray", u"numcases"};
    const QStringView plain = name.endsWith(u'*') ? name.chopped(1) : name;
    return std::find(kNames.begin(), kNames.end(), plain) != kNames.end();
}

} // namespace

qsizetype FormulaScanner::lineEnd(qsizetype from) const
{
    const qsizetype end = m_source.indexOf(u'\n', from);
    return end < 0 ? m_source.size() : end;
}

FormulaScanner::Found FormulaScanner::atBackslash(qsizetype i) const
{
    if (i + 1 >= m_source.size())
        return {};
    const QChar next = m_source[i + 1];
    Found found;
    if (next == u'(')
        found = inLine(i + 2, u"\\)");
    else if (next == u'[')
        found = display(i, i + 2, u"\\]");
    else if (next == u'b')
        return environment(i);
    if (found.end == i + 4)
        found.end = -1; // nothing between
    return found;
}

FormulaScanner::Found FormulaScanner::atDollar(qsizetype i) const
{
    if (i + 1 >= m_source.size() || m_source[i + 1] != u'$')
        return singleDollar(i + 1);
    Found found = display(i, i + 2, u"$$");
    if (found.end == i + 4)
        found.end = -1;
    return found;
}

FormulaScanner::Found FormulaScanner::inLine(qsizetype from, QStringView closer) const
{
    const qsizetype end = lineEnd(from);
    const qsizetype limit = std::min(end, from + kMaxFormula);
    const qsizetype at = m_source.left(limit).indexOf(closer, from);
    if (at >= 0)
        return {at + closer.size(), false, 0, false};
    const QStringView sofar = m_source.mid(from, limit - from);
    const bool open = limit == m_source.size() && limit < from + kMaxFormula;
    return {-1, open && !SourceLines::isProse(sofar), 0, open};
}

FormulaScanner::Found FormulaScanner::display(qsizetype begin, qsizetype from,
                                              QStringView closer) const
{
    const std::optional<QStringView> before = lineBefore(begin);
    const bool begins = before && SourceLines::contentBegin(*before) == before->size();
    const qsizetype end = lineEnd(from);
    const bool ends = end < m_source.size() && SourceLines::isBlank(m_source.mid(from, end - from));
    if (!begins && !ends)
        return inLine(from, closer);
    return overLines(from, closer, quotesBefore(begin));
}

/// The next closing delimiter, remembered: thousands of openers in a row look for the same one.
qsizetype FormulaScanner::nextCloser(qsizetype from, QStringView closer) const
{
    if (closer.size() != 2)
        return from;
    qsizetype &next = m_next[closer[0] == u'$' ? 0 : 1];
    if (next < from) {
        next = m_source.indexOf(closer, from);
        if (next < 0)
            next = m_source.size();
    }
    return next;
}

std::optional<QStringView> FormulaScanner::lineBefore(qsizetype i) const
{
    const qsizetype newline = i == 0 ? -1 : m_source.lastIndexOf(u'\n', i - 1);
    if (newline < 0 && m_partOfLine)
        return std::nullopt;
    return m_source.mid(newline + 1, i - newline - 1);
}

int FormulaScanner::quotesBefore(qsizetype i) const
{
    const std::optional<QStringView> before = lineBefore(i);
    return before ? SourceLines::quotes(*before) : m_quotes;
}

FormulaScanner::Found FormulaScanner::overLines(qsizetype from, QStringView closer,
                                                int quotes) const
{
    const qsizetype limit = std::min(m_source.size(), from + kMaxFormula);
    const bool cut = limit < m_source.size() || limit == from + kMaxFormula;
    if (cut && nextCloser(from, closer) >= limit)
        return {};
    bool afterBlank = false;
    for (qsizetype begin = from; begin <= limit;) {
        const qsizetype end = std::min(lineEnd(begin), limit);
        QStringView line = m_source.mid(begin, end - begin);
        if (begin > from) {
            const qsizetype content = SourceLines::behindQuotes(line, quotes);
            if (content < 0 && !(end == m_source.size() && SourceLines::isBlank(line)))
                return {};
            begin += std::max<qsizetype>(0, content);
            line = m_source.mid(begin, end - begin);
            const QStringView trimmed = line.trimmed();
            if (trimmed.startsWith(u"```") || trimmed.startsWith(u"~~~"))
                return {};
        }
        const qsizetype at = line.indexOf(closer);
        if (afterBlank && SourceLines::isProse(at < 0 ? line : line.left(at)))
            return {};
        if (at >= 0)
            return {begin + at + closer.size(), false, quotes, false};
        if (end >= limit)
            break;
        afterBlank = afterBlank || (begin > from && SourceLines::isBlank(line));
        begin = end + 1;
    }
    return {-1, !cut, quotes, !cut};
}

FormulaScanner::Found FormulaScanner::environment(qsizetype i) const
{
    constexpr QStringView begin = u"\\begin{";
    constexpr qsizetype kLongestName = 16;
    const Found open{-1, false, 0, true};
    const QStringView text = m_source.mid(i);
    if (!text.startsWith(begin))
        return begin.startsWith(text) ? open : Found();
    const qsizetype nameBegin = i + begin.size();
    const qsizetype nameLimit = nameBegin + kLongestName;
    const qsizetype nameEnd =
        m_source.left(std::min(m_source.size(), nameLimit)).indexOf(u'}', nameBegin);
    if (nameEnd < 0)
        return m_source.size() < nameLimit ? open : Found();
    const QStringView name = m_source.mid(nameBegin, nameEnd - nameBegin);
    if (!isMathEnvironment(name))
        return {};
    return overLines(nameEnd + 1, QStringLiteral("\\end{%1}").arg(name), quotesBefore(i));
}

FormulaScanner::Found FormulaScanner::singleDollar(qsizetype from) const
{
    if (from >= m_source.size() || m_source[from].isSpace())
        return {};
    const qsizetype limit = std::min(m_source.size(), from + kMaxFormula);
    int braces = 0;
    qsizetype broken = -1;
    for (qsizetype i = from; i < limit; ++i) {
        const QChar c = m_source[i];
        if (c == u'\n' || c == u'`')
            return {broken};
        if (c == u'\\') {
            if (i + 1 < limit && m_source[i + 1] != u'\n')
                ++i;
            continue;
        }
        braces += c == u'{' ? 1 : c == u'}' ? -1 : 0;
        if (c != u'$')
            continue;
        const bool digitFollows = i + 1 < m_source.size() && m_source[i + 1].isDigit();
        const bool closes = !digitFollows && !m_source[i - 1].isSpace() && i > from;
        if (braces <= 0)
            return {closes ? i + 1 : broken};
        // Perhaps of a formula in \text{…}.
        if (closes && broken < 0)
            broken = i + 1;
    }
    const QStringView sofar = m_source.mid(from);
    const bool open = limit == m_source.size() && limit < from + kMaxFormula;
    return {-1,
            open && sofar.size() <= kMaxPendingDollar && !m_source[from].isDigit() &&
                !SourceLines::isProse(sofar),
            0, open, broken};
}

} // namespace ponder
