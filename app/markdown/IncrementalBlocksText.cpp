// What grows without the parser: words of a paragraph, and text behind all the markup it may have.

#include "markdown/IncrementalBlocks.h"

#include "markdown/SourceGuard.h"

#include <algorithm>
#include <utility>

namespace ponder {

namespace {

/// A tail and a paragraph may grow by plain words up to here.
constexpr qsizetype kMaxGrowing = 2'990;
constexpr qsizetype kMaxGrowingParagraph = 60'000;

} // namespace

/// Long paragraphs are cut at places that only the parser knows.
bool IncrementalBlocks::mayGrow() const
{
    return m_tail.context.guard.part + openLength() < kMaxGrowing;
}

/// Notes whether the text ends in words that further words can simply be added to.
void IncrementalBlocks::noteText(const ParsedText &parsed)
{
    m_growth = {};
    if (LinkDefinitions::maybeIn(tail()) || parsed.blocks.empty() || !m_tail.tableHead.isEmpty())
        return;
    const Block &last = *m_blocks.back();
    if ((last.kind != Block::Kind::Paragraph && last.kind != Block::Kind::Heading) || !mayGrow() ||
        m_tail.context.guard.length > kMaxGrowingParagraph)
        return;
    m_growth = PlainGrowth::after(tail(), last.runs, m_tail.paragraph.has_value());
    if (m_growth.end >= 0)
        m_growth.end += m_tail.begin;
}

/// Adds words to the paragraph or heading at the end, and paragraphs of words behind it. False when
/// the tail has to be parsed, which then begins at the first paragraph that is something else.
bool IncrementalBlocks::extendText(size_t &firstChanged)
{
    while (m_growth.end >= 0) {
        const qsizetype lineEnd = m_text.indexOf(u'\n', m_growth.end);
        const qsizetype size = (lineEnd < 0 ? m_text.size() : lineEnd) - m_growth.end;
        if (!extendLine(QStringView(m_text).mid(m_growth.end, size), firstChanged))
            break;
        const qsizetype next = lineEnd < 0 ? -1 : nextLine(lineEnd + 1);
        if (next < 0)
            return true;
        // Behind one line end the paragraph may go on, behind more of them a list or quote.
        const bool letter = PlainGrowth::isLetter(m_text[next]);
        if (next == lineEnd + 1 || !(letter || m_blocks.back()->nesting.isEmpty()))
            break;
        finishParagraph(next);
        if (!letter || !beginParagraph(firstChanged))
            break;
    }
    m_growth = {};
    return false;
}

/// Adds the rest of a line to the paragraph or heading that it belongs to; false when it is more
/// than words.
bool IncrementalBlocks::extendLine(QStringView more, size_t &firstChanged)
{
    const QStringView words = PlainGrowth::withoutSpacesBehind(more);
    if (words.isEmpty())
        return true;
    if (!mayGrow() || !m_growth.takes(more) || m_tail.open.mayClose(more, {}))
        return false;
    Block grown = *m_blocks.back();
    if (grown.runs.back().flags) {
        grown.runs.emplace_back();
        m_growth.withinWord = true;
    }
    grown.runs.back().text += words;
    m_blocks.back() = std::make_shared<const Block>(std::move(grown));
    m_growth.end += words.size();
    m_growth.pass(words);
    m_growth.withinWord = m_growth.withinWord || words.contains(u' ');
    firstChanged = std::min(firstChanged, m_blocks.size() - 1);
    return true;
}

/// Where the first line begins that is not blank, from the beginning of a line on; −1 for none.
qsizetype IncrementalBlocks::nextLine(qsizetype from) const
{
    for (qsizetype at = from; at < m_text.size(); ++at) {
        if (m_text[at] == u'\n')
            from = at + 1;
        else if (m_text[at] != u' ' && m_text[at] != u'\t')
            return from;
    }
    return -1;
}

/// The paragraph at the end is over: blank lines stand before `next`.
void IncrementalBlocks::finishParagraph(qsizetype next)
{
    noteDefinitions(next - m_tail.begin, {});
    OpenTail behind;
    behind.begin = next;
    behind.finished = m_blocks.size();
    beginAgain(std::move(behind));
    m_plainEnd = -1;
}

/// Makes a paragraph of the first line of the tail, which begins with a letter; false when it is
/// more than words.
bool IncrementalBlocks::beginParagraph(size_t &firstChanged)
{
    const QStringView line = tail().mid(0, tail().indexOf(u'\n'));
    const QStringView words = PlainGrowth::withoutSpacesBehind(line);
    if (!mayGrow() || !PlainGrowth::isWords(words))
        return false;
    Block paragraph;
    paragraph.runs.emplace_back().text = words.toString();
    firstChanged = std::min(firstChanged, m_blocks.size());
    m_blocks.push_back(std::make_shared<const Block>(std::move(paragraph)));
    m_growth = {};
    m_growth.end = m_tail.begin + words.size();
    m_growth.withinWord = true;
    m_growth.pass(words);
    return true;
}

/// Notes whether the text ends in a line that may hold no markup any more.
void IncrementalBlocks::notePlain()
{
    const bool plain = m_tail.paragraph && m_tail.context.guard.isTooMuch() &&
                       m_blocks.size() == m_tail.finished + 1 && !tail().contains(u'\n');
    m_plainEnd = plain ? m_text.size() : -1;
}

/// Behind all that a paragraph may hold, its line goes on as it comes.
std::optional<size_t> IncrementalBlocks::extendPlain()
{
    if (m_plainEnd < 0 || !mayGrow())
        return std::nullopt;
    // The last character that is shown may have been half of one.
    qsizetype from = m_plainEnd - 1;
    if (from > m_tail.begin && m_text[from].isLowSurrogate())
        --from;
    const QStringView more = QStringView(m_text).mid(from);
    if (from < m_tail.begin || more.contains(u'\n') || more.contains(u'|'))
        return std::nullopt;
    Block grown = *m_blocks.back();
    QString &words = grown.runs.back().text;
    words.chop(m_plainEnd - from);
    words += more;
    SourceGuard::replaceForbidden(words, words.size() - more.size());
    m_blocks.back() = std::make_shared<const Block>(std::move(grown));
    m_plainEnd = m_text.size();
    return m_blocks.size() - 1;
}

} // namespace ponder
