#include "providers/HttpChatTurn.h"

#include "base/Logging.h"
#include "providers/Endpoint.h"
#include "providers/HttpChatBackend.h"
#include "providers/NetworkFailure.h"
#include "wire/ErrorDecoder.h"
#include "wire/RequestBuilder.h"

#include <QPointer>

#include <algorithm>
#include <variant>

namespace ponder {

namespace {

constexpr qint64 kMaxFailureBody = 1024 * 1024;
constexpr int kMaxRedirects = 3;
/// Some servers neither send [DONE] nor close; after the finish reason only usage can still come.
constexpr int kLongestEndingMs = 5'000;

/// Whether a delta is part of the answer itself. Model names and usage may be repeated by a later
/// try.
bool isPieceOfAnswer(const Delta &delta)
{
    return !std::holds_alternative<ModelDelta>(delta) && !std::holds_alternative<UsageDelta>(delta);
}

template <typename Kind>
void drop(Deltas &deltas)
{
    std::erase_if(deltas, [](const Delta &delta) { return std::holds_alternative<Kind>(delta); });
}

} // namespace

HttpChatTurn::HttpChatTurn(ProviderAccess &access, RetryPolicy retry, ReplayMemory &replay,
                           ProviderProfile provider, ChatRequest request, int gatherMs)
    : m_access(access), m_retry(std::move(retry)), m_replay(replay),
      m_provider(std::move(provider)), m_request(std::move(request)), m_gatherMs(gatherMs),
      m_exchange(access)
{
    m_request.reasoningReplay = m_replay.policyFor(m_provider, m_request);
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &HttpChatTurn::startTry);
    connect(&m_exchange, &HttpExchange::headArrived, this, &HttpChatTurn::onHead);
    connect(&m_exchange, &HttpExchange::bytesArrived, this, &HttpChatTurn::onBytes);
    connect(&m_exchange, &HttpExchange::ended, this, &HttpChatTurn::onEnded);
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
    m_decoder.reset();
    m_failureBody.clear();
    m_saidQueued = false;
    HttpExchange::Request request;
    request.url = url;
    request.key = m_key;
    request.accept = m_request.stream ? "text/event-stream, application/json" : "application/json";
    request.body = RequestBuilder::body(m_request);
    request.connectTimeoutMs = m_provider.connectTimeoutMs;
    request.idleTimeoutMs = m_provider.idleTimeoutMs;
    request.gatherMs = m_gatherMs;
    if (const Result<void> sent = m_exchange.send(m_provider, request); !sent)
        end(sent.error());
    else
        Q_EMIT connecting();
}

void HttpChatTurn::onHead()
{
    const int status = m_exchange.status();
    qCDebug(lcNetwork) << "status" << status;
    if (status < 200 || status >= 300)
        return;
    m_decoder.emplace(m_exchange.header("Content-Type"));
    noteAlive();
}

void HttpChatTurn::onBytes()
{
    if (m_decoder)
        readAnswer();
    else
        readFailure();
}

void HttpChatTurn::onEnded(const std::optional<Error> &networkError)
{
    if (m_decoder) {
        const QPointer<HttpChatTurn> self(this);
        readAnswer();
        if (self && m_decoder && !m_ended)
            endAnswer(networkError);
    } else if (m_exchange.isRedirect()) {
        followRedirect();
    } else if (m_exchange.status() == 0) {
        m_exchange.close();
        fail(*networkError);
    } else {
        readFailure();
        if (m_exchange.status() != 0)
            endFailure();
    }
}

void HttpChatTurn::readAnswer()
{
    const QByteArray bytes = m_exchange.readAll();
    if (bytes.isEmpty())
        return;
    Deltas deltas;
    const Result<void> fed = m_decoder->feed(bytes, deltas);
    if (m_decoder->decoder().isEnding())
        m_exchange.setIdleTimeout(std::min(kLongestEndingMs, m_provider.idleTimeoutMs));
    const QPointer<HttpChatTurn> self(this);
    if (!deltas.empty())
        give(std::move(deltas));
    else
        noteAlive();
    if (!self || m_ended)
        return;
    if (!fed)
        endAnswer(fed.error());
    else if (m_decoder->isDone())
        endAnswer(std::nullopt);
}

void HttpChatTurn::readFailure()
{
    m_failureBody += m_exchange.read(kMaxFailureBody - m_failureBody.size());
    if (m_failureBody.size() >= kMaxFailureBody)
        endFailure();
}

void HttpChatTurn::endAnswer(const std::optional<Error> &networkError)
{
    const QUrl url = m_exchange.url();
    if (m_decoder->isDone())
        m_exchange.drain();
    else
        m_exchange.close();
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
    const ErrorReply failure = m_exchange.failure(m_failureBody);
    const QUrl url = m_exchange.url();
    m_exchange.close();
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
    const int status = m_exchange.status();
    const QUrl from = m_exchange.url();
    const QUrl to = m_exchange.redirectTarget();
    m_exchange.close();
    // The other codes would turn the question into a GET, which no provider means.
    const bool keepsMethod = status == 307 || status == 308;
    if (keepsMethod && Endpoint::isSameOrigin(from, to) && m_redirects < kMaxRedirects) {
        ++m_redirects;
        send(to);
        return;
    }
    end(NetworkFailure::redirected(from, to, status));
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
    Q_EMIT finished(error);
}

void HttpChatTurn::give(Deltas deltas)
{
    drop<ErrorDelta>(deltas);
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
    m_exchange.close();
    m_retryTimer.stop();
    QMetaObject::invokeMethod(this, &HttpChatTurn::endCancelled, Qt::QueuedConnection);
}

void HttpChatTurn::endCancelled()
{
    Deltas rest;
    if (m_decoder)
        m_decoder->finish(rest);
    m_decoder.reset();
    // What was held back is kept, but not the call of a tool that was still being written.
    drop<ToolCallDelta>(rest);
    const QPointer<HttpChatTurn> self(this);
    give(std::move(rest));
    if (self)
        end(std::nullopt);
}

void HttpChatTurn::retryNow()
{
    if (!m_retryTimer.isActive())
        return;
    m_retryTimer.stop();
    startTry();
}

} // namespace ponder
