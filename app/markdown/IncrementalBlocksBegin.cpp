// What begins without the parser where an outermost block may begin: paragraphs and headings of
// words, fenced code, formulas on lines of their own.

#include "markdown/Formula.h"
#include "markdown/IncrementalBlocks.h"
#include "markdown/SourceGuard.h"

#include <algorithm>
#include <utility>

namespace ponder {

/// Where nothing is shown of the tail yet: what begins with a line that can be only one thing.
IncrementalBlocks::Shown IncrementalBlocks::beginBlock(size_t &firstChanged)
{
    if (!m_tail.isOutermost() || m_blocks.size() != m_tail.finished)
        return Shown::Nothing;
    const qsizetype begin = nextLine(m_tail.begin);
    if (begin < 0)
        return Shown::All;
    const QStringView text = QStringView(m_text).mid(begin);
    const qsizetype lineEnd = text.indexOf(u'\n');
    const QStringView line = text.mid(0, lineEnd);
    if (!mayGrow())
        return Shown::Nothing;
    if (PlainGrowth::isLetter(line.front()) || line.front() == u'#')
        return beginText(begin, line, firstChanged);
    if (lineEnd > 0 && (line.front() == u'`' || line.front() == u'~'))
        return beginFence(begin, line, firstChanged);
    return beginFormula(begin, firstChanged);
}

/// A line of words that begins with a letter is a paragraph, and a heading behind some "#".
IncrementalBlocks::Shown IncrementalBlocks::beginText(qsizetype begin, QStringView line,
                                                      size_t &firstChanged)
{
    constexpr int kMaxLevel = 6;
    Block block;
    while (block.level < std::min<qsizetype>(kMaxLevel, line.size()) && line[block.level] == u'#')
        ++block.level;
    qsizetype before = 0;
    if (block.level > 0) {
        block.kind = Block::Kind::Heading;
        before = block.level + 1;
        if (line.size() <= before || line[block.level] != u' ')
            return Shown::Nothing;
    }
    const QStringView words = PlainGrowth::withoutSpacesBehind(line.mid(before));
    if (words.isEmpty() || !PlainGrowth::isLetter(words.front()) || !PlainGrowth::isWords(words))
        return Shown::Nothing;
    m_tail.begin = begin;
    m_growth.end = begin + before + words.size();
    m_growth.withinWord = true;
    m_growth.pass(words);
    block.runs.emplace_back().text = words.toString();
    m_blocks.emplace_back();
    replaceLast(std::move(block), firstChanged);
    return Shown::UpToWords;
}

/// The first line of a block of code with no more than the name of a language.
IncrementalBlocks::Shown IncrementalBlocks::beginFence(qsizetype begin, QStringView line,
                                                       size_t &firstChanged)
{
    constexpr qsizetype kFence = 3;
    qsizetype length = 0;
    while (length < line.size() && line[length] == line.front())
        ++length;
    const QStringView name = line.mid(length);
    if (length < kFence || m_guard.fence > 0 ||
        !std::all_of(name.begin(), name.end(), PlainGrowth::isLetter))
        return Shown::Nothing;
    m_tail.begin = begin;
    m_fence = FenceGrowth::at(m_text, begin);
    m_guard.fence = int(length);
    m_guard.fenceMark = line.front().unicode();
    m_guard.fenceQuotes = 0;
    Block code;
    code.kind = Block::Kind::Code;
    code.language = name.toString();
    code.closed = false;
    m_blocks.emplace_back();
    replaceLast(std::move(code), firstChanged);
    return extendFence(firstChanged);
}

/// A formula on lines of its own that is still to be closed.
IncrementalBlocks::Shown IncrementalBlocks::beginFormula(qsizetype begin, size_t &firstChanged)
{
    QStringView text = QStringView(m_text).mid(begin);
    if (text.endsWith(u'\n'))
        text.chop(1);
    if (!Formula::isDisplay(text) || text.back().isSurrogate() || LinkDefinitions::maybeIn(text) ||
        !formulaAt(begin - m_tail.begin).pending)
        return Shown::Nothing;
    m_tail.begin = begin;
    m_formula = begin;
    Block formula;
    formula.kind = Block::Kind::Math;
    formula.text = text.toString();
    SourceGuard::replaceForbidden(formula.text);
    m_blocks.emplace_back();
    replaceLast(std::move(formula), firstChanged);
    return Shown::All;
}

} // namespace ponder
