#include "providers/HttpChatTurn.h"

#include "base/Logging.h"
#include "providers/Endpoint.h"
#include "providers/HttpChatBackend.h"
#include "providers/NetworkFailure.h"
#include "providers/OneShotBody.h"
#include "wire/ErrorDecoder.h"
#include "wire/RequestBuilder.h"

#include <QNetworkReply>
#include <QPointer>

#include <algorithm>
#include <variant>

namespace ponder {

namespace {

constexpr qint64 kMaxFailureBody = 1024 * 1024;
constexpr int kMaxRedirects = 3;
constexpr qint64 kDrainBytes = 64 * 1024;
constexpr int kDrainMs = 2'000;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// A reply that names no length ends where the connection does. Unless the server announced it, Qt
/// takes that for a failure now and then, and wants to send the request again.
bool endsWithConnection(const QNetworkReply &reply)
{
    const bool closed = reply.error() == QNetworkReply::RemoteHostClosedError ||
                        reply.error() == QNetworkReply::ContentReSendError;
    return closed && !reply.hasRawHeader("Content-Length") &&
           !reply.hasRawHeader("Transfer-Encoding");
}

/// Whether a delta is part of the answer itself. Model names and usage may be repeated by a later
/// try.
bool isPieceOfAnswer(const Delta &delta)
{
    return !std::holds_alternative<ModelDelta>(delta) &&
           !std::holds_alternative<UsageDelta>(delta) && !std::holds_alternative<ErrorDelta>(delta);
}

} // namespace

HttpChatTurn::HttpChatTurn(ProviderAccess &access, RetryPolicy retry, ReplayMemory &replay,
                           ProviderProfile provider, ChatRequest request)
    : m_access(access), m_retry(std::move(retry)), m_replay(replay),
      m_provider(std::move(provider)), m_request(std::move(request))
{
    m_request.reasoningReplay = m_replay.policyFor(m_provider, m_request);
    for (QTimer *timer : {&m_connectTimer, &m_idleTimer, &m_retryTimer})
        timer->setSingleShot(true);
    m_connectTimer.setInterval(m_provider.connectTimeoutMs);
    m_idleTimer.setInterval(m_provider.idleTimeoutMs);
    connect(&m_connectTimer, &QTimer::timeout, this, &HttpChatTurn::onNoConnection);
    connect(&m_idleTimer, &QTimer::timeout, this, &HttpChatTurn::onSilence);
    connect(&m_retryTimer, &QTimer::timeout, this, &HttpChatTurn::startTry);
}

HttpChatTurn::~HttpChatTurn()
{
    dropReply();
}

void HttpChatTurn::begin()
{
    if (m_ended)
        return;
    if (const Result<void> usable = Endpoint::check(m_provider.baseUrl); !usable) {
        end(usable.error());
        return;
    }
    m_access.readKey(m_provider, this, [this](const Result<QString> &key) { onKey(key); });
}

void HttpChatTurn::onKey(const Result<QString> &key)
{
    if (m_ended)
        return;
    if (!key) {
        end(key.error());
        return;
    }
    m_key = *key;
    startTry();
}

void HttpChatTurn::startTry()
{
    m_redirects = 0;
    send(HttpChatBackend::chatUrl(m_provider, m_request));
}

void HttpChatTurn::send(const QUrl &url)
{
    const Result<NetworkAccessPool::Lease> network = m_access.network(m_provider);
    Result<QNetworkRequest> request = m_access.request(m_provider, url, m_key);
    if (!network || !request) {
        end(network ? request.error() : network.error());
        return;
    }
    m_network = *network;
    auto *body = new OneShotBody(RequestBuilder::body(m_request));
    body->prepare(request.value());
    request.value().setRawHeader("Accept", m_request.stream ? "text/event-stream, application/json"
                                                            : "application/json");
    m_head = Head::Waiting;
    m_decoder.reset();
    m_failureBody.clear();
    m_tlsErrors.clear();
    m_saidQueued = false;

    m_reply = m_network->post(*request, body);
    body->setParent(m_reply);
    connect(m_reply, &QNetworkReply::requestSent, this, &HttpChatTurn::onConnected);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64) {
        if (sent > 0)
            onConnected();
    });
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpChatTurn::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpChatTurn::onBytes);
    connect(m_reply, &QNetworkReply::finished, this, &HttpChatTurn::onReplyFinished);
    m_connectTimer.start();
    m_sinceSent.start();
    qCDebug(lcNetwork) << "POST" << url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    Q_EMIT connecting();
}

void HttpChatTurn::onConnected()
{
    m_connectTimer.stop();
    m_idleTimer.start();
}

void HttpChatTurn::onHead()
{
    onConnected();
    if (m_head != Head::Waiting)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    qCDebug(lcNetwork) << "status" << status << "after" << m_sinceSent.elapsed() << "ms";
    if (isRedirect(status)) {
        m_head = Head::Redirect;
    } else if (status >= 200 && status < 300) {
        m_head = Head::Answer;
        m_decoder.emplace(m_reply->rawHeader("Content-Type"));
        noteAlive();
    } else {
        m_head = Head::Failure;
    }
}

void HttpChatTurn::onBytes()
{
    onConnected();
    if (m_head == Head::Answer)
        readAnswer();
    else if (m_head == Head::Failure)
        readFailure();
}

void HttpChatTurn::readAnswer()
{
    const QByteArray bytes = m_reply->readAll();
    if (bytes.isEmpty() || !m_decoder)
        return;
    Deltas deltas;
    const Result<void> fed = m_decoder->feed(bytes, deltas);
    const bool done = m_decoder->isDone();
    const QPointer<HttpChatTurn> self(this);
    if (!deltas.empty())
        give(std::move(deltas));
    else
        noteAlive();
    if (!self || m_ended)
        return;
    if (!fed)
        endAnswer(fed.error());
    else if (done)
        endAnswer(std::nullopt);
}

void HttpChatTurn::readFailure()
{
    m_failureBody += m_reply->read(kMaxFailureBody - m_failureBody.size());
    if (m_failureBody.size() >= kMaxFailureBody)
        endFailure();
}

void HttpChatTurn::onReplyFinished()
{
    if (m_head == Head::Waiting)
        onHead(); // a reply without a body may come with its end alone
    m_connectTimer.stop();
    m_idleTimer.stop();
    const bool reachedHttp =
        m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() > 0;
    if (!reachedHttp) {
        const Error error = NetworkFailure::of(*m_reply, m_tlsErrors);
        dropReply();
        fail(error);
        return;
    }
    if (m_head == Head::Redirect) {
        followRedirect();
        return;
    }
    if (m_head == Head::Failure) {
        readFailure();
        if (m_reply)
            endFailure();
        return;
    }
    const QPointer<HttpChatTurn> self(this);
    readAnswer();
    if (!self || m_ended || !m_reply || !m_decoder)
        return;
    std::optional<Error> error;
    if (m_reply->error() != QNetworkReply::NoError && !endsWithConnection(*m_reply))
        error = NetworkFailure::of(*m_reply, m_tlsErrors);
    endAnswer(error);
}

void HttpChatTurn::endAnswer(const std::optional<Error> &networkError)
{
    const QUrl url = m_reply->url();
    if (m_decoder->isDone())
        drainReply();
    else
        dropReply();
    Deltas deltas;
    const StreamEnd streamEnd = m_decoder->finish(deltas);
    m_decoder.reset();
    const QPointer<HttpChatTurn> self(this);
    give(std::move(deltas));
    if (!self || m_ended)
        return;

    // What the server said itself counts more than how the connection ended; that bytes which broke
    // off make no sense says nothing new.
    const bool serverSpoke = streamEnd.error && streamEnd.error->kind != ErrorKind::Protocol;
    if (serverSpoke || (streamEnd.error && !networkError))
        fail(*streamEnd.error);
    else if (streamEnd.complete && !streamEnd.error)
        end(std::nullopt);
    else
        fail(networkError ? *networkError : NetworkFailure::endedEarly(url));
}

void HttpChatTurn::endFailure()
{
    ErrorReply failure;
    failure.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    failure.body = m_failureBody;
    failure.retryAfter = m_reply->rawHeader("Retry-After");
    failure.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
    const QUrl url = m_reply->url();
    dropReply();
    if (failure.status < 400) {
        fail(NetworkFailure::unexpectedStatus(url, failure.status));
        return;
    }
    const Error error = ErrorDecoder::fromReply(failure, m_access.clock().now());
    const std::optional<ReasoningReplay> demanded = replayDemandedBy(error);
    if (failure.status == 400 && demanded && *demanded != m_request.reasoningReplay &&
        !m_switchedReplay) {
        qCInfo(lcNetwork) << "the model wants another treatment of earlier reasoning; asking again";
        m_switchedReplay = true;
        m_request.reasoningReplay = *demanded;
        m_replay.remember(m_provider, m_request.model, *demanded);
        startTry();
        return;
    }
    fail(error);
}

void HttpChatTurn::followRedirect()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QUrl from = m_reply->url();
    const QUrl to = from.resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
    dropReply();
    // The other codes would turn the question into a GET, which no provider means.
    const bool keepsMethod = status == 307 || status == 308;
    if (keepsMethod && Endpoint::isSameOrigin(from, to) && m_redirects < kMaxRedirects) {
        ++m_redirects;
        send(to);
        return;
    }
    end(NetworkFailure::redirected(from, to, status));
}

void HttpChatTurn::onNoConnection()
{
    const QUrl url = m_reply->url();
    dropReply();
    fail(NetworkFailure::noConnection(url, m_provider.connectTimeoutMs));
}

void HttpChatTurn::onSilence()
{
    const Error silence = NetworkFailure::silence(m_reply->url(), m_provider.idleTimeoutMs);
    if (m_head == Head::Answer) {
        endAnswer(silence);
    } else if (m_head == Head::Failure) {
        endFailure();
    } else {
        dropReply();
        fail(silence);
    }
}

void HttpChatTurn::fail(const Error &error)
{
    const std::optional<int> delay = m_retry.delayMs(m_tries + 1, error);
    if (m_saidSomething || !RetryPolicy::canHelp(error) || !delay) {
        end(error);
        return;
    }
    ++m_tries;
    qCInfo(lcNetwork) << "try" << m_tries << "of" << m_retry.maxAttempts() << "in" << *delay
                      << "ms:" << errorKindName(error.kind) << error.http;
    m_retryTimer.start(*delay);
    Q_EMIT retrying(m_tries, m_retry.maxAttempts(), *delay, error);
}

void HttpChatTurn::end(const std::optional<Error> &error)
{
    m_ended = true;
    m_retryTimer.stop();
    m_key.clear();
    m_network.reset();
    Q_EMIT finished(error);
}

void HttpChatTurn::give(Deltas deltas)
{
    std::erase_if(deltas,
                  [](const Delta &delta) { return std::holds_alternative<ErrorDelta>(delta); });
    if (deltas.empty())
        return;
    if (std::any_of(deltas.begin(), deltas.end(), isPieceOfAnswer))
        m_saidSomething = true;
    Q_EMIT deltasReady(deltas);
}

void HttpChatTurn::noteAlive()
{
    if (m_saidQueued || m_saidSomething)
        return;
    m_saidQueued = true;
    Q_EMIT queued();
}

void HttpChatTurn::cancel()
{
    if (m_ended)
        return;
    m_ended = true;
    dropReply();
    m_retryTimer.stop();
    QMetaObject::invokeMethod(
        this,
        [this] {
            Deltas rest;
            if (m_decoder)
                m_decoder->finish(rest);
            m_decoder.reset();
            // What was held back is kept, but not the call of a tool that was still being written.
            std::erase_if(rest, [](const Delta &delta) {
                return std::holds_alternative<ToolCallDelta>(delta);
            });
            const QPointer<HttpChatTurn> self(this);
            give(std::move(rest));
            if (self)
                end(std::nullopt);
        },
        Qt::QueuedConnection);
}

void HttpChatTurn::retryNow()
{
    if (!m_retryTimer.isActive())
        return;
    m_retryTimer.stop();
    startTry();
}

QNetworkReply *HttpChatTurn::takeReply()
{
    m_connectTimer.stop();
    m_idleTimer.stop();
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (reply)
        reply->disconnect(this);
    return reply;
}

/// Closes the connection.
void HttpChatTurn::dropReply()
{
    if (QNetworkReply *reply = takeReply()) {
        if (!reply->isFinished())
            reply->abort();
        reply->deleteLater();
    }
    m_network.reset();
}

/// The answer is complete: lets the reply come to its own end, which is a few bytes away, so that
/// the connection can be used for the next question.
void HttpChatTurn::drainReply()
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

} // namespace ponder
