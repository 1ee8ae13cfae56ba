#pragma once

#include "markdown/Block.h"

namespace ponder {

/// Blocks back to markdown that reads as the same blocks: for copying what is selected. Characters
/// are escaped only where the text would otherwise read as something else.
class MarkdownWriter
{
public:
    /// Without a line end at the end.
    [[nodiscard]] static QString write(const Blocks &blocks);
};

} // namespace ponder
