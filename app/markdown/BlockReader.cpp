#include "markdown/BlockReader.h"

#include "markdown/Alert.h"
#include "markdown/CmarkDocument.h"
#include "markdown/Formula.h"
#include "markdown/InlineReader.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace ponder {

namespace {

/// Deeper containers are drawn at this depth: the column would be used up by indentation.
constexpr qsizetype kMaxNesting = 10;

bool isLeafBlock(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_THEMATIC_BREAK:
        return true;
    default:
        return isType(node, "table");
    }
}

bool isBreak(const InlineRun &run)
{
    return bool(run.flags & (InlineRun::SoftBreak | InlineRun::HardBreak));
}

bool isPicture(const InlineRun &run)
{
    return bool(run.flags & InlineRun::Image);
}

/// Whether there is nothing but pictures in the line that begins with run `i`.
bool isLineOfPictures(const InlineRuns &runs, size_t i)
{
    bool picture = false;
    for (; i < runs.size() && !isBreak(runs[i]); ++i) {
        if (isPicture(runs[i]))
            picture = true;
        else if (!QStringView(runs[i].text).trimmed().isEmpty())
            return false;
    }
    return picture;
}

/// Whether run `i` is a display formula that has its lines to itself.
bool isDisplayFormula(const InlineRuns &runs, size_t i)
{
    return runs[i].flags & InlineRun::Math && (i == 0 || isBreak(runs[i - 1])) &&
           (i + 1 >= runs.size() || isBreak(runs[i + 1])) && Formula::isDisplay(runs[i].text);
}

Block picture(const InlineRun &run)
{
    Block block;
    block.kind = Block::Kind::Image;
    block.url = run.url;
    block.alt = run.text;
    return block;
}

Block formula(const InlineRun &run)
{
    Block block;
    block.kind = Block::Kind::Math;
    block.text = run.text;
    return block;
}

QString withoutLeadingBlanks(const QString &text)
{
    const auto begin = std::find_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
    return text.mid(begin - text.begin());
}

} // namespace

void BlockReader::read(cmark_node *top)
{
    const std::unique_ptr<cmark_iter, void (*)(cmark_iter *)> iter(cmark_iter_new(top),
                                                                   cmark_iter_free);
    cmark_event_type event = CMARK_EVENT_NONE;
    while ((event = cmark_iter_next(iter.get())) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter.get());
        if (event == CMARK_EVENT_EXIT) {
            leave(node);
            continue;
        }
        enter(node);
        // What is inside a leaf has been read with it; go on behind it.
        if (isLeafBlock(node) && cmark_node_first_child(node))
            cmark_iter_reset(iter.get(), node, CMARK_EVENT_EXIT);
    }
}

/// The headings that the context ends in come first and are no blocks of the text.
void BlockReader::dropContext(cmark_node *node)
{
    int line = cmark_node_get_start_line(node);
    // The text that cmark cuts off a table's header has no line of its own.
    if (line == 0 && cmark_node_next(node))
        line = cmark_node_get_start_line(cmark_node_next(node));
    if (line > m_textLine)
        end();
}

void BlockReader::end()
{
    if (m_inText)
        return;
    m_inText = true;
    m_parsed.blocks.clear();
    m_parsed.lists.clear();
}

void BlockReader::enter(cmark_node *node)
{
    if (!m_inText)
        dropContext(node);
    if (noteNodes)
        firstBlock.insert(node, m_parsed.blocks.size());
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        emptyItem();
        if (m_quoteBegins < 0)
            m_quoteBegins = int(m_nesting.size());
        m_nesting.append('q');
        break;
    case CMARK_NODE_LIST:
        enterList(node);
        break;
    case CMARK_NODE_ITEM:
        enterItem(node);
        break;
    case CMARK_NODE_PARAGRAPH:
        addParagraph(node);
        break;
    case CMARK_NODE_HEADING:
        addHeading(node);
        break;
    case CMARK_NODE_CODE_BLOCK:
        addCode(node);
        break;
    case CMARK_NODE_HTML_BLOCK:
        addHtml(node);
        break;
    case CMARK_NODE_THEMATIC_BREAK: {
        Block block;
        block.kind = Block::Kind::Rule;
        push(std::move(block));
        break;
    }
    default:
        if (isType(node, "table"))
            addTable(node);
        else if (isType(node, "tasklist"))
            enterItem(node);
        break;
    }
}

void BlockReader::leave(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        m_nesting.chop(1);
        m_quoteBegins = -1; // of one without a block
        break;
    case CMARK_NODE_LIST:
        m_lists.pop_back();
        break;
    default:
        if (cmark_node_get_type(node) == CMARK_NODE_ITEM || isType(node, "tasklist")) {
            emptyItem();
            m_nesting.chop(1);
        }
        break;
    }
}

void BlockReader::enterList(cmark_node *node)
{
    emptyItem();
    Container list;
    list.kind = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? 'o' : 'b';
    list.tight = cmark_node_get_list_tight(node) != 0;
    list.nextNumber = cmark_node_get_list_start(node);
    list.id = int(m_parsed.listTight.size());
    if (size_t(list.id) < m_context.lists.size()) {
        const ParseContext::List &before = m_context.lists[size_t(list.id)];
        list.tight = list.tight && before.tight;
        list.nextNumber = before.nextNumber - 1; // the number of the item that opens it again
    }
    m_parsed.listTight.push_back(list.tight);
    if (noteNodes)
        listIds.insert(node, list.id);
    m_lists.push_back(list);
}

void BlockReader::enterItem(cmark_node *node)
{
    if (m_lists.empty())
        return;
    Container &list = m_lists.back();
    m_nesting.append(list.kind);
    if (noteNodes)
        numbers.insert(node, list.nextNumber);
    if (isType(node, "tasklist")) {
        m_marker.kind = ListMarker::Kind::Task;
        m_marker.checked = cmark_gfm_extensions_get_tasklist_item_checked(node);
        ++list.nextNumber;
    } else if (list.kind == 'o') {
        m_marker.kind = ListMarker::Kind::Ordered;
        m_marker.number = list.nextNumber++;
    } else {
        m_marker.kind = ListMarker::Kind::Bullet;
        ++list.nextNumber;
    }
}

/// An item whose marker has found no block yet gets an empty paragraph to stand before.
void BlockReader::emptyItem()
{
    if (m_marker.kind != ListMarker::Kind::None)
        push({});
}

void BlockReader::push(Block block)
{
    block.nesting = m_nesting.left(kMaxNesting);
    block.quoteBegins = std::exchange(m_quoteBegins, -1);
    block.marker = std::exchange(m_marker, {});
    block.tight = !m_lists.empty() && m_lists.back().tight;
    m_parsed.lists.push_back(m_lists.empty() ? -1 : m_lists.back().id);
    m_parsed.blocks.push_back(std::make_shared<const Block>(std::move(block)));
}

/// A mark on the first line of a quote becomes its title.
Block::Alert BlockReader::readAlert(InlineRuns &runs)
{
    if (runs.empty() || runs.front().flags || (runs.size() > 1 && !isBreak(runs[1])))
        return Block::Alert::None;
    const Block::Alert alert = Alert::fromMark(runs.front().text);
    if (alert == Block::Alert::None)
        return alert;
    runs.front().text = Alert::title(alert);
    runs.front().flags = InlineRun::Bold;
    if (runs.size() > 1)
        runs[1].flags = InlineRun::HardBreak;
    return alert;
}

void BlockReader::addParagraph(cmark_node *node)
{
    InlineReader reader(m_guarded);
    InlineRuns runs = reader.read(node);
    const bool inside = m_context.guard.inside && m_parsed.blocks.empty();
    if (!inside && reader.hasTags() && std::all_of(runs.begin(), runs.end(), isBreak)) {
        leaveOut(); // nothing but tags that mean nothing here
        return;
    }
    Block begin;
    if (m_quoteBegins >= 0 && m_nesting.endsWith('q'))
        begin.alert = readAlert(runs);
    addRuns(std::move(begin), std::move(runs), reader.parts());
}

/// Display formulas and pictures that have their lines to themselves become blocks between the text
/// around them, and so does a picture that the text brings along, wherever it stands; a paragraph
/// that is too long becomes several. `text` becomes the first of them.
void BlockReader::addRuns(Block text, InlineRuns runs,
                          const std::vector<InlineReader::Part> &places)
{
    bool pushed = false;
    // What began inside a paragraph goes on with it.
    const bool inside = m_context.guard.inside && m_parsed.blocks.empty();
    text.continued = inside;
    const auto flush = [&] {
        while (!text.runs.empty() && isBreak(text.runs.back()))
            text.runs.pop_back();
        if (!text.runs.empty()) {
            push(std::exchange(text, {}));
            pushed = true;
        }
        text = {};
    };
    auto part = places.begin();
    bool picturesOnly = false;
    for (size_t i = 0; i < runs.size(); ++i) {
        InlineRun &run = runs[i];
        if (part != places.end() && part->run == i) {
            if (!text.runs.empty()) {
                flush();
                text.continued = true;
            }
            ++part;
        }
        if (i == 0 || isBreak(runs[i - 1]))
            picturesOnly = isLineOfPictures(runs, i);
        std::optional<Block> alone;
        if (run.isEnclosedPicture() || (picturesOnly && isPicture(run)))
            alone = picture(run);
        else if (isDisplayFormula(runs, i))
            alone = formula(run);
        if (alone) {
            flush();
            push(std::move(*alone));
            pushed = true;
            continue;
        }
        // Beside what stands alone, blanks and line ends mean nothing.
        if (picturesOnly && !isBreak(run))
            continue;
        if (!pushed && !inside && text.runs.empty()) {
            // Behind a tag that means nothing here.
            if (isBreak(run))
                continue;
            if (!run.flags && run.text.startsWith(u' '))
                run.text = withoutLeadingBlanks(run.text);
            if (run.text.isEmpty())
                continue;
        }
        if (pushed && text.runs.empty() && !text.continued) {
            if (isBreak(run))
                continue;
            if (!run.flags)
                run.text = withoutLeadingBlanks(run.text);
            if (run.text.isEmpty())
                continue;
        }
        text.runs.push_back(std::move(run));
    }
    flush();
    if (!pushed)
        push(std::move(text));
    if (inside)
        m_parsed.inside = m_parsed.blocks.size();
}

void BlockReader::addHeading(cmark_node *node)
{
    Block block;
    block.kind = Block::Kind::Heading;
    block.level = cmark_node_get_heading_level(node);
    block.runs = InlineReader(m_guarded).read(node);
    if (!block.runs.empty() && !block.runs.front().flags &&
        block.runs.front().text.startsWith(u' '))
        block.runs.front().text = withoutLeadingBlanks(block.runs.front().text); // behind a tag
    push(std::move(block));
}

void BlockReader::addTable(cmark_node *node)
{
    Block block;
    block.kind = Block::Kind::Table;
    const uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
    const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(node);
    for (uint16_t i = 0; i < columns; ++i) {
        const char alignment = alignments ? char(alignments[i]) : 0;
        block.table.alignments.push_back(alignment == 'l'   ? Table::Alignment::Left
                                         : alignment == 'c' ? Table::Alignment::Center
                                         : alignment == 'r' ? Table::Alignment::Right
                                                            : Table::Alignment::None);
    }
    for (cmark_node *row = cmark_node_first_child(node); row; row = cmark_node_next(row)) {
        TableRows::Row cells;
        for (cmark_node *cell = cmark_node_first_child(row); cell; cell = cmark_node_next(cell)) {
            if (cells.size() < columns)
                cells.push_back(InlineReader(m_guarded).read(cell));
        }
        cells.resize(columns);
        block.table.rows.push_back(std::move(cells));
    }
    push(std::move(block));
}

} // namespace ponder
