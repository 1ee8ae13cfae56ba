#pragma once

#include "wire/Usage.h"

#include <QByteArrayView>
#include <QJsonObject>

namespace ponder {

/// Reads the `usage` object of a chunk or body in every form that is in use. Money is taken from
/// the bytes (`raw`, the JSON text of the same object), because a double would change the figure.
class UsageDecoder
{
public:
    static Usage fromUsage(const QJsonObject &usage, QByteArrayView raw);
    /// llama-server's own account, for requests that did not ask for usage.
    static Usage fromTimings(const QJsonObject &timings);
    /// The newer figures win; what they leave out stays. Nothing is ever added up.
    static void update(Usage &usage, const Usage &newer);
};

/// A JSON number as plain decimal text, digit for digit: "1.5e-3" → "0.0015". Empty if `number` is
/// none.
QString plainDecimal(QByteArrayView number);

} // namespace ponder
