#include "ui/CopiedText.h"

#include "markdown/BlockParser.h"
#include "markdown/HtmlWriter.h"
#include "markdown/MarkdownWriter.h"
#include "markdown/PlainTextWriter.h"
#include "ui/RowText.h"
#include "ui/TextSteps.h"
#include "ui/TranscriptModel.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

constexpr int kEnd = std::numeric_limits<int>::max();

/// Which cells and characters of one row are meant.
struct Cut
{
    int fromCell = 0;
    int from = 0;
    int toCell = kEnd;
    int to = kEnd;

    [[nodiscard]] bool isWhole(const RowContent &row) const
    {
        const int last = RowText::cells(row) - 1;
        return fromCell == 0 && from == 0 &&
               (toCell > last || (toCell == last && to >= RowText::visible(row, last).size()));
    }
};

Cut cutOf(int row, const PlaceRange &range)
{
    Cut cut;
    if (row == range.begin.row) {
        cut.fromCell = range.begin.cell;
        cut.from = range.begin.offset;
    }
    if (row == range.end.row) {
        cut.toCell = range.end.cell;
        cut.to = range.end.offset;
    }
    return cut;
}

InlineRuns cutCell(const RowContent &row, int cell, const Cut &cut)
{
    const int from = cell == cut.fromCell ? cut.from : 0;
    const int to = cell == cut.toCell ? cut.to : kEnd;
    if (cell < cut.fromCell || cell > cut.toCell)
        return {};
    return RowText::cut(*RowText::runs(row, cell), RowText::keepsLineBreaks(row), from, to);
}

/// From cell to cell in reading order, as a table of the rows and columns that takes.
void cutTable(const RowContent &row, const Cut &cut, Block &block)
{
    const int columns = int(block.table.alignments.size());
    const int lastCell = std::min(cut.toCell, RowText::cells(row) - 1);
    if (cut.fromCell == lastCell) {
        block.kind = Block::Kind::Paragraph;
        block.runs = cutCell(row, lastCell, cut);
        block.table = {};
        return;
    }
    const int firstRow = cut.fromCell / columns;
    const int lastRow = lastCell / columns;
    const bool oneRow = firstRow == lastRow;
    const int firstColumn = oneRow ? cut.fromCell % columns : 0;
    const int lastColumn = oneRow ? lastCell % columns : columns - 1;
    Table table;
    for (int column = firstColumn; column <= lastColumn; ++column)
        table.alignments.push_back(block.table.alignments[size_t(column)]);
    for (int line = firstRow; line <= lastRow; ++line) {
        TableRows::Row cells;
        for (int column = firstColumn; column <= lastColumn; ++column)
            cells.push_back(cutCell(row, line * columns + column, cut));
        table.rows.push_back(std::move(cells));
    }
    block.table = std::move(table);
}

/// Null when nothing of the row is meant.
BlockPtr cutBlock(const RowContent &row, const Cut &cut)
{
    const BlockPtr &original = std::get<BlockRow>(row).block;
    if (cut.isWhole(row))
        return original;
    if (cut.fromCell == cut.toCell && cut.from >= cut.to)
        return nullptr;
    Block block = *original;
    if (cut.fromCell > 0 || cut.from > 0)
        block.marker = {};
    if (RowText::runs(row, 0) && block.kind != Block::Kind::Table) {
        block.kind = Block::Kind::Paragraph;
        block.runs = cutCell(row, 0, cut);
        if (block.runs.empty())
            return nullptr;
    } else if (block.kind == Block::Kind::Table && RowText::runs(row, 0)) {
        cutTable(row, cut, block);
    } else if (!RowText::isAtomic(row)) {
        block.text = RowText::source(row, 0, cut.from, cut.to);
        if (block.text.isEmpty())
            return nullptr;
        if (block.kind == Block::Kind::Table) { // one so large that it is shown as text
            block.kind = Block::Kind::Code;
            block.table = {};
        }
    }
    return std::make_shared<const Block>(std::move(block));
}

/// What a tool call was given and gave back, as far as it is meant.
void addToolCall(const RowContent &row, const Cut &cut, Blocks &blocks)
{
    const int cells = RowText::cells(row);
    for (int cell = std::max(0, cut.fromCell); cell < cells && cell <= cut.toCell; ++cell) {
        Block block;
        block.kind = Block::Kind::Code;
        block.text = RowText::source(row, cell, cell == cut.fromCell ? cut.from : 0,
                                     cell == cut.toCell ? cut.to : kEnd);
        if (!block.text.isEmpty())
            blocks.push_back(std::make_shared<const Block>(std::move(block)));
    }
}

/// A part of one paragraph goes into the middle of another text: nothing of its place comes along.
void takeOutOfContainers(Blocks &blocks)
{
    Block block = *blocks.front();
    block.nesting.clear();
    block.marker = {};
    block.tight = true;
    blocks.front() = std::make_shared<const Block>(std::move(block));
}

QString withoutBlankEnds(const QString &text)
{
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && text[begin] == u'\n')
        ++begin;
    while (end > begin && text[end - 1].isSpace())
        --end;
    return text.mid(begin, end - begin);
}

/// The text of an answer if it was said in one piece.
QString wholeSource(const Message &message)
{
    const Segment *only = nullptr;
    for (const Segment &segment : message.segments) {
        if (segment.kind == Segment::Kind::ToolCall ||
            (segment.kind == Segment::Kind::Text && only))
            return {};
        if (segment.kind == Segment::Kind::Text)
            only = &segment;
    }
    return only ? withoutBlankEnds(only->text) : QString();
}

} // namespace

Blocks CopiedText::Part::read() const
{
    return blocks.empty() && !prompt ? BlockParser::blocks(source) : blocks;
}

void CopiedText::add(const TranscriptModel &model, size_t index, const PlaceRange &range)
{
    const TranscriptEntry &entry = model.entries().all[index];
    const int first = std::max(0, range.begin.row - entry.firstRow);
    const int last = std::min(int(entry.rows.size()) - 1, range.end.row - entry.firstRow);
    Part thinking;
    Part answer;
    bool all = true; // of what the message says
    for (int i = 0; i < int(entry.rows.size()); ++i) {
        const RowContent &row = entry.rows[size_t(i)];
        const Cut cut = cutOf(entry.firstRow + i, range);
        const bool meant = i >= first && i <= last;
        if (const auto *user = std::get_if<UserRow>(&row); user && meant) {
            answer.prompt = true;
            answer.source = RowText::source(row, 0, cut.from, cut.to);
        } else if (std::holds_alternative<ToolCallRow>(row) && meant) {
            addToolCall(row, cut, answer.blocks);
        } else if (std::holds_alternative<PendingRow>(row) && meant) {
            answer.source = model.message(entry.id)->text();
        } else if (const auto *content = std::get_if<BlockRow>(&row)) {
            const BlockPtr block = meant ? cutBlock(row, cut) : nullptr;
            if (block)
                (content->thinking ? thinking : answer).blocks.push_back(block);
            all = all && (content->thinking || block == content->block);
        }
    }
    if (all && !answer.prompt && !answer.blocks.empty())
        answer.source = wholeSource(*model.message(entry.id));
    for (Part *part : {&thinking, &answer}) {
        if (!part->blocks.empty() || !part->source.isEmpty())
            m_parts.push_back(std::move(*part));
    }
}

CopiedText CopiedText::ofRange(const TranscriptModel &model, const PlaceRange &range)
{
    CopiedText text;
    const TranscriptEntries &entries = model.entries();
    if (range.isEmpty() || entries.rowCount() == 0)
        return text;
    const int last = std::min(range.end.row, entries.rowCount() - 1);
    for (int i = entries.at(range.begin.row); i <= entries.at(last); ++i)
        text.add(model, size_t(i), range);
    if (text.m_parts.size() == 1 && text.m_parts[0].blocks.size() == 1) {
        text.m_parts[0].source.clear();
        takeOutOfContainers(text.m_parts[0].blocks);
    }
    return text;
}

CopiedText CopiedText::ofRow(const TranscriptModel &model, int row)
{
    CopiedText text;
    if (row < 0 || row >= model.entries().rowCount())
        return text;
    const RowContent &content = model.entries().row(row);
    if (const auto *block = std::get_if<BlockRow>(&content))
        text.m_parts.push_back({false, {}, {block->block}});
    else if (const auto *user = std::get_if<UserRow>(&content))
        text.m_parts.push_back({true, user->text, {}});
    if (!std::holds_alternative<ToolCallRow>(content))
        return text;
    Part details;
    addToolCall(content, Cut(), details.blocks);
    if (!details.blocks.empty())
        text.m_parts.push_back(std::move(details));
    return text;
}

CopiedText CopiedText::ofMessage(const TranscriptModel &model, const QString &id)
{
    CopiedText text;
    if (const Message *message = model.message(id))
        text.m_parts.push_back(
            {message->role == Role::User, withoutBlankEnds(message->text()), {}});
    return text;
}

QString CopiedText::markdown() const
{
    QStringList parts;
    for (const Part &part : m_parts)
        parts += part.source.isEmpty() ? MarkdownWriter::write(part.blocks) : part.source;
    return parts.join("\n\n"_L1);
}

QString CopiedText::html() const
{
    QStringList parts;
    for (const Part &part : m_parts)
        parts += part.prompt ? HtmlWriter::paragraph(part.source) : HtmlWriter::write(part.read());
    return parts.join(u'\n');
}

QString CopiedText::plain() const
{
    QStringList parts;
    for (const Part &part : m_parts)
        parts += part.prompt ? part.source : PlainTextWriter::write(part.read());
    return parts.join("\n\n"_L1);
}

QStringList CopiedMimeData::formats() const
{
    QStringList all{u"text/plain"_s};
    if (m_form != Form::Markdown)
        all.prepend(u"text/html"_s);
    if (m_form != Form::Rich)
        all.append(u"text/markdown"_s);
    return all;
}

bool CopiedMimeData::hasFormat(const QString &type) const
{
    return formats().contains(type);
}

QVariant CopiedMimeData::retrieveData(const QString &type, QMetaType wanted) const
{
    if (!hasFormat(type))
        return {};
    QString text;
    if (type == "text/html"_L1)
        // Without it some programs take the text for Latin-1.
        text = u"<meta charset=\"utf-8\">"_s + m_text.html();
    else if (type == "text/markdown"_L1 || m_form == Form::Markdown)
        text = m_text.markdown();
    else
        text = m_text.plain();
    if (wanted.id() == QMetaType::QByteArray)
        return text.toUtf8();
    return text;
}

} // namespace ponder
