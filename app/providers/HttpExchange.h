#pragma once

#include "base/Result.h"
#include "chat/ProviderProfile.h"
#include "providers/ArrivalGate.h"
#include "providers/ProviderAccess.h"
#include "wire/ErrorDecoder.h"

#include <QList>
#include <QObject>
#include <QSslError>
#include <QTimer>
#include <QUrl>

#include <optional>

class QNetworkReply;

namespace ponder {

/// One HTTP request and its reply, until the bytes end: connection, silence, certificates, closing.
/// Knows nothing of what the bytes mean. May be used for one request after another.
class HttpExchange : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QUrl url;
        QString key;                    ///< "" sends none
        QByteArray accept;              ///< the Accept header
        std::optional<QByteArray> body; ///< JSON to POST; without one it is a GET
        int connectTimeoutMs = 30'000;
        int idleTimeoutMs = 600'000; ///< the longest silence; any byte ends it
        int gatherMs = 0; ///< bytesArrived() comes at most this often; 0: as the bytes do
    };

    explicit HttpExchange(ProviderAccess &access, QObject *parent = nullptr);
    ~HttpExchange() override;

    /// Sends; drops what was under way. An Error means that there is nothing to send with.
    Result<void> send(const ProviderProfile &profile, const Request &request);
    /// From now on a silence of this length ends the reply.
    void setIdleTimeout(int ms);
    /// Closes the connection. No signal follows.
    void close();
    /// The reply is complete for its reader: lets it come to its own end, which is a few bytes
    /// away, so that the connection can be used for the next request. No signal follows.
    void drain();

    // All of these hold until close(), drain() or the next send().
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] int status() const; ///< 0 as long as there is no head
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] bool isRedirect() const;
    [[nodiscard]] QUrl redirectTarget() const;
    [[nodiscard]] QByteArray read(qint64 most);
    [[nodiscard]] QByteArray readAll();
    /// What ErrorDecoder needs of a reply that reports a failure.
    [[nodiscard]] ErrorReply failure(const QByteArray &body) const;

Q_SIGNALS:
    void headArrived();
    void bytesArrived();
    /// No more bytes come. The error is one below HTTP: no connection, a broken one, silence.
    void ended(const std::optional<ponder::Error> &error);

private:
    void onConnected();
    void onFinished();
    void giveUp(const Error &error);
    QNetworkReply *takeReply();

    ProviderAccess &m_access;
    NetworkAccessPool::Lease m_network;
    QNetworkReply *m_reply = nullptr;
    ArrivalGate m_gate;
    QList<QSslError> m_tlsErrors;
    QTimer m_connectTimer;
    QTimer m_idleTimer;
    bool m_sawHead = false;
};

} // namespace ponder
