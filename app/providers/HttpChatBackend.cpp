#include "providers/HttpChatBackend.h"

#include "providers/Endpoint.h"
#include "providers/HttpChatTurn.h"

#include <QTimer>

namespace ponder {

namespace {

/// DeepSeek continues a given beginning only at its beta address.
QString baseFor(const ProviderProfile &provider, const ChatRequest &request)
{
    if (!request.continues || request.continueStyle != ContinueStyle::PrefixFlag)
        return provider.baseUrl;
    QString base = provider.baseUrl.trimmed();
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    const bool own = base == QLatin1String("https://api.deepseek.com") ||
                     base == QLatin1String("https://api.deepseek.com/v1");
    return own ? QStringLiteral("https://api.deepseek.com/beta") : provider.baseUrl;
}

} // namespace

HttpChatBackend::HttpChatBackend(SecretStore &secrets, const Clock &clock, RetryPolicy retry)
    : m_access(secrets, clock), m_retry(std::move(retry))
{}

QUrl HttpChatBackend::chatUrl(const ProviderProfile &provider, const ChatRequest &request)
{
    return Endpoint::url(baseFor(provider, request), QStringLiteral("/chat/completions"));
}

std::unique_ptr<ChatTurn> HttpChatBackend::start(const ProviderProfile &provider,
                                                 const ChatRequest &request)
{
    auto turn =
        std::make_unique<HttpChatTurn>(m_access, m_retry, m_replay, provider, request, m_gatherMs);
    QTimer::singleShot(0, turn.get(), &HttpChatTurn::begin);
    return turn;
}

} // namespace ponder
