#pragma once

#include "markdown/Block.h"

#include <QString>

namespace ponder {

/// A table as text for other programs: what lands on the clipboard when a table is copied.
/// Formulas are given as their source everywhere.
class TableText
{
public:
    /// One line a row, cells apart by tabs: what spreadsheets read. No markup; a tab or line end
    /// inside a cell is a space.
    [[nodiscard]] static QString tsv(const Table &table);
    /// GitHub's pipe tables with the alignment of the columns; pipes in cells are escaped.
    [[nodiscard]] static QString markdown(const Table &table);
    /// One <table> element; every character of the answer is escaped.
    [[nodiscard]] static QString html(const Table &table);
};

} // namespace ponder
