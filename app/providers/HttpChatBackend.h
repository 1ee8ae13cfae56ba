#pragma once

#include "chat/ChatBackend.h"
#include "providers/ProviderAccess.h"
#include "providers/ReplayMemory.h"
#include "providers/RetryPolicy.h"

namespace ponder {

/// Speaks to OpenAI-compatible servers over HTTP. Every turn has a connection of its own, so that
/// any number of answers can stream at once; the connections are kept for the next question.
class HttpChatBackend final : public ChatBackend
{
public:
    HttpChatBackend(SecretStore &secrets, const Clock &clock, RetryPolicy retry = {});

    [[nodiscard]] std::unique_ptr<ChatTurn> start(const ProviderProfile &provider,
                                                  const ChatRequest &request) override;

    /// Pieces of answers that start from now on are given out together, at most this often; 0, as
    /// from the beginning: as they come. For a window: nobody reads text that grows faster.
    void setGatherMs(int ms) { m_gatherMs = ms; }

    /// The address that a request is sent to.
    static QUrl chatUrl(const ProviderProfile &provider, const ChatRequest &request);

private:
    ProviderAccess m_access;
    RetryPolicy m_retry;
    ReplayMemory m_replay;
    int m_gatherMs = 0;
};

} // namespace ponder
