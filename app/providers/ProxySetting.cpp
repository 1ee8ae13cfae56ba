#include "providers/ProxySetting.h"

#include "providers/Endpoint.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QUrl>

#include <optional>

namespace ponder {

namespace {

class ProxyText
{
    Q_DECLARE_TR_FUNCTIONS(ProxySetting)

public:
    static Error form()
    {
        return {ErrorKind::Usage,
                0,
                tr("The proxy must have the form http://host:port or socks5://host:port."),
                {},
                std::nullopt};
    }
    static Error secret()
    {
        return {ErrorKind::Usage,
                0,
                tr("The proxy address must not contain a name or password: it would be stored in "
                   "plain text."),
                {},
                std::nullopt};
    }
};

/// One proxy for everything but this computer; without one, the system's choice.
class ProviderProxyFactory final : public QNetworkProxyFactory
{
public:
    explicit ProviderProxyFactory(std::optional<QNetworkProxy> proxy) : m_proxy(std::move(proxy)) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (Endpoint::isLoopbackHost(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return m_proxy ? QList{*m_proxy} : systemProxyForQuery(query);
    }

private:
    std::optional<QNetworkProxy> m_proxy;
};

Result<std::optional<QNetworkProxy>> parsed(const QString &setting)
{
    if (setting.isEmpty())
        return std::optional<QNetworkProxy>();
    if (setting == QLatin1String("none"))
        return std::optional(QNetworkProxy(QNetworkProxy::NoProxy));
    const QUrl url(setting, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool socks = scheme == QLatin1String("socks5") || scheme == QLatin1String("socks5h");
    if (!url.isValid() || url.host().isEmpty() || (!socks && scheme != QLatin1String("http")))
        return ProxyText::form();
    if (!url.userInfo().isEmpty())
        return ProxyText::secret();
    const auto port = static_cast<quint16>(url.port(socks ? 1080 : 8080));
    return std::optional(QNetworkProxy(
        socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(), port));
}

} // namespace

Result<std::shared_ptr<QNetworkProxyFactory>> ProxySetting::factory(const QString &setting)
{
    const auto proxy = parsed(setting);
    if (!proxy)
        return proxy.error();
    return std::shared_ptr<QNetworkProxyFactory>(std::make_shared<ProviderProxyFactory>(*proxy));
}

Result<void> ProxySetting::check(const QString &setting)
{
    const auto proxy = parsed(setting);
    return proxy ? Result<void>() : Result<void>(proxy.error());
}

} // namespace ponder
