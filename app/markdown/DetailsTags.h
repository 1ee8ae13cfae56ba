#pragma once

#include "markdown/Block.h"

#include <QString>

#include <optional>

namespace ponder {

/// The tags that models fold parts of an answer away with: `<details>`, `<summary>…</summary>` and
/// `</details>`, each a block of HTML by itself or the first two together. What they fold is
/// shown, the summary as a line above it, and the tags are not.
class DetailsTags
{
public:
    /// A block of HTML that is longer is none of these.
    static constexpr qsizetype kLongest = 500;

    /// The summary in a block of HTML that is nothing but such tags, empty where it has none; also
    /// where the block ends within them.
    [[nodiscard]] static std::optional<QString> read(const QString &html);
    /// A summary as it is shown. It may hold markup of lines.
    [[nodiscard]] static InlineRuns runs(const QString &summary);
};

} // namespace ponder
