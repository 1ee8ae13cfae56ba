#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace ponder {

/// What providers put into the body of an error, in all the forms that are in use.
class ErrorBody
{
public:
    /// The JSON object in `json`, or the first of a list of them; empty if there is none.
    static QJsonObject objectIn(const QByteArray &json);
    /// The provider's own words. The order is from the innermost cause outwards, because gateways
    /// wrap what they were told into something general.
    static QString message(const QJsonObject &body);
    /// All codes and types, also of an error that a gateway wrapped; lower case, joined by spaces.
    static QString codes(const QJsonObject &body);
    /// The HTTP status that the body gives, as number or string; 0 if none.
    static int status(const QJsonObject &body);
};

} // namespace ponder
