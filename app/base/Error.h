#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace ponder {

/// What kind of failure it is; decides the sentence a person reads, the exit code of the command
/// line and whether a retry can help.
enum class ErrorKind {
    Auth,          ///< the key was refused
    Balance,       ///< no credit left
    Permission,    ///< the account or region may not do this
    RateLimit,     ///< too many requests
    ContextLength, ///< more tokens than the model reads
    BadRequest,    ///< the provider did not accept a field of the request
    NotFound,      ///< unknown model or wrong address
    Moderation,    ///< blocked by a content filter
    TooLarge,      ///< request body over the provider's limit
    Server,        ///< the provider failed
    Overloaded,    ///< the provider has no capacity just now
    Network,       ///< no connection, or it was lost
    NotRunning,    ///< nothing listens at an address of this computer
    Timeout,       ///< nothing arrived for too long
    Tls,           ///< the secure connection could not be verified
    Protocol,      ///< the reply is not what this API sends
    NoKey,         ///< no key is stored for this provider
    Keychain,      ///< the system keychain is missing, locked or refused
    Document,      ///< a file could not be read
    Usage,         ///< wrong use of the command line or a setting out of range
    Storage,       ///< the conversation database could not be read or written
};

/// A failure as a value. `message` holds the other side's own words on one line; `detail` the raw
/// material for people who want to look closer. Neither ever contains a key (see Redactor).
struct Error
{
    ErrorKind kind = ErrorKind::Protocol;
    int http = 0; ///< HTTP status, 0 when there was none
    QString message;
    QString detail;
    std::optional<int> retryAfterMs;

    bool operator==(const Error &) const = default;
};

/// The stable name used by the command line's JSON events and by the database, e.g. "rate_limit".
QString errorKindName(ErrorKind kind);
std::optional<ErrorKind> errorKindFromName(const QString &name);

} // namespace ponder

Q_DECLARE_METATYPE(ponder::Error)
