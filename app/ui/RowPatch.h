#pragma once

#include "ui/TranscriptRows.h"

#include <vector>

namespace ponder {

/// How the rows of a message become other ones in the fewest steps a view can follow: some in the
/// middle go, some come in their place, and of those that stay some have new content.
struct RowPatch
{
    size_t at = 0;                     ///< index of the first row that goes or comes
    size_t gone = 0;                   ///< rows that go
    size_t come = 0;                   ///< rows that come in their place
    size_t from = 0;                   ///< where in the fresh rows those that come begin
    std::vector<size_t> changedBefore; ///< indices below `at` of rows with new content
    std::vector<size_t> changedAfter;  ///< the same behind the fresh rows, counted in the result

    /// `fresh` are to replace the rows from `first` on. A row stays only for content that its
    /// delegate can show.
    [[nodiscard]] static RowPatch between(const RowContents &rows, size_t first,
                                          const RowContents &fresh);
};

} // namespace ponder
