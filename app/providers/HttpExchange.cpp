#include "providers/HttpExchange.h"

#include "base/Logging.h"
#include "providers/NetworkFailure.h"
#include "providers/OneShotBody.h"

#include <QNetworkReply>
#include <QPointer>

namespace ponder {

namespace {

constexpr qint64 kDrainBytes = 64 * 1024;
constexpr int kDrainMs = 2'000;

/// A reply that names no length ends where the connection does. Unless the server announced it, Qt
/// takes that for a failure now and then, and wants to send the request again.
bool endsWithConnection(const QNetworkReply &reply)
{
    const bool closed = reply.error() == QNetworkReply::RemoteHostClosedError ||
                        reply.error() == QNetworkReply::ContentReSendError;
    return closed && !reply.hasRawHeader("Content-Length") &&
           !reply.hasRawHeader("Transfer-Encoding");
}

} // namespace

HttpExchange::HttpExchange(ProviderAccess &access, QObject *parent)
    : QObject(parent), m_access(access)
{
    m_connectTimer.setSingleShot(true);
    m_idleTimer.setSingleShot(true);
    connect(&m_connectTimer, &QTimer::timeout, this,
            [this] { giveUp(NetworkFailure::noConnection(url(), m_connectTimer.interval())); });
    connect(&m_idleTimer, &QTimer::timeout, this,
            [this] { giveUp(NetworkFailure::silence(url(), m_idleTimer.interval())); });
    connect(&m_gate, &ArrivalGate::arrived, this, [this] {
        onConnected();
        Q_EMIT bytesArrived();
    });
}

HttpExchange::~HttpExchange()
{
    close();
}

Result<void> HttpExchange::send(const ProviderProfile &profile, const Request &request)
{
    close();
    const Result<NetworkAccessPool::Lease> network = m_access.network(profile);
    if (!network)
        return network.error();
    Result<QNetworkRequest> prepared = m_access.request(profile, request.url, request.key);
    if (!prepared)
        return prepared.error();
    prepared.value().setRawHeader("Accept", request.accept);
    m_network = *network;
    m_tlsErrors.clear();
    m_sawHead = false;
    m_connectTimer.setInterval(request.connectTimeoutMs);
    m_idleTimer.setInterval(request.idleTimeoutMs);
    if (request.body) {
        auto *body = new OneShotBody(*request.body);
        body->prepare(prepared.value());
        m_reply = m_network->post(*prepared, body);
        body->setParent(m_reply);
    } else {
        m_reply = m_network->get(*prepared);
    }
    connect(m_reply, &QNetworkReply::requestSent, this, &HttpExchange::onConnected);
    // HTTP/2 does not announce a request that was sent, but the progress of its body.
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64) {
        if (sent > 0)
            onConnected();
    });
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        onConnected();
        if (!std::exchange(m_sawHead, true))
            Q_EMIT headArrived();
    });
    m_gate.watch(m_reply, request.gatherMs);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::onFinished);
    m_connectTimer.start();
    qCDebug(lcNetwork) << (request.body ? "POST" : "GET")
                       << request.url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    return {};
}

void HttpExchange::onConnected()
{
    m_connectTimer.stop();
    m_idleTimer.start();
}

void HttpExchange::setIdleTimeout(int ms)
{
    m_idleTimer.setInterval(ms);
}

void HttpExchange::onFinished()
{
    m_connectTimer.stop();
    m_idleTimer.stop();
    m_gate.release();
    const QPointer<HttpExchange> self(this);
    const QPointer<QNetworkReply> reply(m_reply);
    if (status() > 0 && !std::exchange(m_sawHead, true))
        Q_EMIT headArrived(); // a reply without a body may come with its end alone
    if (!self || !reply || reply != m_reply)
        return;
    std::optional<Error> error;
    // A status from 400 on is an error for Qt, but it is one of HTTP.
    const bool broken = m_reply->error() != QNetworkReply::NoError && status() < 400;
    if (status() == 0 || (broken && !endsWithConnection(*m_reply)))
        error = NetworkFailure::of(*m_reply, m_tlsErrors);
    Q_EMIT ended(error);
}

void HttpExchange::giveUp(const Error &error)
{
    m_connectTimer.stop();
    m_idleTimer.stop();
    m_gate.release();
    m_reply->disconnect(this);
    m_reply->abort();
    Q_EMIT ended(error);
}

QNetworkReply *HttpExchange::takeReply()
{
    m_connectTimer.stop();
    m_idleTimer.stop();
    m_gate.release();
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (reply)
        reply->disconnect(this);
    return reply;
}

void HttpExchange::close()
{
    if (QNetworkReply *reply = takeReply()) {
        if (!reply->isFinished())
            reply->abort();
        reply->deleteLater();
    }
    m_network.reset();
}

void HttpExchange::drain()
{
    QNetworkReply *reply = takeReply();
    if (reply && !reply->isFinished()) {
        reply->setReadBufferSize(kDrainBytes);
        connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
        QTimer::singleShot(kDrainMs, reply, &QNetworkReply::abort);
    } else if (reply) {
        reply->deleteLater();
    }
    m_network.reset();
}

QUrl HttpExchange::url() const
{
    return m_reply ? m_reply->url() : QUrl();
}

int HttpExchange::status() const
{
    return m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

QByteArray HttpExchange::header(const QByteArray &name) const
{
    return m_reply ? m_reply->rawHeader(name) : QByteArray();
}

bool HttpExchange::isRedirect() const
{
    const int code = status();
    return code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
}

QUrl HttpExchange::redirectTarget() const
{
    return url().resolved(QUrl::fromEncoded(header("Location")));
}

QByteArray HttpExchange::read(qint64 most)
{
    return m_reply && m_reply->isReadable() ? m_reply->read(most) : QByteArray();
}

QByteArray HttpExchange::readAll()
{
    return m_reply && m_reply->isReadable() ? m_reply->readAll() : QByteArray();
}

ErrorReply HttpExchange::failure(const QByteArray &body) const
{
    ErrorReply failure;
    failure.status = status();
    failure.body = body;
    failure.retryAfter = header("Retry-After");
    if (m_reply) {
        failure.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
    }
    return failure;
}

} // namespace ponder
