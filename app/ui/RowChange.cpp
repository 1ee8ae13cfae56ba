#include "ui/RowChange.h"

namespace ponder {

namespace {

/// Whether rows first..last of both lists are the same with the old ones shifted by `shift`.
bool sameShifted(const ConversationRows &rows, const ConversationRows &wanted, int first, int last,
                 int shift)
{
    for (int i = first; i <= last; ++i) {
        if (rows[std::size_t(i + shift)].id != wanted[std::size_t(i)].id)
            return false;
    }
    return true;
}

} // namespace

RowChange rowChange(const ConversationRows &rows, const ConversationRows &wanted)
{
    RowChange change;
    if (rows == wanted)
        return change;
    std::size_t start = 0;
    while (start < rows.size() && start < wanted.size() && rows[start] == wanted[start])
        ++start;
    std::size_t end = 0;
    while (end < rows.size() - start && end < wanted.size() - start &&
           rows[rows.size() - 1 - end] == wanted[wanted.size() - 1 - end])
        ++end;
    change.first = int(start);
    change.oldCount = int(rows.size() - start - end);
    change.newCount = int(wanted.size() - start - end);
    change.kind = RowChange::Kind::Replace;
    if (change.oldCount != change.newCount)
        return change;

    const int first = change.first;
    const int last = first + change.oldCount - 1;
    if (sameShifted(rows, wanted, first, last, 0)) {
        change.kind = RowChange::Kind::Regroup;
    } else if (rows[std::size_t(first)].id == wanted[std::size_t(last)].id &&
               sameShifted(rows, wanted, first, last - 1, 1)) {
        change.kind = RowChange::Kind::Move;
        change.from = first;
        change.to = last + 1;
    } else if (rows[std::size_t(last)].id == wanted[std::size_t(first)].id &&
               sameShifted(rows, wanted, first + 1, last, -1)) {
        change.kind = RowChange::Kind::Move;
        change.from = last;
        change.to = first;
    }
    return change;
}

} // namespace ponder
