#pragma once

#include "base/Result.h"
#include "providers/ProviderAccess.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QSslError>
#include <QTimer>
#include <QUrl>

#include <functional>

class QNetworkReply;

namespace ponder {

struct FetchReply
{
    QByteArray body;
    QUrl url;   ///< after redirects
    int ms = 0; ///< from sending to the end
};

/// One GET to a provider: its model list, its account. Follows redirects only on the same server,
/// so that the key stays there, and gives up when nothing arrives.
class HttpFetch : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<FetchReply>)>;

    /// `timeoutMs`: the longest silence, and the longest wait for a connection. Calls back once,
    /// later, and not at all once `context` is destroyed. A status from 400 on is an Error.
    static void get(ProviderAccess &access, const ProviderProfile &profile, const QUrl &url,
                    const QString &key, int timeoutMs, QObject *context, Done done);

    static constexpr qint64 kMaxBodyBytes = 64 * 1024 * 1024;

private:
    HttpFetch(ProviderAccess &access, ProviderProfile profile, QString key, QObject *context,
              Done done);
    ~HttpFetch() override;

    void send(const QUrl &url);
    void onBytes();
    void onFinished();
    void finish(Result<FetchReply> result);
    void dropReply();

    ProviderAccess &m_access;
    ProviderProfile m_profile;
    QString m_key;
    Done m_done;
    NetworkAccessPool::Lease m_network;
    QNetworkReply *m_reply = nullptr;
    QList<QSslError> m_tlsErrors;
    QByteArray m_body;
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    int m_redirects = 0;
};

} // namespace ponder
