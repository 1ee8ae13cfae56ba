#pragma once

#include "markdown/Block.h"

#include <QString>

namespace ponder {

/// Reads what a person typed: formulas and fenced code are found in it, everything else stays the
/// text it is. A prompt is not markdown: whoever writes `2 * 3 * 4` or `# include` means just that.
class PromptText
{
public:
    /// Runs whose texts put together are `text`. Only formulas (Math) and fenced code (Code) are
    /// marked, and no formula is found within fences, between backticks or behind `limit`
    /// characters, where a run of its own begins.
    [[nodiscard]] static InlineRuns read(const QString &text, qsizetype limit);
};

} // namespace ponder
