#include "providers/RetryPolicy.h"

#include <algorithm>

namespace ponder {

bool RetryPolicy::canHelp(const Error &error)
{
    const bool failureOfTheMoment = error.kind == ErrorKind::RateLimit ||
                                    error.kind == ErrorKind::Overloaded ||
                                    error.kind == ErrorKind::Server;
    if (error.http < 400)
        return failureOfTheMoment || error.kind == ErrorKind::Network;
    // The body may know better than the status: 429 is also used for an account without credit,
    // 500 for a text that is too long.
    const bool passing = error.http == 408 || error.http == 429 || error.http >= 500;
    return passing && (failureOfTheMoment || error.kind == ErrorKind::Timeout ||
                       error.kind == ErrorKind::Protocol || error.kind == ErrorKind::Network);
}

std::optional<int> RetryPolicy::delayMs(int attempt, const Error &error) const
{
    if (attempt < 1 || attempt > maxAttempts())
        return std::nullopt;
    if (!error.retryAfterMs)
        return delaysMs[static_cast<std::size_t>(attempt - 1)];
    if (*error.retryAfterMs > longestWaitMs)
        return std::nullopt;
    return std::max(0, *error.retryAfterMs);
}

} // namespace ponder
