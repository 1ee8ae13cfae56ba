// Cuts within blocks of code and HTML.

#include "markdown/CutFinder.h"
#include "markdown/GuardMarks.h"
#include "markdown/SourceLines.h"

#include <cmark-gfm.h>

#include <algorithm>

namespace ponder {

namespace {

/// Whether the lines from a place on are code to the last one, without a blank line.
bool hasBlankLine(QStringView text)
{
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf(u'\n', begin);
        end = end < 0 ? text.size() : end;
        if (SourceLines::isBlank(text.mid(begin, end - begin)))
            return true;
        begin = end + 1;
    }
    return false;
}

} // namespace

const GuardState *CutFinder::stateAt(size_t line) const
{
    const GuardedText::Line &noted = m_guarded.lines[line];
    if (noted.restarts)
        return &noted.state;
    const auto stop = std::lower_bound(
        m_guarded.stops.begin(), m_guarded.stops.end(), noted.offset,
        [](const GuardedText::Stop &a, qsizetype offset) { return a.offset < offset; });
    return stop != m_guarded.stops.end() && stop->offset == noted.offset ? &stop->state : nullptr;
}

std::optional<ParsedText::Cut> CutFinder::withinLeaf(cmark_node *leaf)
{
    // Some HTML is not shown, or not as code.
    if (m_parsed.blocks.empty() || m_reader.firstBlock.value(leaf) + 1 != m_parsed.blocks.size())
        return std::nullopt;
    const Block &block = *m_parsed.blocks.back();
    const bool code = cmark_node_get_type(leaf) == CMARK_NODE_CODE_BLOCK;
    int length = 0;
    int offset = 0;
    char mark = 0;
    const bool fenced = code && cmark_node_get_fenced(leaf, &length, &offset, &mark);
    if (block.kind != (code ? Block::Kind::Code : Block::Kind::Html) || (fenced && block.closed))
        return std::nullopt;
    if (auto cut = atLineOf(leaf, fenced))
        return cut;
    return fenced ? std::nullopt : withinPlainLeaf(leaf);
}

/// Before the last line that is complete and that guarding can begin at.
std::optional<ParsedText::Cut> CutFinder::atLineOf(cmark_node *leaf, bool fenced)
{
    const Block &block = *m_parsed.blocks.back();
    const qsizetype first = std::max<qsizetype>(0, lineOf(leaf) + 1);
    auto line = qsizetype(m_guarded.lines.size()) - 2;
    const GuardState *state = nullptr;
    while (line > first && !(state = stateAt(size_t(line))))
        --line;
    if (!state || line >= cmark_node_get_end_line(leaf) - m_shift)
        return std::nullopt;
    ParsedText::Cut cut;
    cut.offset = m_guarded.lines[size_t(line)].offset;
    cut.context.guard = *state;
    cut.leafText = finishedText(block, cut.offset, fenced && !block.nesting.contains('q'));
    if (!openLeaf(cut, leaf, fenced))
        return std::nullopt;
    return cut;
}

/// Where there are too many lines to guard, they are one long text.
std::optional<ParsedText::Cut> CutFinder::withinPlainLeaf(cmark_node *leaf)
{
    const qsizetype end = m_source.size() - (m_source.endsWith(u'\n') ? 1 : 0);
    for (auto stop = m_guarded.stops.rbegin(); stop != m_guarded.stops.rend(); ++stop) {
        if (stop->state.lineBegins || !stop->state.isTooMuch())
            return std::nullopt;
        if (stop->offset >= end)
            continue;
        ParsedText::Cut cut;
        cut.offset = stop->offset;
        cut.context.guard = stop->state;
        cut.leafText = finishedText(*m_parsed.blocks.back(), stop->offset, false);
        if (!openLeaf(cut, leaf, false))
            return std::nullopt;
        cut.context.linePrefix = linePrefix(cut);
        if (cmark_node_get_type(leaf) == CMARK_NODE_CODE_BLOCK)
            cut.context.linePrefix += "    ";
        return cut;
    }
    return std::nullopt;
}

bool CutFinder::openLeaf(ParsedText::Cut &cut, cmark_node *leaf, bool fenced) const
{
    cut.firstBlock = m_parsed.blocks.size() - 1;
    cut.context.leaf = leafHead(leaf, fenced);
    cut.leafGoesOn = cmark_node_get_start_line(leaf) <= m_shift;
    if (cut.leafGoesOn)
        cut.leafText -= m_parsed.blocks.back()->text.indexOf(u'\n') + 1;
    return !cut.context.leaf.isEmpty() && cut.leafText > 0 &&
           open(cut, m_stack, cmark_node_get_start_line(leaf) + 1);
}

/// How much of the text of code or HTML stands before a place, with line ends; −1 when that cannot
/// be told.
qsizetype CutFinder::finishedText(const Block &block, qsizetype offset, bool mayBeBlank) const
{
    const QStringView open = m_source.mid(offset);
    if (!mayBeBlank && hasBlankLine(open))
        return -1;
    const auto lines = open.count(u'\n') + (open.endsWith(u'\n') ? 0 : 1);
    qsizetype begin = block.text.size() + 1;
    for (qsizetype i = 0; i < lines && begin > 0; ++i)
        begin = begin < 2 ? 0 : block.text.lastIndexOf(u'\n', begin - 2) + 1;
    const auto lineFrom = [](QStringView text, qsizetype from) {
        const qsizetype end = text.indexOf(u'\n', from);
        return text.mid(from, end < 0 ? -1 : end - from);
    };
    // A line has its indentation and quote marks in the source only.
    const QStringView source = lineFrom(open, 0);
    const QStringView shown = lineFrom(block.text, begin);
    if (offset > 0 && m_source[offset - 1] != u'\n')
        return shown.endsWith(source) ? begin + shown.size() - source.size() : -1;
    const bool same = source.endsWith(shown) && SourceLines::isBlank(source.chopped(shown.size()));
    return begin > 0 && same ? begin : -1;
}

QByteArray CutFinder::leafHead(cmark_node *leaf, bool fenced) const
{
    constexpr qsizetype kMaxLine = 900;
    const int number = cmark_node_get_start_line(leaf);
    if (number <= m_shift)
        return m_context.leaf;
    QByteArray line = guardedLine(size_t(number - 1 - m_shift));
    const qsizetype column = cmark_node_get_start_column(leaf) - 1;
    if (line.size() > kMaxLine || column >= line.size() || line.left(column).contains('\t'))
        return {};
    // Containers that begin on the same line have been opened before that.
    for (cmark_node *node : m_stack) {
        if (cmark_node_get_start_line(node) != number ||
            cmark_node_get_type(node) == CMARK_NODE_LIST)
            continue;
        const auto content = contentColumn(line, cmark_node_get_start_column(node) - 1);
        if (!content || *content > line.size())
            return {};
        line.replace(0, *content, continuation(line.left(*content)));
    }
    line += '\n';
    return fenced ? line + continuation(line.left(column)) + "x\n" : line;
}

/// With letters for the marks: what those stand for is not known when the line is read again, and
/// without anything in their place a line of code could be blank.
QByteArray CutFinder::guardedLine(size_t line) const
{
    qsizetype begin = 0;
    for (; line > 0; --line)
        begin = m_guarded.utf8.indexOf('\n', begin) + 1;
    const qsizetype end = m_guarded.utf8.indexOf('\n', begin);
    QString text = QString::fromUtf8(m_guarded.utf8.mid(begin, end < 0 ? -1 : end - begin));
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return guard::isNonCharacter(c.unicode()); },
        QChar(u'x'));
    return text.toUtf8();
}

} // namespace ponder
