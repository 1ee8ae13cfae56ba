#include "markdown/CutFinder.h"

#include "markdown/CmarkDocument.h"

#include <cmark-gfm.h>

#include <algorithm>

namespace ponder {

namespace {

bool isItem(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_ITEM || isType(node, "tasklist");
}

bool isContainer(cmark_node *node)
{
    const cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || isItem(node);
}

} // namespace

std::optional<ParsedText::Cut> CutFinder::find(cmark_node *document, bool inParagraph)
{
    std::optional<ParsedText::Cut> best;
    const auto orBest = [&best](std::optional<ParsedText::Cut> cut) { return cut ? cut : best; };
    for (cmark_node *node = document; node;) {
        if (isContainer(node))
            m_stack.push_back(node);
        if (node != document && isContainer(node))
            best = orBest(atChildOf(node));
        cmark_node *last = cmark_node_last_child(node);
        if (!last)
            return best;
        const cmark_node_type type = cmark_node_get_type(last);
        if (isType(last, "table"))
            return orBest(atRowOf(last));
        if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK)
            return orBest(withinLeaf(last));
        if (type == CMARK_NODE_PARAGRAPH) {
            // It could turn out to be a link definition, which is as if it had never been there.
            if (mayVanish(last))
                return inParagraph ? withinParagraph(last, true) : std::nullopt;
            return best || !inParagraph ? best : withinParagraph(last, false);
        }
        if (!isContainer(last))
            return best;
        node = last;
    }
    return best;
}

bool CutFinder::mayVanish(cmark_node *paragraph) const
{
    const QByteArray line = lineText(cmark_node_get_start_line(paragraph))
                                .mid(cmark_node_get_start_column(paragraph) - 1)
                                .trimmed();
    return line.isEmpty() || (line.startsWith('[') &&
                              (!line.contains(']') || line.contains("]:") || line.contains('\\')));
}

qsizetype CutFinder::lineOf(cmark_node *node) const
{
    return qsizetype(cmark_node_get_start_line(node)) - 1 - m_shift;
}

std::optional<ParsedText::Cut> CutFinder::atChildOf(cmark_node *parent)
{
    for (cmark_node *child = cmark_node_last_child(parent); child;
         child = cmark_node_previous(child)) {
        cmark_node *before = cmark_node_previous(child);
        const qsizetype line = lineOf(child);
        if (!before || cmark_node_get_start_line(before) == 0 || line <= 0 ||
            size_t(line) + 1 >= m_guarded.lines.size() || !m_guarded.lines[size_t(line)].restarts ||
            !m_reader.firstBlock.contains(child))
            continue;
        // The line below the header of a table must not change any more.
        if (isType(child, "table") && size_t(line) + 2 >= m_guarded.lines.size())
            continue;
        ParsedText::Cut cut;
        cut.offset = m_guarded.lines[size_t(line)].offset;
        cut.firstBlock = m_reader.firstBlock.value(child);
        cut.context.guard = m_guarded.lines[size_t(line)].state;
        std::vector<cmark_node *> stack = m_stack;
        // An item goes on the list of the one before it.
        if (isItem(child))
            stack.push_back(before);
        if (open(cut, stack, cmark_node_get_start_line(child)))
            return cut;
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<ParsedText::Cut> CutFinder::atRowOf(cmark_node *table)
{
    const qsizetype tableLine = lineOf(table);
    cmark_node *aboveTable = cmark_node_previous(table);
    if (tableLine < 0 || (aboveTable && cmark_node_get_start_line(aboveTable) == 0))
        return std::nullopt;
    size_t rows = 0;
    for (cmark_node *row = cmark_node_first_child(table); row; row = cmark_node_next(row))
        ++rows;
    for (cmark_node *row = cmark_node_last_child(table); rows > 2; row = cmark_node_previous(row)) {
        --rows; // those before this one
        const qsizetype line = lineOf(row);
        if (line < tableLine + 3 || size_t(line) + 1 >= m_guarded.lines.size() ||
            !m_guarded.lines[size_t(line)].restarts)
            continue;
        ParsedText::Cut cut;
        cut.offset = m_guarded.lines[size_t(line)].offset;
        cut.firstBlock = m_reader.firstBlock.value(table);
        cut.context.guard = m_guarded.lines[size_t(line)].state;
        cut.context.guard.rows -= 2; // header and delimiters are read again
        cut.tableBegin = m_guarded.lines[size_t(tableLine)].offset;
        cut.tableRows = rows;
        if (open(cut, m_stack, cmark_node_get_start_line(table)))
            return cut;
        return std::nullopt;
    }
    return std::nullopt;
}

/// `onlyPlain`: only where markup means nothing any more.
std::optional<ParsedText::Cut> CutFinder::withinParagraph(cmark_node *paragraph, bool onlyPlain)
{
    const qsizetype line = std::max<qsizetype>(0, lineOf(paragraph));
    if (m_parsed.blocks.empty() || lineText(int(line) + m_shift + 1).contains('|'))
        return std::nullopt;
    const Block &block = *m_parsed.blocks.back();
    if (block.kind != Block::Kind::Paragraph || block.runs.empty() ||
        block.runs.back().flags & ~InlineRun::Flags(InlineRun::AsWritten))
        return std::nullopt;
    // The last words stand in the source as they are shown: places in there are known.
    const QString &words = block.runs.back().text;
    qsizetype end = m_source.size();
    while (end > 0 && (m_source[end - 1] == u' ' || m_source[end - 1] == u'\n'))
        --end;
    qsizetype same = 0;
    while (same < std::min(words.size(), end) &&
           words[words.size() - 1 - same] == m_source[end - 1 - same])
        ++same;
    for (auto stop = m_guarded.stops.rbegin(); stop != m_guarded.stops.rend(); ++stop) {
        const qsizetype finished = words.size() - (end - stop->offset);
        if (stop->offset <= end - same || finished <= 0 || stop->state.pipeLine ||
            (onlyPlain && !stop->state.isTooMuch()))
            return std::nullopt;
        if (stop->offset >= end || stop->state.lineBegins)
            continue;
        ParsedText::Cut cut;
        cut.offset = stop->offset;
        cut.inWord = stop->inWord;
        cut.backticks = stop->open;
        cut.firstBlock = m_parsed.blocks.size() - 1;
        cut.paragraphBegin = m_reader.firstBlock.value(paragraph);
        cut.context.guard = stop->state;
        cut.runs = block.runs;
        cut.runs.back().text.truncate(finished);
        if (!open(cut, m_stack, m_shift + 1 + int(m_guarded.lines.size())))
            return std::nullopt;
        cut.context.linePrefix = linePrefix(cut);
        return cut;
    }
    return std::nullopt;
}

bool CutFinder::endsWithinLine() const
{
    return !m_source.isEmpty() && !m_source.endsWith(u'\n');
}

QByteArray CutFinder::lineText(int line) const
{
    if (line <= m_shift) {
        const QList<QByteArray> lines =
            (m_context.definitions + m_context.head + m_context.leaf).split('\n');
        return lines.value(line - 1);
    }
    const auto index = size_t(line - 1 - m_shift);
    if (index >= m_guarded.lines.size())
        return {};
    const qsizetype begin = m_guarded.lines[index].offset;
    const qsizetype end = index + 1 < m_guarded.lines.size() ? m_guarded.lines[index + 1].offset - 1
                                                             : m_source.size();
    // The markers at the beginning are all that matters.
    return m_source.mid(begin, std::min<qsizetype>(end - begin, 1000)).toUtf8();
}

bool CutFinder::open(ParsedText::Cut &cut, const std::vector<cmark_node *> &stack,
                     int beforeLine) const
{
    int line = -1;
    qsizetype column = 0;
    const bool endsEmpty =
        !stack.empty() && isItem(stack.back()) && !cmark_node_first_child(stack.back());
    const auto flush = [&] {
        if (line < 0)
            return true;
        const QByteArray text = lineText(line);
        const std::optional<qsizetype> content = contentColumn(text, column);
        if (!content)
            return false;
        QByteArray head = text.left(*content);
        if (head.size() < *content)
            head.append(' ');
        // A blank line has ended an empty item: what comes does not stand within it.
        if (endsEmpty && line == cmark_node_get_start_line(stack.back()))
            head.append(3, ' ');
        cut.context.head += head + "#\n";
        return true;
    };
    for (cmark_node *node : stack) {
        if (cmark_node_get_type(node) == CMARK_NODE_LIST) {
            const int id = m_reader.listIds.value(node, -1);
            if (id < 0)
                return false;
            const bool tight = m_parsed.listTight[size_t(id)];
            const bool wasTight =
                size_t(id) >= m_context.lists.size() || m_context.lists[size_t(id)].tight;
            // What is left of the last line may undo that.
            if (!tight && wasTight && endsWithinLine())
                return false;
            cut.listIds.push_back(id);
            cut.context.lists.push_back({1, tight});
            continue;
        }
        const int nodeLine = cmark_node_get_start_line(node);
        if (nodeLine >= beforeLine)
            return false;
        if (nodeLine != line) {
            if (!flush())
                return false;
            line = nodeLine;
        }
        column = cmark_node_get_start_column(node) - 1;
        if (isItem(node)) {
            if (cut.context.lists.empty() || !m_reader.numbers.contains(node))
                return false;
            cut.context.lists.back().nextNumber = m_reader.numbers.value(node) + 1;
        }
    }
    return flush();
}

std::optional<qsizetype> CutFinder::contentColumn(const QByteArray &line, qsizetype column)
{
    if (column >= line.size() || line.left(column + 1).contains('\t'))
        return std::nullopt;
    qsizetype at = column;
    if (line[at] == '>')
        return at + 1 + (at + 1 < line.size() && line[at + 1] == ' ' ? 1 : 0);
    if (line[at] == '-' || line[at] == '+' || line[at] == '*') {
        ++at;
    } else {
        while (at < line.size() && line[at] >= '0' && line[at] <= '9')
            ++at;
        if (at == column || at >= line.size() || (line[at] != '.' && line[at] != ')'))
            return std::nullopt;
        ++at;
    }
    qsizetype spaces = 0;
    while (at + spaces < line.size() && line[at + spaces] == ' ')
        ++spaces;
    const bool blank = at + spaces >= line.size();
    if (!blank && line[at + spaces] == '\t')
        return std::nullopt;
    return at + (blank || spaces > 4 ? 1 : spaces);
}

QByteArray CutFinder::continuation(QByteArray markers)
{
    for (char &c : markers)
        c = c == '>' ? '>' : ' ';
    return markers;
}

QByteArray CutFinder::linePrefix(const ParsedText::Cut &cut)
{
    const QByteArray &head = cut.context.head;
    const QByteArray markers =
        head.mid(head.lastIndexOf('\n', -2) + 1).chopped(head.isEmpty() ? 0 : 2);
    QByteArray prefix = continuation(markers);
    // A quote takes the space behind its mark: it needs one where a marker stands beside it.
    for (qsizetype i = markers.size() - 1; i > 0; --i) {
        if (markers[i - 1] == '>' && markers[i] != ' ' && markers[i] != '>')
            prefix.insert(i, ' ');
    }
    return prefix;
}

} // namespace ponder
