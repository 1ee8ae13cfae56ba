#pragma once

#include "chat/ProviderProfile.h"
#include "wire/Usage.h"

#include <optional>
#include <vector>

namespace ponder {

/// The price of a model: as its provider's list says, else as the profile does. Nothing where
/// neither knows, or where it depends on who answers behind a router.
std::optional<ModelPrice> priceOf(const ProviderProfile &profile,
                                  const std::vector<ModelInfo> &known, const QString &model);

/// What an answer costs by this price, exactly. Nothing where the token counts are not known. The
/// completion's count includes the reasoning: UsageDecoder sees to that, also where a provider
/// counts it apart.
std::optional<Cost> costOf(const Usage &usage, const ModelPrice &price);

/// Adds up, one sum for each currency, in the order of their codes. There is no conversion: without
/// asking a server for the rates of the day a converted sum would be wrong.
std::vector<Cost> totalsOf(const std::vector<Cost> &costs);

} // namespace ponder
