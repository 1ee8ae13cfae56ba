#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace ponder {

/// An amount of money as the provider wrote it; decimal text, because binary fractions are not
/// money.
struct Cost
{
    QString amount;   ///< e.g. "0.0031"
    QString currency; ///< ISO 4217, e.g. "USD"

    bool operator==(const Cost &) const = default;
};

/// Token counts of one answer. Absent means that the provider did not say, never 0.
struct Usage
{
    std::optional<qint64> promptTokens;
    std::optional<qint64> completionTokens;
    std::optional<qint64> reasoningTokens;
    std::optional<qint64> cachedTokens;
    std::optional<Cost> cost;

    bool operator==(const Usage &) const = default;
    [[nodiscard]] bool isEmpty() const { return *this == Usage{}; }
};

} // namespace ponder
