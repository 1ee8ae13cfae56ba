#include "markdown/PromptText.h"

#include "markdown/Formula.h"
#include "markdown/FormulaScanner.h"
#include "markdown/SourceLines.h"

#include <algorithm>

namespace ponder {

namespace {

/// Formulas and fences, each: more than a person writes.
constexpr size_t kMost = 500;

/// Looking for the end of a formula costs about its line and this many characters more …
constexpr qsizetype kLook = 4000;
/// … and all that find none may cost this much together: beyond that the text is not meant so.
constexpr qsizetype kMostLooking = 4'000'000;

bool isAsciiWord(QChar c)
{
    return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_');
}

class PromptReader
{
public:
    PromptReader(const QString &text, qsizetype limit)
        : m_text(text), m_source(QStringView(text).left(limit)), m_formulas(m_source, false, 0)
    {}

    InlineRuns read();

private:
    [[nodiscard]] qsizetype lineEnd(qsizetype from) const;
    [[nodiscard]] QStringView lineAt(qsizetype from) const;
    [[nodiscard]] qsizetype fenceEnd(qsizetype from) const;
    [[nodiscard]] qsizetype codeEnd(qsizetype from);
    [[nodiscard]] qsizetype paragraphEnd(qsizetype from);
    void step();
    void formula(const FormulaScanner::Found &found, qsizetype otherwise);
    void add(qsizetype from, qsizetype to, InlineRun::Flags flags);

    const QString &m_text;
    QStringView m_source;
    FormulaScanner m_formulas;
    qsizetype m_at = 0;
    qsizetype m_plainFrom = 0;    ///< what comes from here on is in no run yet
    qsizetype m_paragraphEnd = 0; ///< of the paragraph that was looked at last
    qsizetype m_lineLength = 0;   ///< of the line that is being read
    qsizetype m_looked = 0;       ///< for formulas that there were none
    size_t m_found = 0;
    size_t m_fences = 0;
    InlineRuns m_runs;
};

qsizetype PromptReader::lineEnd(qsizetype from) const
{
    const qsizetype end = m_source.indexOf(u'\n', from);
    return end < 0 ? m_source.size() : end + 1;
}

QStringView PromptReader::lineAt(qsizetype from) const
{
    const QStringView line = m_source.mid(from, lineEnd(from) - from);
    return line.endsWith(u'\n') ? line.chopped(1) : line;
}

/// Behind the fenced code that begins with the line at `from`, −1 when that is no fence.
qsizetype PromptReader::fenceEnd(qsizetype from) const
{
    const QStringView opening = lineAt(from).trimmed();
    const int length = SourceLines::fenceLength(opening);
    const QChar mark = opening.isEmpty() ? QChar() : opening[0];
    if (length == 0 || (mark != u'`' && mark != u'~'))
        return -1;
    const auto closes = [&](QStringView line) {
        return line.size() >= length &&
               std::all_of(line.begin(), line.end(), [mark](QChar c) { return c == mark; });
    };
    qsizetype end = lineEnd(from);
    while (end < m_source.size()) {
        const bool closed = closes(lineAt(end).trimmed());
        const qsizetype next = lineEnd(end);
        if (closed)
            return end + lineAt(end).size();
        end = next;
    }
    return m_source.size();
}

/// Code between backticks does not go on behind an empty line.
qsizetype PromptReader::paragraphEnd(qsizetype from)
{
    if (m_paragraphEnd > from)
        return m_paragraphEnd;
    m_paragraphEnd = lineEnd(from);
    while (m_paragraphEnd < m_source.size() && !SourceLines::isBlank(lineAt(m_paragraphEnd)))
        m_paragraphEnd = lineEnd(m_paragraphEnd);
    return m_paragraphEnd;
}

/// Behind the code in backticks that begins at `from`, or behind the backticks when it has no end.
qsizetype PromptReader::codeEnd(qsizetype from)
{
    qsizetype after = from;
    while (after < m_source.size() && m_source[after] == u'`')
        ++after;
    const qsizetype length = after - from;
    const qsizetype end = paragraphEnd(from);
    for (qsizetype i = after; i < end; ++i) {
        if (m_source[i] != u'`')
            continue;
        const qsizetype begin = i;
        while (i < end && m_source[i] == u'`')
            ++i;
        if (i - begin == length)
            return i;
    }
    return after;
}

void PromptReader::add(qsizetype from, qsizetype to, InlineRun::Flags flags)
{
    if (from >= to)
        return;
    InlineRun run;
    run.text = from == 0 && to == m_text.size() ? m_text : m_text.mid(from, to - from);
    run.flags = flags;
    m_runs.push_back(std::move(run));
}

void PromptReader::formula(const FormulaScanner::Found &found, qsizetype otherwise)
{
    const QStringView source = m_source.mid(m_at, std::max<qsizetype>(0, found.end - m_at));
    // The marks of a quote are text of the prompt and would be part of the formula.
    const bool quoted = found.quotes > 0 && source.contains(u'\n');
    // `$HOME/$USER`, `US$5/$6`: people write more of those than models do.
    const bool one = source.startsWith(u'$') && !source.startsWith(u"$$");
    const bool variable =
        one && ((m_at > 0 && isAsciiWord(m_source[m_at - 1])) ||
                (found.end < m_source.size() && isAsciiWord(m_source[found.end])));
    if (found.end <= m_at || quoted || variable || !Formula::read(source)) {
        m_looked += m_lineLength + kLook;
        m_at = std::min(m_source.size(), otherwise);
        return;
    }
    ++m_found;
    add(m_plainFrom, m_at, {});
    add(m_at, found.end, InlineRun::Math);
    m_at = m_plainFrom = found.end;
}

void PromptReader::step()
{
    if (m_at == 0 || m_source[m_at - 1] == u'\n') {
        m_lineLength = lineEnd(m_at) - m_at;
        if (const qsizetype end = m_fences < kMost ? fenceEnd(m_at) : -1; end > 0) {
            ++m_fences;
            add(m_plainFrom, m_at, {});
            add(m_at, end, InlineRun::Code);
            m_at = m_plainFrom = end;
            return;
        }
    }
    const bool looks = m_looked < kMostLooking && m_found < kMost;
    switch (looks ? m_source[m_at].unicode() : u' ') {
    case u'`':
        m_at = codeEnd(m_at);
        break;
    case u'\\':
        formula(m_formulas.atBackslash(m_at), m_at + 2);
        break;
    case u'$': {
        const bool two = m_at + 1 < m_source.size() && m_source[m_at + 1] == u'$';
        formula(m_formulas.atDollar(m_at), m_at + (two ? 2 : 1));
        break;
    }
    default:
        ++m_at;
        break;
    }
}

InlineRuns PromptReader::read()
{
    while (m_at < m_source.size())
        step();
    const bool cut = m_source.size() < m_text.size();
    add(m_plainFrom, m_source.size(), {});
    if (cut)
        add(m_source.size(), m_text.size(), {});
    return std::move(m_runs);
}

} // namespace

InlineRuns PromptText::read(const QString &text, qsizetype limit)
{
    return PromptReader(text, limit).read();
}

} // namespace ponder
