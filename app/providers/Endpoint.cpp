#include "providers/Endpoint.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace ponder {

namespace {

class EndpointText
{
    Q_DECLARE_TR_FUNCTIONS(Endpoint)

public:
    static Error form()
    {
        return usage(tr("The base URL must begin with http:// or https:// and name a server."));
    }
    static Error secret() { return usage(tr("The base URL must not contain a name or password.")); }
    static Error fragment() { return usage(tr("The base URL must not contain “#”.")); }

private:
    static Error usage(const QString &message)
    {
        return {ErrorKind::Usage, 0, message, {}, std::nullopt};
    }
};

int effectivePort(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

} // namespace

Result<void> Endpoint::check(const QString &baseUrl)
{
    const QUrl url(baseUrl.trimmed(), QUrl::StrictMode);
    const bool http =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !http || url.host().isEmpty())
        return EndpointText::form();
    if (!url.userInfo().isEmpty())
        return EndpointText::secret();
    if (url.hasFragment())
        return EndpointText::fragment();
    return {};
}

QUrl Endpoint::url(const QString &baseUrl, const QString &path)
{
    QUrl url(baseUrl.trimmed(), QUrl::StrictMode);
    QString base = url.path(QUrl::FullyEncoded);
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    url.setPath(base + path, QUrl::StrictMode);
    return url;
}

bool Endpoint::isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host().compare(b.host(), Qt::CaseInsensitive) == 0 &&
           effectivePort(a) == effectivePort(b);
}

bool Endpoint::isLoopbackHost(const QString &host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
           QHostAddress(host).isLoopback();
}

QString Endpoint::hostText(const QUrl &url)
{
    return url.port() < 0 ? url.host() : QStringLiteral("%1:%2").arg(url.host()).arg(url.port());
}

} // namespace ponder
