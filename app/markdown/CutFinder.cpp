#include "markdown/CutFinder.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <cstring>

namespace ponder {

namespace {

bool isType(cmark_node *node, const char *type)
{
    return std::strcmp(cmark_node_get_type_string(node), type) == 0;
}

bool isItem(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_ITEM || isType(node, "tasklist");
}

bool isContainer(cmark_node *node)
{
    const cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || isItem(node);
}

/// Behind the marker of a container that begins at `column` of the line and the space after it;
/// nothing when that cannot be told.
std::optional<qsizetype> contentColumn(const QByteArray &line, qsizetype column)
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

/// Whether runs hold nothing that something further on could still close.
bool isSettled(const InlineRuns &runs)
{
    int brackets = 0;
    for (const InlineRun &run : runs) {
        if (run.flags & (InlineRun::Code | InlineRun::Math))
            continue;
        for (qsizetype i = 0; i < run.text.size(); ++i) {
            const QChar c = run.text[i];
            const QChar before = i > 0 ? run.text[i - 1] : QChar(u' ');
            const QChar after = i + 1 < run.text.size() ? run.text[i + 1] : QChar(u' ');
            switch (c.unicode()) {
            case u'*':
            case u'~':
                if (!before.isSpace() || !after.isSpace())
                    return false;
                break;
            case u'_':
                if (!before.isLetterOrNumber() || !after.isLetterOrNumber())
                    return false;
                break;
            case u'<':
                if (!after.isSpace() && !after.isDigit())
                    return false;
                break;
            case u'[':
                ++brackets;
                break;
            case u']':
                brackets = std::max(0, brackets - 1);
                break;
            case u'`':
                return false;
            default:
                break;
            }
        }
    }
    return brackets == 0;
}

} // namespace

std::optional<ParsedText::Cut> CutFinder::find(cmark_node *document, bool inParagraph)
{
    std::optional<ParsedText::Cut> best;
    cmark_node *node = document;
    while (node) {
        if (isItem(node) || cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE ||
            cmark_node_get_type(node) == CMARK_NODE_LIST)
            m_stack.push_back(node);
        if (!inParagraph && node != document && isContainer(node)) {
            if (auto cut = atChildOf(node))
                best = std::move(cut);
        }
        cmark_node *last = cmark_node_last_child(node);
        if (!last || (!isContainer(last) && !isType(last, "table") &&
                      cmark_node_get_type(last) != CMARK_NODE_PARAGRAPH))
            return best;
        if (isType(last, "table")) {
            if (auto cut = inParagraph ? std::nullopt : atRowOf(last))
                best = std::move(cut);
            return best;
        }
        if (cmark_node_get_type(last) == CMARK_NODE_PARAGRAPH) {
            if (inParagraph)
                return withinParagraph(last);
            // It could turn out to be a link definition, which is as if it had never been there.
            return mayVanish(last) ? std::nullopt : best;
        }
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

std::optional<ParsedText::Cut> CutFinder::withinParagraph(cmark_node *paragraph)
{
    const qsizetype line = std::max<qsizetype>(0, lineOf(paragraph));
    const size_t first = m_reader.firstBlock.value(paragraph);
    if (lineText(int(line) + m_shift + 1).contains('|'))
        return std::nullopt;
    std::optional<ParsedText::Cut> best;
    size_t checked = first;
    for (const auto &[block, part] : m_reader.parts) {
        if (block <= first)
            continue;
        for (; checked < block; ++checked) {
            if (!isSettled(m_parsed.blocks[checked]->runs))
                return best;
        }
        ParsedText::Cut cut;
        if (m_guarded.parts[size_t(part)].state.pipeLine)
            return best;
        cut.offset = m_guarded.parts[size_t(part)].offset;
        cut.firstBlock = block;
        cut.context.guard = m_guarded.parts[size_t(part)].state;
        if (!open(cut, m_stack, m_shift + 1 + int(m_guarded.lines.size())))
            return best;
        const QByteArray head = cut.context.head;
        QByteArray prefix =
            head.mid(head.lastIndexOf('\n', -2) + 1).chopped(head.isEmpty() ? 0 : 2);
        for (char &c : prefix)
            c = c == '>' ? '>' : ' ';
        cut.context.linePrefix = prefix;
        best = std::move(cut);
    }
    return best;
}

QByteArray CutFinder::lineText(int line) const
{
    if (line <= m_shift) {
        const QList<QByteArray> lines = (m_context.definitions + m_context.head).split('\n');
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
        cut.context.head += head + "#\n";
        return true;
    };
    for (cmark_node *node : stack) {
        if (cmark_node_get_type(node) == CMARK_NODE_LIST) {
            const int id = m_reader.listIds.value(node, -1);
            if (id < 0)
                return false;
            cut.listIds.push_back(id);
            cut.context.lists.push_back({1, m_parsed.listTight[size_t(id)]});
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

} // namespace ponder
