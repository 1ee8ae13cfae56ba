#include "providers/RoutingBackend.h"

namespace ponder {

std::unique_ptr<ChatTurn> RoutingBackend::start(const ProviderProfile &provider,
                                                const ChatRequest &request)
{
    ChatBackend &backend = provider.kind == ProviderProfile::Kind::Demo ? m_demo : m_http;
    return backend.start(provider, request);
}

} // namespace ponder
