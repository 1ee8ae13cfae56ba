#include "base/Error.h"

#include <array>
#include <utility>

namespace ponder {

namespace {

constexpr std::array<std::pair<ErrorKind, const char *>, 21> kNames{{
    {ErrorKind::Auth, "auth"},
    {ErrorKind::Balance, "balance"},
    {ErrorKind::Permission, "permission"},
    {ErrorKind::RateLimit, "rate_limit"},
    {ErrorKind::ContextLength, "context_length"},
    {ErrorKind::BadRequest, "bad_request"},
    {ErrorKind::NotFound, "not_found"},
    {ErrorKind::Moderation, "moderation"},
    {ErrorKind::TooLarge, "too_large"},
    {ErrorKind::Server, "server"},
    {ErrorKind::Overloaded, "overloaded"},
    {ErrorKind::Network, "network"},
    {ErrorKind::NotRunning, "not_running"},
    {ErrorKind::Timeout, "timeout"},
    {ErrorKind::Tls, "tls"},
    {ErrorKind::Protocol, "protocol"},
    {ErrorKind::NoKey, "no_key"},
    {ErrorKind::Keychain, "keychain"},
    {ErrorKind::Document, "document"},
    {ErrorKind::Usage, "usage"},
    {ErrorKind::Storage, "storage"},
}};

} // namespace

QString errorKindName(ErrorKind kind)
{
    for (const auto &[known, name] : kNames) {
        if (known == kind)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<ErrorKind> errorKindFromName(const QString &name)
{
    for (const auto &[kind, known] : kNames) {
        if (name == QLatin1String(known))
            return kind;
    }
    return std::nullopt;
}

} // namespace ponder
