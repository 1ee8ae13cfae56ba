#include "ui/TranscriptEntry.h"

#include <algorithm>

namespace ponder {

int TranscriptEntries::of(const QString &messageId) const
{
    // What is asked for is nearly always at the end.
    for (size_t i = all.size(); i-- > 0;) {
        if (all[i].id == messageId)
            return int(i);
    }
    return -1;
}

int TranscriptEntries::at(int row) const
{
    const auto after =
        std::upper_bound(all.begin(), all.end(), row,
                         [](int r, const TranscriptEntry &entry) { return r < entry.firstRow; });
    return int(after - all.begin()) - 1;
}

const RowContent &TranscriptEntries::row(int row) const
{
    const TranscriptEntry &entry = all[size_t(at(row))];
    return entry.rows[size_t(row - entry.firstRow)];
}

void TranscriptEntries::renumber(size_t from)
{
    int row = from == 0 ? 0 : all[from - 1].firstRow + int(all[from - 1].rows.size());
    for (size_t i = from; i < all.size(); ++i) {
        all[i].firstRow = row;
        row += int(all[i].rows.size());
    }
    m_rowCount = row;
}

} // namespace ponder
