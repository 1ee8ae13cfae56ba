#pragma once

#include "chat/ChatBackend.h"

namespace ponder {

/// Sends each request to the backend of its provider's kind: the recorded demo or the network.
class RoutingBackend final : public ChatBackend
{
public:
    RoutingBackend(ChatBackend &http, ChatBackend &demo) : m_http(http), m_demo(demo) {}

    [[nodiscard]] std::unique_ptr<ChatTurn> start(const ProviderProfile &provider,
                                                  const ChatRequest &request) override;

private:
    ChatBackend &m_http;
    ChatBackend &m_demo;
};

} // namespace ponder
