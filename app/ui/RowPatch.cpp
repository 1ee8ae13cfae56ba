#include "ui/RowPatch.h"

#include <algorithm>

namespace ponder {

RowPatch RowPatch::between(const RowContents &rows, size_t first, const RowContents &fresh)
{
    RowPatch patch;
    const size_t oldCount = rows.size() - first;
    size_t head = 0;
    while (head < oldCount && head < fresh.size() &&
           sameDelegate(rows[first + head], fresh[head])) {
        if (!(rows[first + head] == fresh[head]))
            patch.changedBefore.push_back(first + head);
        ++head;
    }
    size_t tail = 0;
    const size_t most = std::min(oldCount, fresh.size()) - head;
    while (tail < most &&
           sameDelegate(rows[rows.size() - 1 - tail], fresh[fresh.size() - 1 - tail]))
        ++tail;
    patch.at = first + head;
    patch.from = head;
    patch.gone = oldCount - head - tail;
    patch.come = fresh.size() - head - tail;
    for (size_t i = tail; i-- > 0;) {
        if (!(rows[rows.size() - 1 - i] == fresh[fresh.size() - 1 - i]))
            patch.changedAfter.push_back(first + fresh.size() - 1 - i);
    }
    return patch;
}

} // namespace ponder
