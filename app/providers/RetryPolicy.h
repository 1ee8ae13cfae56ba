#pragma once

#include "base/Error.h"

#include <optional>
#include <vector>

namespace ponder {

/// When a failed request is tried again by itself, and after which wait. Bounded, and only for
/// failures that pass: a wrong key or an empty account does not get better by asking again.
struct RetryPolicy
{
    std::vector<int> delaysMs{2'000, 4'000, 8'000, 16'000, 32'000}; ///< before each further try
    int longestWaitMs = 300'000; ///< a server that asks for more is not waited for

    /// Further tries after the first one.
    [[nodiscard]] int maxAttempts() const { return static_cast<int>(delaysMs.size()); }
    /// Whether trying again can help. Knows nothing of what has arrived already: a request is only
    /// tried again before the first piece of its answer.
    [[nodiscard]] static bool canHelp(const Error &error);
    /// The wait before the try number `attempt` (1 …): what the server asks for, else our own.
    /// Nothing when there are no tries left or the server asks for too long.
    [[nodiscard]] std::optional<int> delayMs(int attempt, const Error &error) const;
};

} // namespace ponder
