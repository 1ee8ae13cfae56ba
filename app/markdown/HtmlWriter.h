#pragma once

#include "markdown/Block.h"

namespace ponder {

/// Blocks as a fragment of HTML for the clipboard. Answers are hostile and what is pasted is
/// interpreted by someone else: all text is escaped, links lead only where LinkPolicy allows, and
/// nothing in it is loaded from anywhere (a picture on the web becomes a link to it).
class HtmlWriter
{
public:
    [[nodiscard]] static QString write(const Blocks &blocks);
    /// Text that is no markdown, with its line ends.
    [[nodiscard]] static QString paragraph(const QString &text);
};

} // namespace ponder
