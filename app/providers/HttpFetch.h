#pragma once

#include "base/Result.h"
#include "providers/HttpExchange.h"

#include <QElapsedTimer>
#include <QObject>
#include <QUrl>

#include <functional>

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
    HttpFetch(ProviderAccess &access, ProviderProfile profile, HttpExchange::Request request,
              QObject *context, Done done);

    void send();
    void onBytes();
    void onEnded(const std::optional<Error> &networkError);
    void finish(Result<FetchReply> result);

    ProviderAccess &m_access;
    ProviderProfile m_profile;
    HttpExchange::Request m_request;
    Done m_done;
    HttpExchange m_exchange;
    QByteArray m_body;
    QElapsedTimer m_elapsed;
    int m_redirects = 0;
};

} // namespace ponder
