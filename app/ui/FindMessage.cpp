#include "ui/FindMessage.h"

#include "ui/FindText.h"
#include "ui/RowText.h"

#include <algorithm>

namespace ponder {

namespace {

/// Read between two looks at the clock.
constexpr qsizetype kPiece = 16 * 1024;
constexpr QChar kBetweenCells(u'\0');

int toolOrdinal(const Message &message, const QString &callId)
{
    int ordinal = 0;
    for (const Segment &segment : message.segments) {
        if (segment.kind != Segment::Kind::ToolCall)
            continue;
        if (segment.toolCallId == callId)
            return ordinal;
        ++ordinal;
    }
    return -1;
}

} // namespace

int FindPlace::rowIn(const RowContents &rows) const
{
    int inPanel = -1;
    int left = ordinal;
    for (size_t i = 0; i < rows.size(); ++i) {
        bool candidate = false;
        if (const auto *header = std::get_if<ThinkingRow>(&rows[i]))
            inPanel = header->panel;
        else if (const auto *block = std::get_if<BlockRow>(&rows[i]))
            candidate =
                block->thinking ? kind == Kind::Thinking && inPanel == panel : kind == Kind::Text;
        else
            candidate = (kind == Kind::Prompt && std::holds_alternative<UserRow>(rows[i])) ||
                        (kind == Kind::Tool && std::holds_alternative<ToolCallRow>(rows[i]));
        if (candidate && left-- == 0)
            return int(i);
    }
    return -1;
}

void FindMessage::clear()
{
    *this = FindMessage();
}

bool FindMessage::continues(const Message &message) const
{
    if (m_parts.size() > message.segments.size())
        return false;
    for (size_t i = 0; i < m_parts.size(); ++i) {
        const Segment &segment = message.segments[i];
        const Part &part = m_parts[i];
        const bool mayGrow = i + 1 == m_parts.size() && part.blocks;
        if (part.kind != segment.kind ||
            (mayGrow ? segment.text.size() < part.length : segment.text.size() != part.length))
            return false;
    }
    return true;
}

bool FindMessage::read(const Message &message, QDeadlineTimer deadline)
{
    if (message.role == Role::System)
        return true;
    if (message.role == Role::User) {
        if (!std::exchange(m_promptRead, true))
            addCell(message.text(), {FindPlace::Kind::Prompt, -1, 0, 0});
        return true;
    }
    if (!continues(message))
        clear();
    for (size_t i = m_parts.empty() ? 0 : m_parts.size() - 1; i < message.segments.size(); ++i) {
        const Segment &segment = message.segments[i];
        const bool fresh = i == m_parts.size();
        if (fresh) {
            if (i > 0)
                m_parts[i - 1].blocks.reset();
            m_parts.push_back({segment.kind, 0, nullptr, {}, 0, m_textBlocks});
        }
        const bool isText =
            segment.kind == Segment::Kind::Text || segment.kind == Segment::Kind::Reasoning;
        if (!isText && fresh)
            addTool(message, segment);
        m_parts[i].length = isText ? m_parts[i].length : segment.text.size();
        if (isText && !readPart(m_parts[i], int(i), segment, deadline))
            return false;
    }
    if (message.state != MessageState::Streaming && !m_parts.empty())
        m_parts.back().blocks.reset();
    return true;
}

bool FindMessage::readPart(Part &part, int index, const Segment &segment,
                           const QDeadlineTimer &deadline)
{
    if (part.length == segment.text.size())
        return true;
    if (!part.blocks)
        part.blocks = std::make_unique<IncrementalBlocks>();
    while (part.length < segment.text.size()) {
        const QStringView piece = QStringView(segment.text).mid(part.length, kPiece);
        part.changed = std::min(part.changed, part.blocks->append(piece));
        part.length += piece.size();
        if (deadline.hasExpired() && part.length < segment.text.size())
            return false;
    }
    addBlocks(part, index);
    return true;
}

void FindMessage::addBlocks(Part &part, int index)
{
    const Blocks &blocks = part.blocks->blocks();
    if (part.changed < part.cells.size()) {
        truncate(part.cells[part.changed]);
        part.cells.resize(part.changed);
    }
    const bool thinking = part.kind == Segment::Kind::Reasoning;
    const int base = thinking ? 0 : part.textBlocksBefore;
    for (size_t i = part.cells.size(); i < blocks.size(); ++i) {
        part.cells.push_back(m_cells.size());
        addCells(BlockRow{blocks[i], thinking, false},
                 {thinking ? FindPlace::Kind::Thinking : FindPlace::Kind::Text,
                  thinking ? index : -1, base + int(i), 0});
    }
    part.changed = blocks.size();
    if (!thinking)
        m_textBlocks = base + int(blocks.size());
}

void FindMessage::addTool(const Message &message, const Segment &segment)
{
    const bool call = segment.kind == Segment::Kind::ToolCall;
    const int ordinal = toolOrdinal(message, segment.toolCallId);
    if (ordinal >= 0)
        addCell(call ? segment.toolArguments : segment.text,
                {FindPlace::Kind::Tool, -1, ordinal, call ? 0 : 1});
}

void FindMessage::addCells(const RowContent &row, FindPlace place)
{
    const int cells = RowText::cells(row);
    for (place.cell = 0; place.cell < cells; ++place.cell)
        addCell(FindText::searchable(row, place.cell), place);
}

void FindMessage::addCell(const QString &text, const FindPlace &place)
{
    if (text.isEmpty())
        return;
    m_cells.push_back({m_text.size(), place});
    m_text += FindText::folded(text);
    m_text += kBetweenCells;
}

void FindMessage::truncate(size_t cells)
{
    if (cells >= m_cells.size())
        return;
    m_text.truncate(m_cells[cells].begin);
    m_cells.resize(cells);
}

int FindMessage::count(const QString &needle) const
{
    int found = 0;
    for (qsizetype at = m_text.indexOf(needle); at >= 0 && !needle.isEmpty();
         at = m_text.indexOf(needle, at + needle.size()))
        ++found;
    return found;
}

size_t FindMessage::cellAt(qsizetype place) const
{
    const auto after =
        std::upper_bound(m_cells.begin(), m_cells.end(), place,
                         [](qsizetype p, const Cell &cell) { return p < cell.begin; });
    return size_t(after - m_cells.begin()) - 1;
}

std::optional<FindMessage::Hit> FindMessage::hit(const QString &needle, int index) const
{
    for (qsizetype at = m_text.indexOf(needle); at >= 0 && !needle.isEmpty() && index >= 0;
         at = m_text.indexOf(needle, at + needle.size())) {
        if (index-- > 0)
            continue;
        const Cell &cell = m_cells[cellAt(at)];
        return Hit{cell.place, at - cell.begin, needle.size()};
    }
    return std::nullopt;
}

int FindMessage::firstFrom(const QString &needle, const RowContents &rows, int row) const
{
    int index = 0;
    size_t known = m_cells.size(); // the cell whose row was looked up last
    bool below = false;
    for (const TextRange &range : FindText::matches(m_text, needle)) {
        const size_t cell = cellAt(range.begin);
        if (cell != known) {
            known = cell;
            below = m_cells[cell].place.rowIn(rows) >= row;
        }
        if (below)
            break;
        ++index;
    }
    return index;
}

int FindMessage::indexFrom(const QString &needle, const Hit &hit) const
{
    const auto cell = std::find_if(m_cells.begin(), m_cells.end(),
                                   [&](const Cell &c) { return c.place == hit.place; });
    const qsizetype from = cell == m_cells.end() ? m_text.size() : cell->begin + hit.begin;
    int index = 0;
    for (const TextRange &range : FindText::matches(m_text, needle)) {
        if (range.begin >= from)
            break;
        ++index;
    }
    return index;
}

} // namespace ponder
