#pragma once

#include "markdown/Block.h"

namespace ponder {

/// Blocks as text for where there is no markup: words as they are read, lists with their markers,
/// code as it is, tables with tabs between cells, formulas as LaTeX.
class PlainTextWriter
{
public:
    /// Without a line end at the end.
    [[nodiscard]] static QString write(const Blocks &blocks);
    /// Cells with tabs between them, rows on lines: what spreadsheets take.
    [[nodiscard]] static QString table(const Table &table);
};

} // namespace ponder
