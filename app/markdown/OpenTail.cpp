#include "markdown/OpenTail.h"

#include "markdown/SourceLines.h"

#include <utility>

namespace ponder {

namespace {

/// The first two lines: the header of a table and what is below it.
qsizetype behindTwoLines(QStringView text, qsizetype from)
{
    return text.indexOf(u'\n', text.indexOf(u'\n', from) + 1) + 1;
}

/// Whether all lines of the paragraph go on with the first one as the guard sees it, markup or not.
bool isOneStretch(QStringView tail, int quotes)
{
    for (qsizetype begin = tail.indexOf(u'\n') + 1; begin > 0 && begin < tail.size();) {
        const qsizetype end = tail.indexOf(u'\n', begin);
        const QStringView line = tail.mid(begin, end < 0 ? -1 : end - begin);
        if (SourceLines::isBlank(line))
            return true; // where the paragraph ends
        if (SourceLines::beginsAnew(line, quotes, false))
            return false;
        begin = end + 1;
    }
    return true;
}

/// As one paragraph has it: text goes on with the text before it.
void append(InlineRuns &runs, const InlineRuns &more)
{
    auto begin = more.begin();
    if (begin != more.end() && !runs.empty() && runs.back().takes(*begin))
        runs.back().text += (begin++)->text;
    runs.insert(runs.end(), begin, more.end());
}

} // namespace

bool OpenTail::leavesParagraph(QStringView tail, const ParsedText &parsed) const
{
    if (!context.guard.inside || !context.leaf.isEmpty())
        return false;
    const qsizetype end = tail.indexOf(u'\n');
    return parsed.blocks.empty() || parsed.blocks.front()->kind != Block::Kind::Paragraph ||
           !parsed.blocks.front()->continued || tail.left(end).contains(u'|');
}

bool OpenTail::closesMarkup(QStringView tail, const ParsedText &parsed) const
{
    if (!open.marks)
        return false;
    if (context.guard.isTooMuch() && isOneStretch(tail, context.guard.quotes))
        return false; // without any markup
    for (size_t i = 0; i < parsed.inside; ++i) {
        // Behind a picture or formula that stands alone anything may be closed.
        if (open.mayClose(tail, parsed.blocks[i]->runs, i == 0 ? u' ' : u'.'))
            return true;
    }
    return false;
}

void OpenTail::complete(ParsedText &parsed) const
{
    if (parsed.blocks.empty())
        return;
    BlockPtr &front = parsed.blocks.front();
    if (!tableHead.isEmpty() && front->kind == Block::Kind::Table) {
        Block table = *front;
        TableRows rows = tableRows;
        rows.append(table.table.rows, 1);
        table.table.rows = std::move(rows);
        table.marker = first.marker;
        table.quoteBegins = first.quoteBegins;
        front = std::make_shared<const Block>(std::move(table));
    } else if (paragraph) {
        Block whole = *front;
        InlineRuns runs;
        runs.reserve(paragraph->runs.size() + whole.runs.size());
        runs = paragraph->runs;
        append(runs, whole.runs);
        whole.runs = std::move(runs);
        whole.marker = first.marker;
        whole.quoteBegins = first.quoteBegins;
        whole.alert = first.alert;
        whole.continued = paragraph->continued;
        front = std::make_shared<const Block>(std::move(whole));
    }
}

QStringView OpenTail::leafRest(const Block &block)
{
    const qsizetype firstLine = block.text.indexOf(u'\n');
    return firstLine < 0 ? QStringView() : QStringView(block.text).mid(firstLine + 1);
}

OpenTail OpenTail::after(const ParsedText &parsed, const ParsedText::Cut &cut, QStringView tail,
                         const Blocks &blocks) const
{
    OpenTail next;
    next.begin = begin + cut.offset - tableHead.size();
    next.finished = finished + cut.firstBlock;
    next.context = cut.context;
    takeLists(next, parsed, cut, blocks);
    if (cut.tableBegin >= 0)
        takeTable(next, cut, tail, blocks);
    if (!cut.context.leaf.isEmpty())
        next.leafText = cut.leafText + (cut.leafGoesOn ? leafText : 0);
    if (!cut.runs.empty())
        takeParagraph(next, parsed, cut, blocks);
    // The runs do not tell which brackets close none.
    if (next.paragraph && tail.left(cut.offset).contains(u"\\]"))
        next.open.marks |= OpenMarkup::Bracket;
    if (cut.tableBegin >= 0 || next.paragraph)
        next.first = {blocks[next.finished]->marker, blocks[next.finished]->quoteBegins,
                      blocks[next.finished]->alert};
    return next;
}

void OpenTail::takeLists(OpenTail &next, const ParsedText &parsed, const ParsedText::Cut &cut,
                         const Blocks &blocks) const
{
    for (size_t i = 0; i < cut.listIds.size(); ++i) {
        const int id = cut.listIds[i];
        List list;
        if (size_t(id) < lists.size())
            list = lists[size_t(id)];
        if (!list.blocks)
            list.blocks = std::make_shared<std::vector<size_t>>();
        list.blocks->resize(list.count);
        for (size_t block = 0; block < cut.firstBlock; ++block) {
            if (parsed.lists[block] == id)
                list.blocks->push_back(finished + block);
        }
        list.count = list.blocks->size();
        // What is shown may know more already than the lines that are complete.
        list.tight =
            list.count == 0 ? next.context.lists[i].tight : blocks[list.blocks->back()]->tight;
        next.lists.push_back(std::move(list));
    }
}

void OpenTail::takeTable(OpenTail &next, const ParsedText::Cut &cut, QStringView tail,
                         const Blocks &blocks) const
{
    const QString source = tableHead + tail.toString();
    const bool goesOn = cut.tableBegin < tableHead.size();
    next.tableHead =
        source.mid(cut.tableBegin, behindTwoLines(source, cut.tableBegin) - cut.tableBegin);
    next.tableRows = blocks[next.finished]->table.rows;
    next.tableRows.truncate(cut.tableRows + (goesOn ? tableRows.size() - 1 : 0));
}

void OpenTail::takeParagraph(OpenTail &next, const ParsedText &parsed, const ParsedText::Cut &cut,
                             const Blocks &blocks) const
{
    Paragraph whole;
    if (paragraph && cut.firstBlock == 0)
        whole = *paragraph;
    else
        whole.continued = blocks[next.finished]->continued;
    append(whole.runs, cut.runs);
    // The paragraph that the tail begins within is the one that is cut.
    if (context.guard.inside && context.leaf.isEmpty())
        next.open = open;
    for (size_t i = cut.paragraphBegin; i < cut.firstBlock; ++i)
        next.open.add(parsed.blocks[i]->runs);
    next.open.add(cut.runs);
    if (cut.inWord)
        next.open.marks |= OpenMarkup::Word;
    if (cut.backticks)
        next.open.marks |= OpenMarkup::Backtick;
    next.paragraph = std::move(whole);
}

} // namespace ponder
