#pragma once

#include "chat/ChatBackend.h"
#include "providers/ProviderAccess.h"
#include "providers/ReplayMemory.h"
#include "providers/RetryPolicy.h"
#include "wire/ReplyDecoder.h"

#include <QElapsedTimer>
#include <QList>
#include <QSslError>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <optional>

class QNetworkReply;

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
                 ProviderProfile provider, ChatRequest request);
    ~HttpChatTurn() override;

    /// Call once, from the event loop.
    void begin();
    void cancel() override;
    void retryNow() override;

private:
    enum class Head { Waiting, Answer, Failure, Redirect };

    void readKey();
    void onKey(const Result<QString> &key);
    void startTry();
    void send(const QUrl &url);
    void onConnected();
    void onHead();
    void onBytes();
    void onReplyFinished();
    void onNoConnection();
    void onSilence();

    void readAnswer();
    void readFailure();
    void followRedirect();
    void endAnswer(const std::optional<Error> &networkError);
    void endFailure();
    /// Ends this try with an error: the next try, or the end.
    void fail(const Error &error);
    void end(const std::optional<Error> &error);
    void give(Deltas deltas);
    void noteAlive();
    void dropReply();
    void drainReply();
    QNetworkReply *takeReply();

    ProviderAccess &m_access;
    RetryPolicy m_retry;
    ReplayMemory &m_replay;
    ProviderProfile m_provider;
    ChatRequest m_request;

    NetworkAccessPool::Lease m_network;
    QNetworkReply *m_reply = nullptr;
    std::optional<ReplyDecoder> m_decoder;
    Head m_head = Head::Waiting;
    QByteArray m_failureBody;
    QList<QSslError> m_tlsErrors;
    QString m_key;
    QTimer m_connectTimer;
    QTimer m_idleTimer;
    QTimer m_retryTimer;
    QElapsedTimer m_sinceSent;
    int m_tries = 0; ///< further tries so far
    int m_redirects = 0;
    bool m_saidSomething = false; ///< a piece of the answer was given out: no further try
    bool m_saidQueued = false;
    bool m_switchedReplay = false;
    bool m_ended = false;
};

} // namespace ponder
