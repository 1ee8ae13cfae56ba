#pragma once

#include "base/Error.h"
#include "chat/ProviderProfile.h"
#include "wire/ChatRequest.h"
#include "wire/Delta.h"

#include <QObject>

#include <memory>
#include <optional>

namespace ponder {

/// One request under way. Emits `finished` exactly once unless it is destroyed first; nothing after
/// it. Signals are never emitted from inside ChatBackend::start().
class ChatTurn : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Closes the connection; `finished` follows with no error.
    virtual void cancel() = 0;
    /// Ends the wait before the next try.
    virtual void retryNow() = 0;

Q_SIGNALS:
    void connecting();
    void queued(); ///< the server is alive but has not started (comment, blank line, headers only)
    void retrying(int attempt, int maxAttempts, int delayMs, const ponder::Error &cause);
    /// Pieces in the order they arrived; several at once when they arrived together.
    void deltasReady(const ponder::Deltas &deltas);
    /// The end. Without an error the stream ended by its own account (a FinishDelta came) or was
    /// cancelled.
    void finished(const std::optional<ponder::Error> &error);
};

/// Port: turns a request into a stream of deltas.
class ChatBackend
{
public:
    virtual ~ChatBackend() = default;
    /// Sends the request; it begins when control returns to the event loop. Destroying the turn
    /// cancels it.
    [[nodiscard]] virtual std::unique_ptr<ChatTurn> start(const ProviderProfile &provider,
                                                          const ChatRequest &request) = 0;
};

} // namespace ponder
