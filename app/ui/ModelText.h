#pragma once

#include "chat/ProviderProfile.h"

namespace ponder {

/// A context window as people write it: 163840 → "160K", 1048576 → "1M", 131072 → "128K", 64000 →
/// "64K".
/// "" where it is unknown.
QString contextText(const std::optional<qint64> &tokens);

/// A price with the sign of its currency: {"0.5", "USD"} → "$0.50"; "" where it is unknown.
QString moneyText(const QString &amount, const QString &currency);

/// Input and output price together: "$0.50 / $2.15"; "" where unknown.
QString priceText(const std::optional<ModelPrice> &price);

} // namespace ponder
