#pragma once

#include "markdown/Block.h"

#include <QByteArray>
#include <QStringView>

#include <vector>

namespace ponder {

/// The blocks of a text and where its outermost parts begin.
struct ParsedText
{
    /// A child of the document: everything before one that follows a blank line is finished.
    struct Top
    {
        qsizetype offset = 0;  ///< in the source, the beginning of its first line
        size_t firstBlock = 0; ///< index into `blocks`
        bool afterBlank = false;
        bool complete = false; ///< its first line has its line end
    };

    Blocks blocks;
    std::vector<Top> tops;
};

/// Markdown of GitHub's flavour (tables, strikethrough, bare addresses, task lists) to typed
/// blocks, on cmark-gfm. Never interprets HTML; survives any input.
class BlockParser
{
public:
    /// `source` has "\n" line ends only. `definitions` are link definitions that hold besides those
    /// in the text, as markdown lines.
    [[nodiscard]] static ParsedText parse(QStringView source, const QByteArray &definitions = {});

    /// The blocks of a whole text with any line ends.
    [[nodiscard]] static Blocks blocks(QStringView text);
};

} // namespace ponder
