#pragma once

#include "chat/ChatSession.h"
#include "chat/Message.h"
#include "ui/TranscriptRows.h"

#include <QString>

#include <optional>

namespace ponder {

/// What stands where an answer should be, or below one that was cut short: what happened, what is
/// kept, and what to do next.
class AnswerBanner
{
public:
    /// For an answer that is not being received; nothing when it is complete. `billingUrl`: where
    /// credit is added, "" where that is unknown.
    [[nodiscard]] static std::optional<BannerRow> forMessage(const Message &answer,
                                                             const QString &billingUrl);

    /// While the program waits before it tries again; `elapsedMs` of the wait have passed.
    [[nodiscard]] static BannerRow forRetry(const TurnStatus &status, qint64 elapsedMs,
                                            const AnswerOrigin &origin);
};

} // namespace ponder
