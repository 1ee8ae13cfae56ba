#pragma once

#include "base/Result.h"

#include <QNetworkAccessManager>
#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace ponder {

/// Hands out network access managers, one a running request. A manager opens at most six
/// connections to a host and holds further requests back in silence; with one each, any number of
/// answers can stream at once. Managers that come back are used again, so that a connection to the
/// provider is still open for the next question.
class NetworkAccessPool
{
public:
    using Lease = std::shared_ptr<QNetworkAccessManager>;

    NetworkAccessPool();
    ~NetworkAccessPool();

    /// A manager that uses this proxy (see ProxySetting). It comes back when the lease is dropped.
    Result<Lease> acquire(const QString &proxy);

private:
    struct Idle
    {
        std::map<QString, std::vector<std::unique_ptr<QNetworkAccessManager>>> managers;
    };
    static void giveBack(const std::weak_ptr<Idle> &pool, const QString &proxy,
                         QNetworkAccessManager *manager);

    std::shared_ptr<Idle> m_idle;
};

} // namespace ponder
