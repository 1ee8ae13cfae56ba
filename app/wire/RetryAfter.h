#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace ponder {

/// When a provider wants to be asked again, in milliseconds from now; never negative, a day at
/// most.

/// A Retry-After header, as seconds or as an HTTP date.
std::optional<int> retryAfterHeader(QByteArrayView value, const QDateTime &now);
/// The fields of an error body that say the same.
std::optional<int> retryAfterBody(const QJsonObject &body);
/// "… try again in 7.66s …", as some providers only write it.
std::optional<int> retryAfterText(const QString &message);

} // namespace ponder
