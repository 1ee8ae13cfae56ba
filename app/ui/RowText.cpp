#include "ui/RowText.h"

#include "ui/TableGrid.h"
#include "ui/TextSpans.h"

#include <algorithm>

namespace ponder {

namespace {

const Block *blockOf(const RowContent &row)
{
    const auto *content = std::get_if<BlockRow>(&row);
    return content ? content->block.get() : nullptr;
}

/// A table that is shown as cells.
const Table *gridOf(const RowContent &row)
{
    const Block *block = blockOf(row);
    const bool grid =
        block && block->kind == Block::Kind::Table && !TableGrid::isTooLarge(block->table);
    return grid ? &block->table : nullptr;
}

/// The text of a cell that has no runs.
QString plainSource(const RowContent &row, int cell)
{
    if (const auto *user = std::get_if<UserRow>(&row))
        return user->text;
    if (const auto *tool = std::get_if<ToolCallRow>(&row))
        return cell == 0 ? tool->arguments : tool->result;
    const Block *block = blockOf(row);
    if (!block)
        return {};
    switch (block->kind) {
    case Block::Kind::Code:
    case Block::Kind::Html:
    case Block::Kind::Math:
        return block->text;
    case Block::Kind::Image:
        return block->alt;
    case Block::Kind::Table:
        return TableGrid::asText(block->table);
    case Block::Kind::Paragraph:
    case Block::Kind::Heading:
    case Block::Kind::Rule:
        break;
    }
    return {};
}

} // namespace

int RowText::cells(const RowContent &row)
{
    if (std::holds_alternative<UserRow>(row))
        return 1;
    if (const auto *tool = std::get_if<ToolCallRow>(&row))
        return tool->open ? 2 : 0;
    if (!blockOf(row))
        return 0;
    const Table *table = gridOf(row);
    return table ? int(table->rows.size() * table->alignments.size()) : 1;
}

bool RowText::isAtomic(const RowContent &row)
{
    const Block *block = blockOf(row);
    return block && (block->kind == Block::Kind::Rule || block->kind == Block::Kind::Image ||
                     block->kind == Block::Kind::Math);
}

bool RowText::keepsLineBreaks(const RowContent &row)
{
    const auto *content = std::get_if<BlockRow>(&row);
    if (!content || content->block->kind == Block::Kind::Table)
        return true;
    return content->thinking && content->block->kind == Block::Kind::Paragraph;
}

const InlineRuns *RowText::runs(const RowContent &row, int cell)
{
    if (const auto *user = std::get_if<UserRow>(&row))
        return cell == 0 ? user->runs.runs.get() : nullptr;
    const Block *block = blockOf(row);
    if (!block || cell < 0)
        return nullptr;
    if (block->kind == Block::Kind::Paragraph || block->kind == Block::Kind::Heading)
        return cell == 0 ? &block->runs : nullptr;
    const Table *table = gridOf(row);
    if (!table || cell >= cells(row))
        return nullptr;
    const size_t columns = table->alignments.size();
    return &table->rows[size_t(cell) / columns][size_t(cell) % columns];
}

QString RowText::visible(const RowContent &row, int cell)
{
    if (cell < 0 || cell >= cells(row))
        return {};
    if (isAtomic(row))
        return QChar(QChar::ObjectReplacementCharacter);
    if (const InlineRuns *inlines = runs(row, cell))
        return TextSpanBuilder::visibleText(*inlines, keepsLineBreaks(row));
    return plainSource(row, cell);
}

QString RowText::source(const RowContent &row, int cell, qsizetype from, qsizetype to)
{
    from = std::max<qsizetype>(0, from);
    if (cell < 0 || cell >= cells(row) || from >= to)
        return {};
    if (isAtomic(row))
        return from == 0 ? plainSource(row, cell) : QString();
    const InlineRuns *inlines = runs(row, cell);
    if (!inlines)
        return plainSource(row, cell).mid(from, to - from);
    const bool keep = keepsLineBreaks(row);
    const InlineRuns part = cut(*inlines, keep, from, to);
    QString out;
    for (size_t i = 0; i < part.size(); ++i) {
        if (part[i].flags & InlineRun::SoftBreak && !keep)
            out += length(part, i, keep) > 0 ? QStringLiteral(" ") : QString();
        else
            out += part[i].text;
    }
    return out;
}

qsizetype RowText::length(const InlineRuns &runs, size_t run, bool keepLineBreaks)
{
    const InlineRun &which = runs[run];
    if (which.isSign())
        return 1;
    if (which.flags & InlineRun::SoftBreak && !keepLineBreaks)
        return TextSpanBuilder::softBreakIsSpace(runs, run) ? 1 : 0;
    return which.text.size();
}

InlineRuns RowText::cut(const InlineRuns &runs, bool keepLineBreaks, qsizetype from, qsizetype to)
{
    InlineRuns part;
    qsizetype at = 0;
    for (size_t i = 0; i < runs.size() && at < to; ++i) {
        const qsizetype size = length(runs, i, keepLineBreaks);
        const qsizetype begin = std::max<qsizetype>(0, from - at);
        const qsizetype end = std::min(size, to - at);
        const bool joint = size == 0 && at > from && at < to; // a break between Han: no character
        at += size;
        if (begin >= end && !joint)
            continue;
        part.push_back(runs[i]);
        if (!joint && end - begin < size)
            part.back().text = runs[i].text.mid(begin, end - begin);
    }
    return part;
}

} // namespace ponder
