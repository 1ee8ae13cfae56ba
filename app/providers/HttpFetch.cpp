#include "providers/HttpFetch.h"

#include "base/Logging.h"
#include "providers/Endpoint.h"
#include "providers/NetworkFailure.h"
#include "wire/ErrorDecoder.h"

#include <QNetworkReply>

namespace ponder {

namespace {

constexpr int kMaxRedirects = 5;

} // namespace

void HttpFetch::get(ProviderAccess &access, const ProviderProfile &profile, const QUrl &url,
                    const QString &key, int timeoutMs, QObject *context, Done done)
{
    auto *fetch = new HttpFetch(access, profile, key, context, std::move(done));
    fetch->m_timer.setInterval(timeoutMs);
    QTimer::singleShot(0, fetch, [fetch, url] { fetch->send(url); });
}

HttpFetch::HttpFetch(ProviderAccess &access, ProviderProfile profile, QString key, QObject *context,
                     Done done)
    : QObject(context), m_access(access), m_profile(std::move(profile)), m_key(std::move(key)),
      m_done(std::move(done))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { finish(NetworkFailure::silence(m_reply->url(), m_timer.interval())); });
    m_elapsed.start();
}

HttpFetch::~HttpFetch()
{
    dropReply();
}

void HttpFetch::send(const QUrl &url)
{
    const Result<NetworkAccessPool::Lease> network = m_access.network(m_profile);
    Result<QNetworkRequest> request = m_access.request(m_profile, url, m_key);
    if (!network || !request) {
        finish(network ? request.error() : network.error());
        return;
    }
    request.value().setRawHeader("Accept", "application/json");
    m_network = *network;
    m_body.clear();
    m_tlsErrors.clear();
    m_reply = m_network->get(*request);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpFetch::onBytes);
    connect(m_reply, &QNetworkReply::finished, this, &HttpFetch::onFinished);
    m_timer.start();
    qCDebug(lcNetwork) << "GET" << url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
}

void HttpFetch::onBytes()
{
    m_timer.start();
    m_body += m_reply->readAll();
    if (m_body.size() > kMaxBodyBytes)
        finish(NetworkFailure::tooLarge(m_reply->url()));
}

void HttpFetch::onFinished()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QUrl url = m_reply->url();
    m_body += m_reply->readAll();
    if (status >= 400) {
        ErrorReply failure;
        failure.status = status;
        failure.body = m_body;
        failure.retryAfter = m_reply->rawHeader("Retry-After");
        failure.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
        finish(ErrorDecoder::fromReply(failure, m_access.clock().now()));
    } else if (status == 0 || m_reply->error() != QNetworkReply::NoError) {
        finish(NetworkFailure::of(*m_reply, m_tlsErrors));
    } else if (status >= 300) {
        const QUrl to = url.resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
        if (to == url || !Endpoint::isSameOrigin(url, to) || ++m_redirects > kMaxRedirects) {
            finish(NetworkFailure::redirected(url, to, status));
            return;
        }
        dropReply();
        send(to);
    } else {
        finish(FetchReply{m_body, url, static_cast<int>(m_elapsed.elapsed())});
    }
}

void HttpFetch::finish(Result<FetchReply> result)
{
    dropReply();
    deleteLater();
    // Last: the callback may destroy the context and this with it.
    const Done done = std::exchange(m_done, {});
    if (done)
        done(std::move(result));
}

void HttpFetch::dropReply()
{
    m_timer.stop();
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        if (!reply->isFinished())
            reply->abort();
        reply->deleteLater();
    }
    m_network.reset();
}

} // namespace ponder
