#pragma once

#include <QByteArray>
#include <QString>

namespace ponder {

/// Reads what providers answer when asked for the account's credit. Each has a form of its own; the
/// profile says which.
class CreditDecoder
{
public:
    /// `format`: "deepseek", "wcode" or "openrouter". The amount as people write it, e.g. "¥41.20";
    /// empty when the reply does not say.
    static QString decode(const QString &format, const QByteArray &body);
};

} // namespace ponder
