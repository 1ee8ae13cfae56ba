#include "ui/TextDirection.h"

#include <algorithm>

namespace ponder {

namespace {

TextDirection directionOf(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t letter = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            letter = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        switch (QChar::direction(letter)) {
        case QChar::DirL:
            return TextDirection::LeftToRight;
        case QChar::DirR:
        case QChar::DirAL:
            return TextDirection::RightToLeft;
        default:
            break;
        }
    }
    return TextDirection::None;
}

TextDirection directionOf(const InlineRuns &runs)
{
    for (const InlineRun &run : runs) {
        if (run.isSign() || run.flags & InlineRun::Code)
            continue;
        const TextDirection direction = directionOf(run.text);
        if (direction != TextDirection::None)
            return direction;
    }
    return TextDirection::None;
}

TextDirection directionOf(const Table &table)
{
    for (const TableRows::Row &row : table.rows) {
        for (const InlineRuns &cell : row) {
            const TextDirection direction = directionOf(cell);
            if (direction != TextDirection::None)
                return direction;
        }
    }
    return TextDirection::None;
}

} // namespace

bool hasRightToLeft(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
}

TextDirection directionOf(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Paragraph:
    case Block::Kind::Heading:
        return directionOf(block.runs);
    case Block::Kind::Table:
        return directionOf(block.table);
    case Block::Kind::Image:
    case Block::Kind::Code:
    case Block::Kind::Rule:
    case Block::Kind::Math:
    case Block::Kind::Html:
        break;
    }
    return TextDirection::None;
}

void BlockDirections::read(const Blocks &blocks, size_t first)
{
    m_places.resize(std::min(first, m_places.size()));
    for (size_t i = m_places.size(); i < blocks.size(); ++i) {
        const Block &block = *blocks[i];
        const TextDirection own = directionOf(block);
        Place place;
        place.container = own;
        if (!block.nesting.isEmpty() && i > 0 && !blocks[i - 1]->nesting.isEmpty() &&
            blocks[i - 1]->nesting.front() == block.nesting.front() &&
            m_places[i - 1].container != TextDirection::None)
            place.container = m_places[i - 1].container;
        place.rightToLeft =
            own == TextDirection::RightToLeft ||
            (!block.nesting.isEmpty() && place.container == TextDirection::RightToLeft);
        m_places.push_back(place);
    }
}

} // namespace ponder
