#pragma once

#include "chat/ChatBackend.h"
#include "providers/HttpExchange.h"
#include "providers/ProviderAccess.h"
#include "providers/ReplayMemory.h"
#include "providers/RetryPolicy.h"
#include "wire/ReplyDecoder.h"

#include <QTimer>
#include <QUrl>

#include <optional>

namespace ponder {

/// One question over HTTP: reads the key, sends, decodes what comes, tries again where that can
/// help. Errors inside the stream are not given out as deltas; they come with finished(), like all
/// others.
class HttpChatTurn final : public ChatTurn
{
    Q_OBJECT

public:
    /// Must not outlive `access` and `replay`.
    HttpChatTurn(ProviderAccess &access, RetryPolicy retry, ReplayMemory &replay,
                 ProviderProfile provider, ChatRequest request, int gatherMs);

    /// Call once, from the event loop.
    void begin();
    void cancel() override;
    void retryNow() override;

private:
    void onKey(const Result<QString> &key);
    void startTry();
    void send(const QUrl &url);

    void onHead();
    void onBytes();
    void onEnded(const std::optional<Error> &networkError);
    void readAnswer();
    void readFailure();
    void endAnswer(const std::optional<Error> &networkError);
    void endFailure();
    void followRedirect();

    /// Ends this try with an error: the next try, or the end.
    void fail(const Error &error);
    void end(const std::optional<Error> &error);
    void endCancelled();
    void give(Deltas deltas);
    void noteAlive();

    ProviderAccess &m_access;
    RetryPolicy m_retry;
    ReplayMemory &m_replay;
    ProviderProfile m_provider;
    ChatRequest m_request;
    int m_gatherMs;

    HttpExchange m_exchange;
    std::optional<ReplyDecoder> m_decoder; ///< from a head that promises an answer to its end
    QByteArray m_failureBody;
    QString m_key;
    QTimer m_retryTimer;
    int m_tries = 0; ///< further tries so far
    int m_redirects = 0;
    bool m_saidSomething = false; ///< a piece of the answer was given out: no further try
    bool m_saidQueued = false;
    bool m_switchedReplay = false;
    bool m_ended = false;
};

} // namespace ponder
