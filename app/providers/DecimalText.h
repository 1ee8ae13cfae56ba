#pragma once

#include <QString>

#include <optional>

namespace ponder {

/// Exact handling of numbers that are money: binary fractions would turn "0.0000005" into something
/// else on the way.
class DecimalText
{
public:
    /// `number` × 10^places as plain decimal text without needless zeros: ("0.0000005", 6) → "0.5".
    /// Nothing if it is not a number or is negative (some providers write "-1" for "it depends").
    static std::optional<QString> shifted(const QString &number, int places);
    /// The shortest text that reads back as the same value.
    static QString of(double value);
};

} // namespace ponder
