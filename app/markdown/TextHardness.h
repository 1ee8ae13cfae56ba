#pragma once

#include <QStringView>

namespace ponder {

/// Whether a stretch of source text has so many nested containers, brackets, delimiters or table
/// cells that a markdown parser could be kept busy by it: such a stretch is shown as plain text.
[[nodiscard]] bool isTooHard(QStringView text);

} // namespace ponder
