#include "providers/NetworkFailure.h"

#include "base/Redactor.h"
#include "providers/Endpoint.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QStringList>

namespace ponder {

namespace {

Error failure(ErrorKind kind, const QString &message, const QString &detail = {}, int http = 0)
{
    const Redactor &redactor = Redactor::instance();
    return {kind, http, redactor.redact(message), redactor.redact(detail), std::nullopt};
}

class FailureText
{
    Q_DECLARE_TR_FUNCTIONS(NetworkFailure)

public:
    static QString tls(const QString &host, const QString &why)
    {
        return tr("%1: %2").arg(host, why);
    }
    static QString noSuchHost(const QString &host)
    {
        return tr("There is no server named %1.").arg(host);
    }
    static QString refused(const QString &host) { return tr("%1 refuses connections.").arg(host); }
    static QString nothingListens(const QString &host)
    {
        return tr("Nothing listens at %1.").arg(host);
    }
    static QString lost(const QString &host)
    {
        return tr("%1 closed the connection before the answer was complete.").arg(host);
    }
    static QString proxy(const QString &why) { return tr("The proxy does not work: %1").arg(why); }
    static QString other(const QString &host, const QString &why)
    {
        return tr("The connection to %1 failed: %2").arg(host, why);
    }
    static QString notHttp(const QString &host, const QString &why)
    {
        return tr("%1 does not answer as an HTTP server does: %2").arg(host, why);
    }
    static QString noConnection(const QString &host, int seconds)
    {
        return tr("No connection to %1 within %n seconds.", nullptr, seconds).arg(host);
    }
    static QString silence(const QString &host, int seconds)
    {
        return tr("%1 sent nothing for %n seconds.", nullptr, seconds).arg(host);
    }
    static QString endedEarly(const QString &host)
    {
        return tr("The stream from %1 ended early.").arg(host);
    }
    static QString redirected(const QString &host, const QString &target)
    {
        return tr("%1 redirects to %2. The key is not sent there; enter that address as the base "
                  "URL if you trust it.")
            .arg(host, target);
    }
    static QString status(const QString &host, int code)
    {
        return tr("%1 answered with the unexpected status %2.").arg(host).arg(code);
    }
    static QString tooLarge(const QString &host)
    {
        return tr("%1 sent more data than an answer can have.").arg(host);
    }
    static QString certificates(const QString &file)
    {
        return tr("There is no certificate that can be read in %1.").arg(file);
    }
    static QString unusableKey()
    {
        return tr("The key contains characters that no key has. Enter it again.");
    }
    static QString noKey(const QString &name) { return tr("No key is stored for %1.").arg(name); }
};

int seconds(int ms)
{
    return (ms + 999) / 1000;
}

QString tlsReasons(const QList<QSslError> &errors, const QString &fallback)
{
    QStringList reasons;
    for (const QSslError &error : errors) {
        if (!reasons.contains(error.errorString()))
            reasons.append(error.errorString());
    }
    return reasons.isEmpty() ? fallback : reasons.join(QStringLiteral("; "));
}

bool isProxyError(QNetworkReply::NetworkError code)
{
    return code >= QNetworkReply::ProxyConnectionRefusedError &&
           code <= QNetworkReply::UnknownProxyError;
}

} // namespace

Error NetworkFailure::of(const QNetworkReply &reply, const QList<QSslError> &tlsErrors)
{
    const QString host = Endpoint::hostText(reply.url());
    const QString why = reply.errorString();
    if (!tlsErrors.isEmpty() || reply.error() == QNetworkReply::SslHandshakeFailedError)
        return failure(ErrorKind::Tls, FailureText::tls(host, tlsReasons(tlsErrors, why)), why);
    if (isProxyError(reply.error()))
        return failure(ErrorKind::Network, FailureText::proxy(why), why);

    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return failure(ErrorKind::Network, FailureText::noSuchHost(reply.url().host()), why);
    case QNetworkReply::ConnectionRefusedError:
        if (Endpoint::isLoopbackHost(reply.url().host()))
            return failure(ErrorKind::NotRunning, FailureText::nothingListens(host), why);
        return failure(ErrorKind::Network, FailureText::refused(host), why);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // the connection was closed while it was being used
        return failure(ErrorKind::Network, FailureText::lost(host), why);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError:
        return failure(ErrorKind::Protocol, FailureText::notHttp(host, why), why);
    default:
        return failure(ErrorKind::Network, FailureText::other(host, why), why);
    }
}

Error NetworkFailure::noConnection(const QUrl &url, int timeoutMs)
{
    return failure(ErrorKind::Network,
                   FailureText::noConnection(Endpoint::hostText(url), seconds(timeoutMs)));
}

Error NetworkFailure::silence(const QUrl &url, int timeoutMs)
{
    return failure(ErrorKind::Timeout,
                   FailureText::silence(Endpoint::hostText(url), seconds(timeoutMs)));
}

Error NetworkFailure::endedEarly(const QUrl &url)
{
    return failure(ErrorKind::Network, FailureText::endedEarly(Endpoint::hostText(url)));
}

Error NetworkFailure::redirected(const QUrl &from, const QUrl &to, int status)
{
    const QString target =
        to.isValid() ? to.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment)
                     : QStringLiteral("?");
    return failure(ErrorKind::Protocol, FailureText::redirected(Endpoint::hostText(from), target),
                   {}, status);
}

Error NetworkFailure::unexpectedStatus(const QUrl &url, int status)
{
    return failure(ErrorKind::Protocol, FailureText::status(Endpoint::hostText(url), status), {},
                   status);
}

Error NetworkFailure::tooLarge(const QUrl &url)
{
    return failure(ErrorKind::Protocol, FailureText::tooLarge(Endpoint::hostText(url)));
}

Error NetworkFailure::unreadableCertificates(const QString &file)
{
    return failure(ErrorKind::Tls, FailureText::certificates(file));
}

Error NetworkFailure::unusableKey()
{
    return failure(ErrorKind::Auth, FailureText::unusableKey());
}

Error NetworkFailure::noKey(const QString &providerName)
{
    return failure(ErrorKind::NoKey, FailureText::noKey(providerName));
}

} // namespace ponder
