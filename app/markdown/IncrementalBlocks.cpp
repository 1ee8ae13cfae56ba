#include "markdown/IncrementalBlocks.h"

#include "markdown/SourceGuard.h"

#include <algorithm>
#include <iterator>

namespace ponder {

namespace {

/// A tail and a paragraph may grow by plain words up to here.
constexpr qsizetype kMaxGrowing = 2'500;
constexpr qsizetype kMaxGrowingParagraph = 50'000;

/// The first two lines: the header of a table and what is below it.
qsizetype behindTwoLines(QStringView text, qsizetype from)
{
    return text.indexOf(u'\n', text.indexOf(u'\n', from) + 1) + 1;
}

} // namespace

size_t IncrementalBlocks::append(QStringView piece)
{
    if (piece.isEmpty())
        return m_blocks.size();
    SourceGuard::appendNormalized(m_text, piece, m_afterCr);
    if (const std::optional<size_t> firstChanged = extendFence())
        return *firstChanged;
    if (const std::optional<size_t> firstChanged = extendText())
        return *firstChanged;
    return read(true);
}

size_t IncrementalBlocks::finish()
{
    return read(false);
}

void IncrementalBlocks::clear()
{
    *this = IncrementalBlocks(m_cutLength);
}

QByteArray IncrementalBlocks::before() const
{
    return m_tail.context.head + m_tail.context.linePrefix;
}

size_t IncrementalBlocks::read(bool growing)
{
    const bool definitions = LinkDefinitions::maybeIn(tail());
    if (definitions &&
        concernsFinished(LinkDefinitions::find(tail(), before(), m_tail.context.guard))) {
        // A late definition turns finished text into links: begin again from the top.
        m_tail = {};
        m_paragraph.reset();
        m_labels.clear();
        m_definitions.clear();
    }
    m_tail.context.definitions = outerDefinitions();
    ParsedText parsed = parse(tail(), growing, BlockParser::Cuts::None);
    if (leavesParagraph(parsed)) {
        m_tail = *std::exchange(m_paragraph, std::nullopt);
        m_mayCutParagraph = false;
        m_tail.context.definitions = outerDefinitions();
        parsed = parse(tail(), growing, BlockParser::Cuts::None);
    }
    const qsizetype parsedFrom = m_tail.begin - m_tail.tableHead.size();
    const size_t changedBefore = settleLists(parsed);
    const size_t firstChanged = std::min(changedBefore, replaceTail(parsed.blocks));
    noteText(parsed, definitions);
    finishOutermost(parsed, definitions);
    if (growing && openLength() > std::max(m_cutLength, m_nextCut))
        cutTail(definitions);
    noteFence(parsedFrom, parsed);
    return firstChanged;
}

/// Reads the tail or the beginning of it, and puts the rows of an open table together.
ParsedText IncrementalBlocks::parse(QStringView text, bool growing, BlockParser::Cuts cuts)
{
    m_readLength += text.size();
    if (m_tail.tableHead.isEmpty())
        return BlockParser::parse(text, growing, m_tail.context, cuts);
    ParsedText parsed =
        BlockParser::parse(m_tail.tableHead + text.toString(), growing, m_tail.context, cuts);
    if (!parsed.blocks.empty() && parsed.blocks.front()->kind == Block::Kind::Table) {
        Block table = *parsed.blocks.front();
        TableRows rows = m_tail.tableRows;
        rows.append(table.table.rows, 1);
        table.table.rows = std::move(rows);
        parsed.blocks.front() = std::make_shared<const Block>(std::move(table));
    }
    return parsed;
}

bool IncrementalBlocks::concernsFinished(const std::vector<LinkDefinition> &definitions) const
{
    return std::any_of(definitions.begin(), definitions.end(), [this](const LinkDefinition &d) {
        return m_labels.contains(d.label) && !m_definitions.contains(d.label);
    });
}

/// The definitions of finished text that the tail may refer to.
QByteArray IncrementalBlocks::outerDefinitions() const
{
    if (m_definitions.isEmpty())
        return {};
    std::vector<LinkDefinition> needed;
    const QSet<QString> mentioned =
        LinkDefinitions::mentionedLabels(m_tail.tableHead + tail().toString());
    for (const QString &label : mentioned) {
        const auto definition = m_definitions.constFind(label);
        if (definition != m_definitions.constEnd())
            needed.push_back(*definition);
    }
    return LinkDefinitions::toMarkdown(needed);
}

/// Whether a paragraph whose beginning is finished has become something else: a heading by an
/// underline, a table.
bool IncrementalBlocks::leavesParagraph(const ParsedText &parsed) const
{
    if (!m_tail.context.guard.inside || !m_paragraph)
        return false;
    const QStringView text = tail();
    const qsizetype end = text.indexOf(u'\n');
    return parsed.blocks.empty() || parsed.blocks.front()->kind != Block::Kind::Paragraph ||
           !parsed.blocks.front()->continued ||
           text.left(end < 0 ? text.size() : end).contains(u'|');
}

/// A list may turn loose after many of its items are finished: all of them stand apart then.
size_t IncrementalBlocks::settleLists(const ParsedText &parsed)
{
    size_t firstChanged = m_blocks.size();
    for (size_t i = 0; i < std::min(m_tail.lists.size(), parsed.listTight.size()); ++i) {
        OpenList &list = m_tail.lists[i];
        if (list.tight == parsed.listTight[i])
            continue;
        list.tight = parsed.listTight[i];
        for (const size_t index : list.blocks) {
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

/// Notes what the first `length` characters of the tail define and mention; false when they refer
/// to a definition behind them that is still open.
bool IncrementalBlocks::noteDefinitions(qsizetype length, bool hasDefinitions)
{
    const QStringView done = tail().left(length);
    const QSet<QString> labels = LinkDefinitions::mentionedLabels(done);
    if (hasDefinitions) {
        const auto all = LinkDefinitions::find(tail(), before(), m_tail.context.guard);
        const auto own = LinkDefinitions::find(done, before(), m_tail.context.guard);
        for (const LinkDefinition &d : all) {
            const bool early = std::any_of(own.begin(), own.end(), [&](const LinkDefinition &o) {
                return o.label == d.label;
            });
            if (!early && labels.contains(d.label) && !m_definitions.contains(d.label))
                return false;
        }
        for (const LinkDefinition &d : own) {
            if (!m_definitions.contains(d.label))
                m_definitions.insert(d.label, d);
        }
    }
    m_labels += labels;
    return true;
}

/// Finishes what stands before the last outermost block that follows a blank line and whose first
/// line is complete: nothing that comes later reaches back over that.
void IncrementalBlocks::finishOutermost(const ParsedText &parsed, bool hasDefinitions)
{
    for (size_t i = parsed.tops.size(); i-- > 1;) {
        const ParsedText::Top &top = parsed.tops[i];
        const qsizetype length = top.offset - m_tail.tableHead.size();
        if (!top.afterBlank || !top.complete || top.offset <= parsed.tops[i - 1].offset ||
            length <= 0)
            continue;
        if (!noteDefinitions(length, hasDefinitions))
            return;
        Tail next;
        next.begin = m_tail.begin + length;
        next.finished = m_tail.finished + top.firstBlock;
        next.context.guard = top.guard;
        m_tail = std::move(next);
        m_paragraph.reset();
        m_mayCutParagraph = true;
        m_nextCut = 0;
        return;
    }
}

/// Finishes a part of the one open outermost block.
void IncrementalBlocks::cutTail(bool hasDefinitions)
{
    bool done = false;
    m_tail.context.definitions = outerDefinitions();
    const qsizetype complete = tail().lastIndexOf(u'\n') + 1;
    if (complete > 0) {
        // Only lines that are complete are what they are for good.
        const ParsedText parsed =
            parse(tail().left(complete), true, BlockParser::Cuts::BetweenBlocks);
        done = parsed.cut && advance(parsed, *parsed.cut, hasDefinitions);
        if (done) {
            m_paragraph.reset();
            m_mayCutParagraph = true;
        }
    }
    if (!done && m_mayCutParagraph && openLength() > 2 * m_cutLength) {
        const ParsedText parsed = parse(tail(), true, BlockParser::Cuts::WithinParagraph);
        const Tail begin = m_tail;
        done = parsed.cut && advance(parsed, *parsed.cut, hasDefinitions);
        if (done && !m_paragraph)
            m_paragraph = begin;
    }
    m_nextCut = done ? openLength() + m_cutLength : openLength() + openLength() / 2;
}

bool IncrementalBlocks::advance(const ParsedText &parsed, const ParsedText::Cut &cut,
                                bool hasDefinitions)
{
    const qsizetype length = cut.offset - m_tail.tableHead.size();
    if (length <= 0 || m_tail.finished + cut.firstBlock > m_blocks.size() ||
        !noteDefinitions(length, hasDefinitions))
        return false;
    Tail next;
    next.begin = m_tail.begin + length;
    next.finished = m_tail.finished + cut.firstBlock;
    next.context = cut.context;
    for (size_t i = 0; i < cut.listIds.size(); ++i) {
        const int id = cut.listIds[i];
        OpenList list;
        if (size_t(id) < m_tail.lists.size())
            list = m_tail.lists[size_t(id)];
        for (size_t block = 0; block < cut.firstBlock; ++block) {
            if (parsed.lists[block] == id)
                list.blocks.push_back(m_tail.finished + block);
        }
        // What is shown may know more already than the lines that are complete.
        list.tight =
            list.blocks.empty() ? next.context.lists[i].tight : m_blocks[list.blocks.back()]->tight;
        next.lists.push_back(std::move(list));
    }
    if (cut.tableBegin >= 0) {
        const QString source = m_tail.tableHead + tail().toString();
        const bool goesOn = cut.tableBegin < m_tail.tableHead.size();
        next.tableHead =
            source.mid(cut.tableBegin, behindTwoLines(source, cut.tableBegin) - cut.tableBegin);
        next.tableRows = m_blocks[next.finished]->table.rows;
        next.tableRows.resize(cut.tableRows + (goesOn ? m_tail.tableRows.size() - 1 : 0));
    }
    m_tail = std::move(next);
    return true;
}

void IncrementalBlocks::noteFence(qsizetype parsedFrom, const ParsedText &parsed)
{
    m_fence = {};
    if (parsed.tops.empty() || m_blocks.empty() || !parsed.tops.back().complete)
        return;
    const Block &last = *m_blocks.back();
    const QStringView opening = QStringView(m_text).mid(parsedFrom + parsed.tops.back().offset);
    if (last.kind != Block::Kind::Code || last.closed || !last.nesting.isEmpty() ||
        (opening[0] != u'`' && opening[0] != u'~'))
        return;
    m_fence.mark = opening[0].unicode();
    while (opening[m_fence.length] == QChar(m_fence.mark))
        ++m_fence.length;
    m_fence.contentBegin = m_text.size() - opening.size() + opening.indexOf(u'\n') + 1;
    m_fence.lineBegin = m_fence.contentBegin;
}

bool IncrementalBlocks::closesFence(QStringView line) const
{
    qsizetype i = 0;
    while (i < line.size() && line[i] == u' ')
        ++i;
    if (i > 3)
        return false;
    qsizetype marks = 0;
    while (i < line.size() && line[i] == QChar(m_fence.mark)) {
        ++i;
        ++marks;
    }
    return marks >= m_fence.length && SourceGuard::isBlankLine(line.mid(i));
}

std::optional<size_t> IncrementalBlocks::extendFence()
{
    if (m_fence.mark == 0)
        return std::nullopt;
    for (;;) {
        const qsizetype end = m_text.indexOf(u'\n', m_fence.lineBegin);
        const QStringView line =
            QStringView(m_text).mid(m_fence.lineBegin, end < 0 ? -1 : end - m_fence.lineBegin);
        if (closesFence(line))
            return std::nullopt;
        if (end < 0)
            break;
        m_fence.lineBegin = end + 1;
    }
    const Block &shown = *m_blocks.back();
    const qsizetype size = m_text.size() - m_fence.contentBegin - (m_text.endsWith(u'\n') ? 1 : 0);
    if (size <= shown.text.size())
        return m_blocks.size();
    // The last character that is shown may have been half of one.
    const qsizetype kept = std::max<qsizetype>(0, shown.text.size() - 1);
    Block grown;
    grown.text.reserve(size);
    grown.text += QStringView(shown.text).left(kept);
    grown.text += QStringView(m_text).mid(m_fence.contentBegin + kept, size - kept);
    SourceGuard::replaceForbidden(grown.text, kept);
    grown.kind = shown.kind;
    grown.language = shown.language;
    grown.closed = false;
    m_blocks.back() = std::make_shared<const Block>(std::move(grown));
    return m_blocks.size() - 1;
}

/// Notes whether the text ends in words that further words can simply be added to.
void IncrementalBlocks::noteText(const ParsedText &parsed, bool definitions)
{
    m_growth = {};
    if (definitions || parsed.blocks.empty() || !m_tail.tableHead.isEmpty())
        return;
    const Block &last = *m_blocks.back();
    // Long paragraphs are cut at places that only the parser knows.
    if ((last.kind != Block::Kind::Paragraph && last.kind != Block::Kind::Heading) ||
        openLength() >= kMaxGrowing || m_tail.context.guard.length > kMaxGrowingParagraph)
        return;
    m_growth = PlainGrowth::after(tail(), last.runs);
    if (m_growth.end >= 0)
        m_growth.end += m_tail.begin;
}

std::optional<size_t> IncrementalBlocks::extendText()
{
    if (m_growth.end < 0)
        return std::nullopt;
    const QStringView more = QStringView(m_text).mid(m_growth.end);
    qsizetype size = more.size();
    while (size > 0 && more[size - 1] == u' ')
        --size;
    if (size == 0)
        return m_blocks.size();
    if (openLength() >= kMaxGrowing || !m_growth.takes(more)) {
        m_growth = {};
        return std::nullopt;
    }
    Block grown = *m_blocks.back();
    if (grown.runs.back().flags) {
        grown.runs.emplace_back();
        m_growth.withinWord = true;
    }
    grown.runs.back().text += more.left(size);
    m_blocks.back() = std::make_shared<const Block>(std::move(grown));
    m_growth.end += size;
    m_growth.last = more[size - 1];
    m_growth.withinWord = m_growth.withinWord || more.left(size).contains(u' ');
    return m_blocks.size() - 1;
}

} // namespace ponder
