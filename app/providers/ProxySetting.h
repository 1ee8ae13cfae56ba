#pragma once

#include "base/Result.h"

#include <QNetworkProxyFactory>

#include <memory>

namespace ponder {

/// The proxy of a provider profile as text: "" the system's, "none" no proxy, else
/// "http://host:port" or "socks5://host:port".
class ProxySetting
{
public:
    /// The factory that a network access manager uses, or one sentence that says what is wrong.
    /// Servers on this computer are always asked directly.
    static Result<std::shared_ptr<QNetworkProxyFactory>> factory(const QString &setting);
    static Result<void> check(const QString &setting);
};

} // namespace ponder
