#include "chat/Pricing.h"

#include "base/Decimal.h"

#include <QMap>

#include <algorithm>

namespace ponder {

namespace {

constexpr int kPerMillion = -6;

Decimal tokens(qint64 count)
{
    return Decimal(quint64(std::max<qint64>(0, count)));
}

} // namespace

std::optional<ModelPrice> priceOf(const ProviderProfile &profile,
                                  const std::vector<ModelInfo> &known, const QString &model)
{
    const auto listed = std::find_if(known.begin(), known.end(), [&model](const ModelInfo &info) {
        return info.id == model && info.price;
    });
    if (listed != known.end())
        return listed->price->varies ? std::nullopt : listed->price;
    const auto own = profile.prices.constFind(model);
    return own == profile.prices.constEnd() ? std::nullopt : std::optional(*own);
}

std::optional<Cost> costOf(const Usage &usage, const ModelPrice &price)
{
    const auto input = Decimal::parse(price.inputPerMillion);
    const auto output = Decimal::parse(price.outputPerMillion);
    const bool priced = input && output && !price.currency.isEmpty();
    if (!usage.promptTokens || !usage.completionTokens || !priced)
        return std::nullopt;
    // Where no price for cached input is given, it costs what all input costs.
    const auto cachedInput = Decimal::parse(price.cachedInputPerMillion);
    const qint64 cached =
        cachedInput ? std::clamp<qint64>(usage.cachedTokens.value_or(0), 0, *usage.promptTokens)
                    : 0;
    const Decimal total = tokens(*usage.promptTokens - cached) * *input +
                          tokens(cached) * cachedInput.value_or(Decimal()) +
                          tokens(*usage.completionTokens) * *output;
    return Cost{total.shifted(kPerMillion).text(), price.currency};
}

std::vector<Cost> totalsOf(const std::vector<Cost> &costs)
{
    QMap<QString, Decimal> sums;
    for (const Cost &cost : costs) {
        if (const auto amount = Decimal::parse(cost.amount))
            sums[cost.currency] = sums.value(cost.currency) + *amount;
    }
    std::vector<Cost> totals;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it)
        totals.push_back({it->text(), it.key()});
    return totals;
}

} // namespace ponder
