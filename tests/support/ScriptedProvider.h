#pragma once

#include "support/ScriptedReply.h"
#include "support/TestCertificate.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace ponder {

class ScriptedConnection;

/// One request as it came in.
struct RecordedRequest
{
    QByteArray method;
    QByteArray path; ///< with its query
    HeaderList headers;
    QByteArray body;

    /// The first header of that name, case-insensitively; empty when there is none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] bool hasHeader(const QByteArray &name) const;
};

/// A provider's server on the loopback, with control over every byte and every silence. Runs in the
/// thread of its test, so a test is deterministic: what was asked for is in requests() when the
/// client has its answer.
class ScriptedProvider : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<ScriptedReply(const RecordedRequest &request, int index)>;

    /// Listens at once, on a free port. With a certificate it speaks TLS.
    explicit ScriptedProvider(QObject *parent = nullptr);
    explicit ScriptedProvider(const TestCertificate &certificate, QObject *parent = nullptr);
    ~ScriptedProvider() override;

    [[nodiscard]] quint16 port() const;
    /// "http://127.0.0.1:PORT" + path.
    [[nodiscard]] QString url(const QString &path = {}) const;
    /// The base URL of an OpenAI-compatible API here: url("/v1").
    [[nodiscard]] QString baseUrl() const { return url(QStringLiteral("/v1")); }

    /// Queues a reply; requests are answered in order, and the last reply is repeated for more.
    void reply(const ScriptedReply &reply);
    /// Decides each reply by its request instead of the queue.
    void setHandler(Handler handler);

    [[nodiscard]] const std::vector<RecordedRequest> &requests() const { return m_requests; }
    [[nodiscard]] int openConnections() const;
    [[nodiscard]] int connectionCount() const { return m_connectionCount; } ///< ever
    /// Connections that the client ended before the reply was over.
    [[nodiscard]] int abandonedReplies() const { return m_abandoned; }
    /// Bytes that have gone out, heads included.
    [[nodiscard]] qint64 bytesSent() const { return m_bytesSent; }
    /// Goes on with the replies that are stalled.
    void proceed();
    /// Stops listening and cuts what is open, as a server that is killed.
    void kill();

Q_SIGNALS:
    void requestReceived(int index);
    void connectionClosed();

private:
    friend class ScriptedConnection;

    void listen();
    void acceptConnections();
    ScriptedReply answer(const RecordedRequest &request);

    std::unique_ptr<QTcpServer> m_server;
    bool m_tls = false;
    Handler m_handler;
    std::vector<ScriptedReply> m_replies;
    std::vector<RecordedRequest> m_requests;
    std::vector<QPointer<ScriptedConnection>> m_connections;
    int m_connectionCount = 0;
    int m_abandoned = 0;
    qint64 m_bytesSent = 0;
};

} // namespace ponder
