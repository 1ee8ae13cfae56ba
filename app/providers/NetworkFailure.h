#pragma once

#include "base/Error.h"

#include <QList>
#include <QSslError>
#include <QUrl>

class QNetworkReply;

namespace ponder {

/// Failures below HTTP as Errors: the kind, and one sentence that names the server. What Qt says is
/// kept as detail. Everything passes the Redactor.
class NetworkFailure
{
public:
    /// A reply that ended without a usable HTTP status.
    static Error of(const QNetworkReply &reply, const QList<QSslError> &tlsErrors);
    static Error noConnection(const QUrl &url, int timeoutMs);
    static Error silence(const QUrl &url, int timeoutMs);
    static Error endedEarly(const QUrl &url);
    /// A redirect that is not followed, because the key would go to another server.
    static Error redirected(const QUrl &from, const QUrl &to, int status);
    static Error unexpectedStatus(const QUrl &url, int status);
    static Error tooLarge(const QUrl &url);
    static Error unreadableCertificates(const QString &file);
    static Error unusableKey();
    static Error noKey(const QString &providerName);
};

} // namespace ponder
