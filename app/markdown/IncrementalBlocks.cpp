#include "markdown/IncrementalBlocks.h"

#include "markdown/SourceGuard.h"

#include <algorithm>
#include <iterator>

namespace ponder {

size_t IncrementalBlocks::append(QStringView piece)
{
    if (piece.isEmpty())
        return m_blocks.size();
    SourceGuard::appendNormalized(m_text, piece, m_afterCr);
    if (const std::optional<size_t> firstChanged = extendFence())
        return *firstChanged;
    std::vector<LinkDefinition> definitions = LinkDefinitions::find(tail());
    if (concernsFinished(definitions)) {
        // A late definition turns finished text into links: begin again from the top.
        m_tailBegin = 0;
        m_finished = 0;
        m_labels.clear();
        m_definitions.clear();
    }
    const qsizetype parsedFrom = m_tailBegin;
    ParsedText parsed = BlockParser::parse(tail(), outerDefinitions());
    const size_t firstChanged = replaceTail(std::move(parsed.blocks));
    finish(parsed, !definitions.empty());
    noteFence(parsedFrom, parsed);
    return firstChanged;
}

void IncrementalBlocks::clear()
{
    *this = {};
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
    const QSet<QString> mentioned = LinkDefinitions::mentionedLabels(tail());
    for (const QString &label : mentioned) {
        const auto definition = m_definitions.constFind(label);
        if (definition != m_definitions.constEnd())
            needed.push_back(*definition);
    }
    return LinkDefinitions::toMarkdown(needed);
}

/// Puts fresh blocks in the place of the open ones; those that are equal keep their identity.
size_t IncrementalBlocks::replaceTail(Blocks fresh)
{
    size_t same = 0;
    const size_t before = m_blocks.size() - m_finished;
    while (same < before && same < fresh.size() && *m_blocks[m_finished + same] == *fresh[same])
        ++same;
    const auto keep = std::ptrdiff_t(m_finished + same);
    m_blocks.erase(m_blocks.begin() + keep, m_blocks.end());
    m_blocks.insert(m_blocks.end(), std::make_move_iterator(fresh.begin() + std::ptrdiff_t(same)),
                    std::make_move_iterator(fresh.end()));
    return size_t(keep);
}

/// Finishes what stands before the last outermost block that follows a blank line and whose first
/// line is complete: nothing that comes later reaches back over that.
void IncrementalBlocks::finish(const ParsedText &parsed, bool hasDefinitions)
{
    for (size_t i = parsed.tops.size(); i-- > 1;) {
        const ParsedText::Top &top = parsed.tops[i];
        if (!top.afterBlank || !top.complete || top.offset <= parsed.tops[i - 1].offset)
            continue;
        const QStringView done = tail().left(top.offset);
        const QSet<QString> labels = LinkDefinitions::mentionedLabels(done);
        if (hasDefinitions) {
            // Text that refers to a definition that is still open may change with it.
            for (const LinkDefinition &d : LinkDefinitions::find(tail().mid(top.offset))) {
                if (labels.contains(d.label) && !m_definitions.contains(d.label))
                    return;
            }
            for (const LinkDefinition &d : LinkDefinitions::find(done)) {
                if (!m_definitions.contains(d.label))
                    m_definitions.insert(d.label, d);
            }
        }
        m_labels += labels;
        m_finished += top.firstBlock;
        m_tailBegin += top.offset;
        return;
    }
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
    Block grown = *m_blocks.back();
    grown.text = m_text.mid(m_fence.contentBegin);
    if (grown.text.endsWith(u'\n'))
        grown.text.chop(1);
    SourceGuard::replaceForbidden(grown.text);
    if (grown.text == m_blocks.back()->text)
        return m_blocks.size();
    m_blocks.back() = std::make_shared<const Block>(std::move(grown));
    return m_blocks.size() - 1;
}

} // namespace ponder
