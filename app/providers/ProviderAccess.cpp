#include "providers/ProviderAccess.h"

#include "base/Redactor.h"
#include "providers/NetworkFailure.h"

#include <QSslConfiguration>

#include <algorithm>
#include <array>

namespace ponder {

namespace {

/// Bytes of a compressed reply from which on Qt looks at the ratio; the decoders have bounds of
/// their own, and a long answer of short pieces packs very well.
constexpr qint64 kDecompressedCheckBytes = 64 * 1024 * 1024;

bool isUsableKey(const QString &key)
{
    return std::all_of(key.begin(), key.end(),
                       [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
}

Result<QSslConfiguration> certificates(const QString &caFile)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (caFile.isEmpty())
        return configuration;
    const QList<QSslCertificate> own = QSslCertificate::fromPath(caFile, QSsl::Pem);
    if (own.isEmpty())
        return NetworkFailure::unreadableCertificates(caFile);
    configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + own);
    return configuration;
}

} // namespace

bool ProviderAccess::isReservedHeader(const QString &name)
{
    static const std::array kReserved{
        "accept-encoding",   "authorization", "connection", "content-length",
        "content-type",      "cookie",        "host",       "proxy-authorization",
        "transfer-encoding", "x-api-key",     "api-key"};
    return std::any_of(kReserved.begin(), kReserved.end(), [&name](const char *reserved) {
        return name.compare(QLatin1String(reserved), Qt::CaseInsensitive) == 0;
    });
}

void ProviderAccess::readKey(const ProviderProfile &profile, QObject *context,
                             std::function<void(Result<QString>)> done)
{
    m_secrets.read(profile.id, context,
                   [needed = profile.needsKey, name = profile.name,
                    done = std::move(done)](const Result<QString> &stored) {
                       if (!stored) {
                           // A server that wants no key must not fail for lack of a keychain.
                           done(needed ? Result<QString>(stored.error())
                                       : Result<QString>(QString()));
                           return;
                       }
                       const QString key = stored->trimmed();
                       Redactor::instance().addSecret(key);
                       if (key.isEmpty() && needed)
                           done(NetworkFailure::noKey(name));
                       else if (!isUsableKey(key))
                           done(NetworkFailure::unusableKey());
                       else
                           done(key);
                   });
}

Result<QNetworkRequest> ProviderAccess::request(const ProviderProfile &profile, const QUrl &url,
                                                const QString &key) const
{
    QNetworkRequest request(url);
    if (url.scheme() == QLatin1String("https")) {
        const Result<QSslConfiguration> tls = certificates(profile.caFile);
        if (!tls)
            return tls.error();
        request.setSslConfiguration(*tls);
    }
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setDecompressedSafetyCheckThreshold(kDecompressedCheckBytes);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Ponder/" PONDER_VERSION));
    for (auto it = profile.headers.begin(); it != profile.headers.end(); ++it) {
        if (!isReservedHeader(it.key()))
            request.setRawHeader(it.key().toLatin1(), it.value().toUtf8());
    }
    if (!key.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + key.toLatin1());
    return request;
}

} // namespace ponder
