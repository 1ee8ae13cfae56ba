#include "ui/TextSteps.h"

#include "ui/RowText.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace ponder {

int TextSteps::cells(int row) const
{
    return row >= 0 && row < m_entries.rowCount() ? RowText::cells(m_entries.row(row)) : 0;
}

QString TextSteps::text(const TextPlace &place) const
{
    return cells(place.row) > 0 ? RowText::visible(m_entries.row(place.row), place.cell)
                                : QString();
}

TextPlace TextSteps::endOf(int row, int cell) const
{
    return {row, cell, int(text({row, cell, 0}).size())};
}

TextPlace TextSteps::first() const
{
    int row = 0;
    while (row + 1 < m_entries.rowCount() && cells(row) == 0)
        ++row;
    return {row, 0, 0};
}

TextPlace TextSteps::last() const
{
    int row = m_entries.rowCount() - 1;
    while (row > 0 && cells(row) == 0)
        --row;
    return row < 0 ? TextPlace() : endOf(row, std::max(0, cells(row) - 1));
}

TextPlace TextSteps::clamped(const TextPlace &place) const
{
    if (place.row >= m_entries.rowCount())
        return last();
    TextPlace inside = place;
    inside.row = std::max(0, place.row);
    const int count = cells(inside.row);
    if (count == 0)
        return {inside.row, 0, 0};
    if (inside.cell >= count)
        return endOf(inside.row, count - 1);
    inside.offset = std::clamp(place.offset, 0, int(text(inside).size()));
    return inside;
}

TextPlace TextSteps::otherCell(const TextPlace &from, int direction) const
{
    int row = from.row;
    int cell = from.cell + direction;
    while (cell < 0 || cell >= cells(row)) {
        row += direction;
        if (row < 0 || row >= m_entries.rowCount())
            return from;
        cell = direction > 0 ? 0 : cells(row) - 1;
    }
    return direction > 0 ? TextPlace{row, cell, 0} : endOf(row, cell);
}

TextPlace TextSteps::character(const TextPlace &from, int direction) const
{
    const QString here = text(from);
    if (direction > 0 ? from.offset >= here.size() : from.offset <= 0)
        return otherCell(from, direction);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, here);
    finder.setPosition(from.offset);
    const auto to = direction > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary();
    return {from.row, from.cell, int(to < 0 ? (direction > 0 ? here.size() : 0) : to)};
}

TextPlace TextSteps::word(const TextPlace &from, int direction) const
{
    const QString here = text(from);
    if (direction > 0 ? from.offset >= here.size() : from.offset <= 0)
        return otherCell(from, direction);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, here);
    finder.setPosition(from.offset);
    const auto wanted =
        direction > 0 ? QTextBoundaryFinder::EndOfItem : QTextBoundaryFinder::StartOfItem;
    qsizetype to = 0;
    do {
        to = direction > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary();
    } while (to > 0 && to < here.size() && !(finder.boundaryReasons() & wanted));
    return {from.row, from.cell, int(to < 0 ? (direction > 0 ? here.size() : 0) : to)};
}

PlaceRange TextSteps::wordAt(const TextPlace &place) const
{
    const QString here = text(place);
    const int offset = std::clamp(place.offset, 0, int(here.size()));
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, here);
    finder.setPosition(offset);
    // Behind the last character the word before is meant.
    auto begin = finder.isAtBoundary() && offset < here.size() ? qsizetype(offset)
                                                               : finder.toPreviousBoundary();
    begin = std::max<qsizetype>(0, begin);
    finder.setPosition(begin);
    auto end = finder.toNextBoundary();
    if (end < 0)
        end = here.size();
    return {{place.row, place.cell, int(begin)}, {place.row, place.cell, int(end)}};
}

PlaceRange TextSteps::cellAt(const TextPlace &place) const
{
    return {{place.row, place.cell, 0}, endOf(place.row, place.cell)};
}

} // namespace ponder
