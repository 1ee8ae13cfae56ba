#pragma once

#include <QString>

#include <vector>

namespace ponder {

/// One row of the sidebar: which conversation, under which heading.
struct ConversationRow
{
    QString id;
    int group = 0; ///< of ConversationGroups

    bool operator==(const ConversationRow &) const = default;
};
using ConversationRows = std::vector<ConversationRow>;

/// How a list of rows becomes another one in the fewest steps a view can follow: almost always one
/// row comes, goes or moves, and views animate and keep their place only when they are told so.
struct RowChange
{
    enum class Kind {
        None,
        Replace, ///< `oldCount` rows from `first` go, `newCount` come in their place
        Move,    ///< the row `from` goes to stand before `to` (an index of the old list)
        Regroup, ///< the same rows from `first`, `newCount` of them, under other headings
    };

    Kind kind = Kind::None;
    int first = 0;
    int oldCount = 0;
    int newCount = 0;
    int from = 0;
    int to = 0;
};

RowChange rowChange(const ConversationRows &rows, const ConversationRows &wanted);

} // namespace ponder
