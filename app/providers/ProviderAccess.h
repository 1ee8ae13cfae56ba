#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "chat/ProviderProfile.h"
#include "chat/SecretStore.h"
#include "providers/NetworkAccessPool.h"

#include <QNetworkRequest>
#include <QObject>

#include <functional>

namespace ponder {

/// What every request to a provider needs: its key, network access by its proxy, its headers and
/// certificates. The one place where a key meets a request.
class ProviderAccess
{
public:
    ProviderAccess(SecretStore &secrets, const Clock &clock) : m_secrets(secrets), m_clock(clock) {}

    /// The key for a request, made known to the Redactor first. "" where none is stored and the
    /// provider needs none; NoKey or the keychain's refusal where it does. Calls back later, and
    /// not at all once `context` is destroyed.
    void readKey(const ProviderProfile &profile, QObject *context,
                 std::function<void(Result<QString>)> done);
    /// A request with the profile's headers and certificates, and the key if it is not empty.
    Result<QNetworkRequest> request(const ProviderProfile &profile, const QUrl &url,
                                    const QString &key) const;
    Result<NetworkAccessPool::Lease> network(const ProviderProfile &profile)
    {
        return m_pool.acquire(profile.proxy);
    }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// Headers that belong to the connection or would put a secret into the settings: a profile
    /// cannot set them.
    static bool isReservedHeader(const QString &name);

private:
    SecretStore &m_secrets;
    const Clock &m_clock;
    NetworkAccessPool m_pool;
};

} // namespace ponder
