#pragma once

#include "wire/Usage.h"

#include <QDateTime>

namespace ponder {

/// What one answer cost, and when. Kept apart from the messages: deleting a chat does not bring the
/// money back, and a copy of a chat has cost nothing.
struct Spending
{
    QDateTime at; ///< UTC, when the answer ended
    Cost cost;

    bool operator==(const Spending &) const = default;
};

} // namespace ponder
