// What the blocks grow by without the parser: words and whole paragraphs of them, fenced code, a
// formula that is still to be closed, and text behind all the markup that a paragraph may have.
// Nearly all of an answer is that. Whenever there is a doubt, the tail is parsed.

#include "markdown/IncrementalBlocks.h"

#include "base/PictureData.h"
#include "markdown/Formula.h"
#include "markdown/SourceGuard.h"

#include <algorithm>
#include <utility>

namespace ponder {

namespace {

/// A tail and a paragraph may grow up to here.
constexpr qsizetype kMaxGrowing = 2'990;
constexpr qsizetype kMaxGrowingParagraph = 60'000;

/// The source of the formula that the block ends in; null when it ends in something else.
template <typename AnyBlock>
auto *formulaAtEnd(AnyBlock &block)
{
    constexpr InlineRun::Flags kSign = InlineRun::Citation | InlineRun::Keycap;
    if (block.kind == Block::Kind::Math)
        return &block.text;
    const bool formula = !block.runs.empty() && block.runs.back().flags & InlineRun::Math &&
                         !(block.runs.back().flags & kSign);
    return formula ? &block.runs.back().text : nullptr;
}

qsizetype closerSize(QStringView formula)
{
    return formula.endsWith(u'$') && !formula.endsWith(u"$$") ? 1 : 2;
}

/// Whether `more` may close what stands open before a formula, or hold half a character.
bool mayClose(QStringView more)
{
    for (qsizetype i = 0; i < more.size(); ++i) {
        const QChar c = more[i];
        const QChar next = i + 1 < more.size() ? more[i + 1] : QChar();
        if (c == u'$' || c == u'`' || (c == u'\\' && (next == u')' || next == u']')) ||
            c.isSurrogate())
            return true;
    }
    return LinkDefinitions::maybeIn(more);
}

} // namespace

bool IncrementalBlocks::extend(QStringView piece, size_t &firstChanged)
{
    Shown shown = Shown::UpToABlock;
    if (m_inPicture)
        shown = PictureData::takes(piece) ? Shown::All : Shown::Nothing;
    else if (m_fence.isThere())
        shown = extendFence(firstChanged);
    else if (m_formula >= 0)
        shown = extendFormula(firstChanged);
    else if (extendPlain(firstChanged))
        shown = Shown::All;
    while (shown == Shown::UpToABlock || shown == Shown::UpToWords)
        shown = m_growth.end >= 0 ? extendText(firstChanged) : beginBlock(firstChanged);
    if (shown == Shown::Nothing)
        m_growth = {};
    return shown == Shown::All;
}

/// Long paragraphs are cut at places that only the parser knows.
bool IncrementalBlocks::mayGrow() const
{
    return m_tail.context.guard.part + openLength() < kMaxGrowing;
}

void IncrementalBlocks::replaceLast(Block block, size_t &firstChanged)
{
    m_blocks.back() = std::make_shared<const Block>(std::move(block));
    firstChanged = std::min(firstChanged, m_blocks.size() - 1);
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

/// Finishes what stands before `end`, behind which an outermost block may begin; false when that
/// may refer to a definition behind it.
bool IncrementalBlocks::finishUpTo(qsizetype end)
{
    const QStringView done = tail().left(end - m_tail.begin);
    if (m_tail.open.marks & OpenMarkup::Bracket && done.contains(u']'))
        return false; // a label may begin before the tail
    if (!definitionsIn(tail(), true).empty())
        return false;
    OpenTail behind;
    behind.begin = end;
    behind.finished = m_blocks.size();
    behind.context.guard = m_guard;
    m_links.note(LinkDefinitions::mentionedLabels(done), {});
    m_links.endStretch(end, behind.finished, m_guard);
    beginAgain(std::move(behind));
    m_growth = {};
    m_plainEnd = -1;
    return true;
}

IncrementalBlocks::Shown IncrementalBlocks::extendFence(size_t &firstChanged)
{
    m_fence.follow(m_text);
    const QStringView code = m_fence.code(m_text);
    const Block &shown = *m_blocks.back();
    if (code.size() != shown.text.size() || m_fence.isClosed() != shown.closed) {
        // The last character that is shown may have been half of one.
        qsizetype kept = std::max<qsizetype>(0, std::min(shown.text.size(), code.size()) - 1);
        if (kept > 0 && code[kept].isLowSurrogate())
            --kept;
        QString rest = code.mid(kept).toString();
        SourceGuard::replaceForbidden(rest);
        Block changes;
        changes.kind = shown.kind;
        changes.language = shown.language;
        changes.closed = m_fence.isClosed();
        m_blocks.back() = m_code.grown(std::move(m_blocks.back()), kept, rest, changes);
        firstChanged = std::min(firstChanged, m_blocks.size() - 1);
    }
    if (m_fence.end() < 0)
        return Shown::All;
    // The guard knows nothing of containers: it may have taken another fence for the open one.
    if (!m_fence.isOf(std::exchange(m_guard, {})))
        return Shown::Nothing;
    return finishUpTo(std::exchange(m_fence, {}).end()) ? Shown::UpToABlock : Shown::Nothing;
}

/// Notes whether the text ends in the data of a picture that is still to be closed.
void IncrementalBlocks::notePicture(const ParsedText &parsed)
{
    m_inPicture = false;
    if (!parsed.inPicture || parsed.blocks.empty() || LinkDefinitions::maybeIn(tail()))
        return;
    const Block &last = *m_blocks.back();
    const bool words = (last.kind == Block::Kind::Paragraph || last.kind == Block::Kind::Heading) &&
                       !last.runs.empty();
    m_inPicture = words && !(last.runs.back().flags & (InlineRun::Link | InlineRun::Code)) &&
                  PictureData::isAtEnd(last.runs.back().text);
}

/// Notes whether the text ends in words that further words can simply be added to.
void IncrementalBlocks::noteText(const ParsedText &parsed)
{
    m_growth = {};
    if (LinkDefinitions::maybeIn(tail()) || parsed.blocks.empty() || !m_tail.tableHead.isEmpty() ||
        parsed.inPicture)
        return;
    const Block &last = *m_blocks.back();
    if ((last.kind != Block::Kind::Paragraph && last.kind != Block::Kind::Heading) || !mayGrow() ||
        m_tail.context.guard.length > kMaxGrowingParagraph)
        return;
    m_growth = PlainGrowth::after(tail(), last.runs, m_tail.paragraph.has_value());
    if (m_growth.end >= 0)
        m_growth.end += m_tail.begin;
}

/// Adds words to the paragraph or heading at the end.
IncrementalBlocks::Shown IncrementalBlocks::extendText(size_t &firstChanged)
{
    const qsizetype lineEnd = m_text.indexOf(u'\n', m_growth.end);
    const qsizetype size = (lineEnd < 0 ? m_text.size() : lineEnd) - m_growth.end;
    if (!extendLine(QStringView(m_text).mid(m_growth.end, size), firstChanged))
        return Shown::Nothing;
    const qsizetype next = lineEnd < 0 ? -1 : nextLine(lineEnd + 1);
    if (next < 0)
        return Shown::All;
    // Behind one line end the paragraph may go on, behind more of them a list or quote.
    const bool ends = next > lineEnd + 1 &&
                      (PlainGrowth::isLetter(m_text[next]) || m_blocks.back()->nesting.isEmpty());
    return ends && finishUpTo(next) ? Shown::UpToABlock : Shown::Nothing;
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
    replaceLast(std::move(grown), firstChanged);
    m_growth.end += words.size();
    m_growth.pass(words);
    m_growth.withinWord = m_growth.withinWord || words.contains(u' ');
    return true;
}

/// Notes whether the text ends in a formula that is still to be closed.
void IncrementalBlocks::noteFormula()
{
    m_formula = -1;
    if (m_blocks.empty() || m_fence.isThere() || m_growth.end >= 0 || !mayGrow() ||
        m_tail.context.guard.length > kMaxGrowingParagraph || !m_tail.tableHead.isEmpty() ||
        LinkDefinitions::maybeIn(tail()))
        return;
    QStringView text = tail();
    if (text.endsWith(u'\n'))
        text.chop(1);
    const QString *formula = formulaAtEnd(*m_blocks.back());
    if (!formula || formula->isEmpty() || !text.endsWith(*formula))
        return;
    const qsizetype begin = text.size() - formula->size();
    if (!PlainGrowth::endsInAddress(text.left(begin)) && formulaAt(begin).pending)
        m_formula = m_tail.begin + begin;
}

/// What there is of the formula that begins at `begin` of the tail.
FormulaScanner::Found IncrementalBlocks::formulaAt(qsizetype begin) const
{
    const GuardState &guard = m_tail.context.guard;
    const FormulaScanner scanner(tail(), guard.inside && !guard.lineBegins, guard.lineQuotes);
    return tail()[begin] == u'$' ? scanner.atDollar(begin) : scanner.atBackslash(begin);
}

/// Adds to the formula at the end what has come of it.
IncrementalBlocks::Shown IncrementalBlocks::extendFormula(size_t &firstChanged)
{
    const qsizetype begin = std::exchange(m_formula, -1) - m_tail.begin;
    const FormulaScanner::Found found = formulaAt(begin);
    if (!mayGrow() || (!found.pending && found.end < 0))
        return Shown::Nothing;
    QStringView text = tail().mid(begin);
    if (found.end > 0)
        text = text.left(found.end - begin);
    else if (text.endsWith(u'\n'))
        text.chop(1);
    Block grown = *m_blocks.back();
    QString *formula = formulaAtEnd(grown);
    if (text.size() < formula->size())
        return Shown::Nothing; // it ended before
    // A delimiter may have come in two pieces.
    const QStringView more = text.mid(formula->size() - 1);
    const QStringView inside =
        found.end > 0 ? more.chopped(std::min(closerSize(text), more.size())) : more;
    const bool oneLine = !more.contains(u'\n') && !m_text.endsWith(u'\n');
    if (mayClose(inside) || m_tail.open.mayClose(more, {}) ||
        !(oneLine || (grown.nesting.isEmpty() && found.quotes == 0)))
        return Shown::Nothing;
    if (found.end > 0 && !(Formula::read(text) && closesItself(begin, text)))
        return Shown::Nothing;
    if (more.size() > 1) {
        *formula += more.mid(1);
        SourceGuard::replaceForbidden(*formula, formula->size() - more.size() + 1);
        replaceLast(std::move(grown), firstChanged);
    }
    if (found.pending) {
        m_formula = m_tail.begin + begin;
        return Shown::All;
    }
    return behindFormula(m_tail.begin + found.end);
}

/// Whether nothing before the formula `text` waits for the same end.
bool IncrementalBlocks::closesItself(qsizetype begin, QStringView text) const
{
    const QStringView before = tail().left(begin);
    if (!text.startsWith(u'$'))
        return !(before.contains(u"\\(") || before.contains(u"\\["));
    for (qsizetype at = before.indexOf(u'$'); at >= 0; at = before.indexOf(u'$', at + 1)) {
        const FormulaScanner::Found other = formulaAt(at);
        if (std::max(other.end, other.broken) > begin + 1)
            return false; // it waited for a brace
    }
    return true;
}

/// What follows a formula that ends at `end`: words, or where it stands alone, another block.
IncrementalBlocks::Shown IncrementalBlocks::behindFormula(qsizetype end)
{
    if (m_blocks.back()->kind != Block::Kind::Math) {
        m_growth.end = end;
        m_growth.formula = true;
        m_growth.pass(QStringView(m_text).left(end));
        return Shown::UpToWords;
    }
    const qsizetype next = nextLine(end);
    if (next < 0)
        return Shown::All;
    const bool ends =
        next > end && next > m_text.indexOf(u'\n', end) + 1 && m_blocks.back()->nesting.isEmpty();
    return ends && finishUpTo(next) ? Shown::UpToABlock : Shown::Nothing;
}

/// Notes whether the text ends in a line that may hold no markup any more.
void IncrementalBlocks::notePlain()
{
    const bool plain = m_tail.paragraph && m_tail.context.guard.isTooMuch() &&
                       m_blocks.size() == m_tail.finished + 1 && !tail().contains(u'\n');
    m_plainEnd = plain ? m_text.size() : -1;
}

/// Behind all that a paragraph may hold, its line goes on as it comes.
bool IncrementalBlocks::extendPlain(size_t &firstChanged)
{
    if (m_plainEnd < 0 || !mayGrow())
        return false;
    // The last character that is shown may have been half of one.
    qsizetype from = m_plainEnd - 1;
    if (from > m_tail.begin && m_text[from].isLowSurrogate())
        --from;
    const QStringView more = QStringView(m_text).mid(from);
    if (from < m_tail.begin || more.contains(u'\n') || more.contains(u'|'))
        return false;
    Block grown = *m_blocks.back();
    QString &words = grown.runs.back().text;
    words.chop(m_plainEnd - from);
    words += more;
    SourceGuard::replaceForbidden(words, words.size() - more.size());
    m_plainEnd = m_text.size();
    replaceLast(std::move(grown), firstChanged);
    return true;
}

} // namespace ponder
