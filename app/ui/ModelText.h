#pragma once

#include "chat/ProviderProfile.h"
#include "wire/Usage.h"

#include <vector>

namespace ponder {

/// A context window as people write it: 163840 → "160K", 1048576 → "1M", 131072 → "128K", 64000 →
/// "64K".
/// "" where it is unknown.
QString contextText(const std::optional<qint64> &tokens);

/// A price with the sign of its currency: {"0.5", "USD"} → "$0.50"; "" where it is unknown.
QString moneyText(const QString &amount, const QString &currency);

/// What something has cost, with two digits that mean something: "¥0.12", "$0.0031", "< ¥0.0001".
/// "" where it is unknown.
QString costText(const Cost &cost);

/// Sums of several currencies side by side: "¥0.42 · $0.10".
QString costsText(const std::vector<Cost> &costs);

/// Input and output price together: "$0.50 / $2.15"; "" where unknown.
QString priceText(const std::optional<ModelPrice> &price);

} // namespace ponder
