#pragma once

#include "base/Result.h"

#include <QString>
#include <QUrl>

namespace ponder {

/// Addresses of a provider's API. A base URL is used as the person wrote it: only a trailing "/" is
/// dropped and the endpoint's own path appended, because providers differ in their version segment
/// (Zhipu has /v4, DeepSeek none).
class Endpoint
{
public:
    /// One sentence that says what is wrong with a base URL; no error when it can be used.
    static Result<void> check(const QString &baseUrl);
    /// `baseUrl` + `path`, e.g. "/models".
    static QUrl url(const QString &baseUrl, const QString &path);
    /// Same scheme, host and port.
    static bool isSameOrigin(const QUrl &a, const QUrl &b);
    static bool isLoopbackHost(const QString &host);
    /// "host:port" for messages; the port only where it is given.
    static QString hostText(const QUrl &url);
};

} // namespace ponder
