#include "markdown/IncrementalBlocks.h"

#include "markdown/SourceGuard.h"

#include <algorithm>
#include <iterator>

namespace ponder {

namespace {

/// So far apart places to go back to are kept, in lengths of a cut.
constexpr qsizetype kAnchors = 10;

/// A paragraph that has something open is cut only when the tail is so many times too long: mostly
/// it is closed before.
constexpr qsizetype kPatience = 12;

} // namespace

size_t IncrementalBlocks::append(QStringView piece)
{
    if (piece.isEmpty())
        return m_blocks.size();
    SourceGuard::appendNormalized(m_text, piece, m_afterCr);
    size_t firstChanged = m_blocks.size();
    if (extend(piece, firstChanged))
        return firstChanged;
    return std::min(firstChanged, read(true));
}

size_t IncrementalBlocks::finish()
{
    return read(false);
}

void IncrementalBlocks::clear()
{
    *this = IncrementalBlocks(m_cutLength);
}

/// Those of the tail or the beginning of it.
IncrementalBlocks::Definitions IncrementalBlocks::definitionsIn(QStringView text,
                                                                bool growing) const
{
    if (!LinkDefinitions::maybeIn(text))
        return {};
    const ParseContext &context = m_tail.context;
    return LinkDefinitions::find(m_tail.tableHead + text.toString(), growing,
                                 context.head + context.leaf + context.linePrefix, context.guard);
}

size_t IncrementalBlocks::read(bool growing)
{
    Definitions definitions = definitionsIn(tail(), growing);
    const size_t relinked = relink(definitions, growing);
    ParsedText parsed = parseTail(growing);
    const bool atTop = m_tail.context.leaf.isEmpty();
    const qsizetype parsedFrom = m_tail.begin - m_tail.tableHead.size();
    m_tail.complete(parsed);
    const size_t changedBefore = std::min(growLeaf(parsed), settleLists(parsed));
    const size_t firstChanged = std::min({relinked, changedBefore, replaceTail(parsed.blocks)});
    noteText(parsed);
    m_guard = parsed.fence;
    m_fence = {};
    if (atTop)
        noteFence(parsed, parsedFrom);
    notePicture(parsed);
    if (finishOutermost(parsed, definitions))
        noteText(parsed);
    else if (growing && !m_fence.isThere())
        cutTail(parsed, definitions);
    notePlain();
    noteFormula();
    return firstChanged;
}

/// Reads the tail, or from further up when the tail cannot be read by itself.
ParsedText IncrementalBlocks::parseTail(bool growing)
{
    const auto cuts = [&] {
        return !growing || openLength() <= m_cutLength ? BlockParser::Cuts::None
               : m_mayCutParagraph                     ? BlockParser::Cuts::Anywhere
                                                       : BlockParser::Cuts::BetweenBlocks;
    };
    ParsedText parsed = parse(tail(), growing, cuts());
    for (size_t back = 1; !m_anchors.empty(); back *= 2) {
        const bool leaves = m_tail.leavesParagraph(tail(), parsed);
        if (!leaves && !m_tail.closesMarkup(tail(), parsed))
            break;
        const size_t anchor = leaves || back > m_anchors.size() ? 0 : m_anchors.size() - back;
        m_tail = m_anchors[anchor];
        m_anchors.resize(anchor);
        m_mayCutParagraph = !leaves;
        parsed = parse(tail(), growing, cuts());
    }
    return parsed;
}

void IncrementalBlocks::beginAgain(OpenTail tail)
{
    m_tail = std::move(tail);
    m_anchors.clear();
    m_mayCutParagraph = true;
    m_nextCut = 0;
}

/// Reads the tail or the beginning of it.
ParsedText IncrementalBlocks::parse(QStringView text, bool growing, BlockParser::Cuts cuts)
{
    m_readLength += text.size();
    m_tail.context.definitions = outerDefinitions();
    if (m_tail.tableHead.isEmpty())
        return BlockParser::parse(text, growing, m_tail.context, cuts);
    return BlockParser::parse(m_tail.tableHead + text.toString(), growing, m_tail.context, cuts);
}

/// The definitions of finished text that the tail may refer to.
QByteArray IncrementalBlocks::outerDefinitions() const
{
    if (!m_links.definesAny())
        return {};
    return m_links.definitionsOf(
        LinkDefinitions::mentionedLabels(m_tail.tableHead + tail().toString()));
}

/// Finished text refers to a definition in the tail, or did: it is read again, as little of it as
/// can be read by itself. `definitions` are those of the tail, also when that becomes longer.
/// Returns the index of the first block that is different.
size_t IncrementalBlocks::relink(Definitions &definitions, bool growing)
{
    size_t firstChanged = m_blocks.size();
    QSet<QString> changed = m_links.setLate(definitions);
    if (changed.isEmpty())
        return firstChanged;
    const FinishedLinks::Stretch &open = m_links.open();
    if (open.labels.intersects(changed) && m_tail.begin > open.begin) {
        OpenTail again;
        again.begin = open.begin;
        again.finished = open.firstBlock;
        again.context.guard = open.guard;
        beginAgain(std::move(again));
        definitions = definitionsIn(tail(), growing);
        changed += m_links.setLate(definitions);
    }
    const std::vector<const FinishedLinks::Stretch *> stretches = m_links.mentioning(changed);
    const bool same =
        std::all_of(stretches.begin(), stretches.end(), [&](const FinishedLinks::Stretch *stretch) {
            return readAgain(*stretch, firstChanged);
        });
    if (!same) {
        m_links = {};
        beginAgain({});
        definitions = definitionsIn(tail(), growing);
    }
    return firstChanged;
}

/// False when the stretch is other blocks now, not the same ones with other links.
bool IncrementalBlocks::readAgain(const FinishedLinks::Stretch &stretch, size_t &firstChanged)
{
    m_readLength += stretch.end - stretch.begin;
    ParseContext context;
    context.guard = stretch.guard;
    context.definitions = m_links.definitionsFor(stretch);
    const QStringView text = QStringView(m_text).mid(stretch.begin, stretch.end - stretch.begin);
    Blocks fresh = BlockParser::parse(text, false, context).blocks;
    if (fresh.size() != stretch.blocks)
        return false;
    for (size_t i = 0; i < fresh.size(); ++i) {
        BlockPtr &shown = m_blocks[stretch.firstBlock + i];
        if (*shown == *fresh[i])
            continue;
        shown = std::move(fresh[i]);
        firstChanged = std::min(firstChanged, stretch.firstBlock + i);
    }
    return true;
}

/// Puts the text of an open block of code or HTML together.
size_t IncrementalBlocks::growLeaf(ParsedText &parsed)
{
    if (m_tail.context.leaf.isEmpty() || parsed.blocks.empty())
        return m_blocks.size();
    BlockPtr &shown = m_blocks[m_tail.finished];
    Block block = *parsed.blocks.front();
    const QStringView rest = OpenTail::leafRest(block);
    const qsizetype kept = m_tail.leafText - (rest.isNull() ? 1 : 0);
    Block changes = block;
    changes.text.clear();
    changes.language = shown->language;
    changes.marker = shown->marker;
    changes.quoteBegins = shown->quoteBegins;
    const Block *before = shown.get();
    shown = m_code.grown(std::move(shown), kept, rest, changes);
    parsed.blocks.front() = shown;
    return shown.get() == before ? m_blocks.size() : m_tail.finished;
}

/// A list may turn loose after many of its items are finished: all of them stand apart then.
size_t IncrementalBlocks::settleLists(const ParsedText &parsed)
{
    size_t firstChanged = m_blocks.size();
    for (size_t i = 0; i < std::min(m_tail.lists.size(), parsed.listTight.size()); ++i) {
        OpenTail::List &list = m_tail.lists[i];
        if (list.tight == parsed.listTight[i])
            continue;
        list.tight = parsed.listTight[i];
        for (size_t finished = 0; finished < list.count; ++finished) {
            const size_t index = (*list.blocks)[finished];
            Block block = *m_blocks[index];
            block.tight = list.tight;
            m_blocks[index] = std::make_shared<const Block>(std::move(block));
            firstChanged = std::min(firstChanged, index);
        }
    }
    return firstChanged;
}

/// Puts fresh blocks in the place of the open ones; those that are equal keep their identity.
size_t IncrementalBlocks::replaceTail(Blocks fresh)
{
    size_t same = 0;
    const size_t before = m_blocks.size() - m_tail.finished;
    while (same < before && same < fresh.size() &&
           *m_blocks[m_tail.finished + same] == *fresh[same])
        ++same;
    const auto keep = std::ptrdiff_t(m_tail.finished + same);
    m_blocks.erase(m_blocks.begin() + keep, m_blocks.end());
    m_blocks.insert(m_blocks.end(), std::make_move_iterator(fresh.begin() + std::ptrdiff_t(same)),
                    std::make_move_iterator(fresh.end()));
    return size_t(keep);
}

/// Finishes what stands before the last outermost block that follows a blank line and is settled:
/// nothing that comes later reaches back over that, but for links.
bool IncrementalBlocks::finishOutermost(const ParsedText &parsed, const Definitions &definitions)
{
    const auto lengthBefore = [&](size_t i) {
        const ParsedText::Top &top = parsed.tops[i];
        // Before the first one there can be link definitions.
        const qsizetype offsetBefore = i > 0 ? parsed.tops[i - 1].offset : 0;
        const bool ends = top.afterBlank && top.settled && top.offset > offsetBefore;
        return ends ? top.offset - m_tail.tableHead.size() : 0;
    };
    OpenTail next;
    qsizetype done = 0;
    for (size_t i = 0; i < parsed.tops.size(); ++i) {
        const qsizetype length = lengthBefore(i);
        if (length <= done)
            continue;
        m_links.note(LinkDefinitions::mentionedLabels(tail().mid(done, length - done)), {});
        done = length;
        next.begin = m_tail.begin + length;
        next.finished = m_tail.finished + parsed.tops[i].firstBlock;
        next.context.guard = parsed.tops[i].guard;
        m_links.endStretch(next.begin, next.finished, next.context.guard);
    }
    if (done == 0)
        return false;
    if (!definitions.empty()) {
        m_links.note({}, definitionsIn(tail().left(done), false));
        m_links.setLate(definitions);
    }
    beginAgain(std::move(next));
    return true;
}

/// Finishes a part of the one open outermost block.
void IncrementalBlocks::cutTail(const ParsedText &parsed, const Definitions &definitions)
{
    if (parsed.cut && advance(parsed, definitions)) {
        m_nextCut = 0;
        return;
    }
    // Where what has come of the last line leaves too much open, the lines before it may do.
    const qsizetype complete = tail().lastIndexOf(u'\n') + 1;
    if (openLength() <= std::max(3 * m_cutLength, m_nextCut) || complete == 0)
        return;
    const ParsedText lines = parse(tail().left(complete), true, BlockParser::Cuts::BetweenBlocks);
    const bool done = lines.cut && advance(lines, definitions);
    m_nextCut = done ? 0 : openLength() + openLength() / 2;
}

bool IncrementalBlocks::advance(const ParsedText &parsed, const Definitions &definitions)
{
    const ParsedText::Cut &cut = *parsed.cut;
    const qsizetype length = cut.offset - m_tail.tableHead.size();
    if (length <= 0 || m_tail.finished + cut.firstBlock > m_blocks.size())
        return false;
    OpenTail next = m_tail.after(parsed, cut, tail(), m_blocks);
    if (next.open.marks && openLength() < kPatience * m_cutLength)
        return false;
    const QStringView done = tail().left(length);
    const Definitions own = definitions.empty() ? Definitions() : definitionsIn(done, false);
    if (!m_links.noteUnlessOpen(LinkDefinitions::mentionedLabels(done), own, definitions))
        return false;
    if (!next.paragraph) {
        beginAgain(std::move(next));
        return true;
    }
    if (m_anchors.empty() || m_tail.begin - m_anchors.back().begin >= kAnchors * m_cutLength)
        m_anchors.push_back(m_tail);
    m_tail = std::move(next);
    return true;
}

void IncrementalBlocks::noteFence(const ParsedText &parsed, qsizetype parsedFrom)
{
    if (parsed.blocks.empty() || m_blocks.empty() || !parsed.tops.back().complete)
        return;
    const Block &last = *m_blocks.back();
    if (last.kind == Block::Kind::Code && !last.closed && last.nesting.isEmpty())
        m_fence = FenceGrowth::at(m_text, parsedFrom + parsed.tops.back().offset);
}

} // namespace ponder
