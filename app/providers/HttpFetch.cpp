#include "providers/HttpFetch.h"

#include "providers/Endpoint.h"
#include "providers/NetworkFailure.h"

namespace ponder {

namespace {

constexpr int kMaxRedirects = 5;

} // namespace

void HttpFetch::get(ProviderAccess &access, const ProviderProfile &profile, const QUrl &url,
                    const QString &key, int timeoutMs, QObject *context, Done done)
{
    HttpExchange::Request request;
    request.url = url;
    request.key = key;
    request.accept = "application/json";
    request.connectTimeoutMs = timeoutMs;
    request.idleTimeoutMs = timeoutMs;
    auto *fetch = new HttpFetch(access, profile, std::move(request), context, std::move(done));
    QTimer::singleShot(0, fetch, &HttpFetch::send);
}

HttpFetch::HttpFetch(ProviderAccess &access, ProviderProfile profile, HttpExchange::Request request,
                     QObject *context, Done done)
    : QObject(context), m_access(access), m_profile(std::move(profile)),
      m_request(std::move(request)), m_done(std::move(done)), m_exchange(access)
{
    connect(&m_exchange, &HttpExchange::bytesArrived, this, &HttpFetch::onBytes);
    connect(&m_exchange, &HttpExchange::ended, this, &HttpFetch::onEnded);
    m_elapsed.start();
}

void HttpFetch::send()
{
    m_body.clear();
    if (const Result<void> sent = m_exchange.send(m_profile, m_request); !sent)
        finish(sent.error());
}

void HttpFetch::onBytes()
{
    m_body += m_exchange.readAll();
    if (m_body.size() > kMaxBodyBytes)
        finish(NetworkFailure::tooLarge(m_exchange.url()));
}

void HttpFetch::onEnded(const std::optional<Error> &networkError)
{
    m_body += m_exchange.readAll();
    const int status = m_exchange.status();
    const QUrl url = m_exchange.url();
    if (status >= 400) {
        finish(ErrorDecoder::fromReply(m_exchange.failure(m_body), m_access.clock().now()));
    } else if (networkError) {
        finish(*networkError);
    } else if (m_exchange.isRedirect()) {
        const QUrl to = m_exchange.redirectTarget();
        if (to == url || !Endpoint::isSameOrigin(url, to) || ++m_redirects > kMaxRedirects) {
            finish(NetworkFailure::redirected(url, to, status));
            return;
        }
        m_request.url = to;
        send();
    } else if (status < 200 || status >= 300) {
        finish(NetworkFailure::unexpectedStatus(url, status));
    } else {
        finish(FetchReply{m_body, url, static_cast<int>(m_elapsed.elapsed())});
    }
}

void HttpFetch::finish(Result<FetchReply> result)
{
    m_exchange.close();
    deleteLater();
    // Last: the callback may destroy the context and this with it.
    const Done done = std::exchange(m_done, {});
    if (done)
        done(std::move(result));
}

} // namespace ponder
