#include "wire/UsageDecoder.h"

#include "base/Decimal.h"
#include "wire/JsonScanner.h"

#include <QJsonValue>

#include <cmath>
#include <initializer_list>

namespace ponder {

namespace {

using namespace Qt::StringLiterals;

constexpr int kMaxExponent = 60;

std::optional<qint64> count(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    if (!(number >= 0) || number > 9.0e15)
        return std::nullopt;
    return static_cast<qint64>(std::llround(number));
}

std::optional<qint64> firstCount(std::initializer_list<QJsonValue> values)
{
    for (const QJsonValue &value : values) {
        if (const std::optional<qint64> number = count(value))
            return number;
    }
    return std::nullopt;
}

std::optional<Cost> cost(const QJsonValue &value, QByteArrayView raw)
{
    QString amount;
    if (value.isDouble()) {
        amount = plainDecimal(JsonScanner::find(raw, {"cost"}));
        if (amount.isEmpty())
            amount = QString::number(value.toDouble(), 'f', 10);
    } else if (value.isString()) {
        amount = plainDecimal(value.toString().toUtf8());
    }
    if (amount.isEmpty())
        return std::nullopt;
    return Cost{amount, u"USD"_s};
}

/// xAI reports what the request cost in ticks, ten thousand million to the dollar.
std::optional<Cost> costOfTicks(const QJsonValue &value)
{
    constexpr int kTicksPerDollar = 10; // as a power of ten
    const std::optional<qint64> ticks = count(value);
    if (!ticks)
        return std::nullopt;
    return Cost{Decimal(quint64(*ticks)).shifted(-kTicksPerDollar).text(), u"USD"_s};
}

} // namespace

QString plainDecimal(QByteArrayView number)
{
    const QByteArray text = number.toByteArray().trimmed().toLower();
    const qsizetype e = text.indexOf('e');
    const QByteArray mantissa = e < 0 ? text : text.left(e);
    bool ok = true;
    int exponent = e < 0 ? 0 : text.mid(e + 1).toInt(&ok);
    if (!ok || std::abs(exponent) > kMaxExponent)
        return {};
    const bool negative = mantissa.startsWith('-');
    const QByteArray unsignedPart = negative ? mantissa.mid(1) : mantissa;
    const qsizetype point = unsignedPart.indexOf('.');
    QByteArray digits = unsignedPart;
    if (point >= 0)
        digits.remove(point, 1);
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return {};
    }
    if (digits.isEmpty())
        return {};
    if (exponent == 0)
        return QString::fromLatin1(mantissa);
    qsizetype whole = (point < 0 ? unsignedPart.size() : point) + exponent;
    while (whole <= 0) {
        digits.prepend('0');
        ++whole;
    }
    while (whole > digits.size())
        digits.append('0');
    while (whole > 1 && digits.startsWith('0')) {
        digits.remove(0, 1);
        --whole;
    }
    QByteArray plain = digits.left(whole);
    if (whole < digits.size())
        plain += '.' + digits.mid(whole);
    return QString::fromLatin1(negative ? '-' + plain : plain);
}

Usage UsageDecoder::fromUsage(const QJsonObject &usage, QByteArrayView raw)
{
    const QJsonObject promptDetails = usage.value("prompt_tokens_details"_L1).toObject();
    const QJsonObject outputDetails = usage.value("completion_tokens_details"_L1).toObject();
    Usage result;
    result.promptTokens = count(usage.value("prompt_tokens"_L1));
    result.completionTokens =
        firstCount({usage.value("completion_tokens"_L1), usage.value("output_tokens"_L1)});
    result.reasoningTokens = firstCount(
        {outputDetails.value("reasoning_tokens"_L1), usage.value("reasoning_tokens"_L1)});
    result.cachedTokens = firstCount(
        {promptDetails.value("cached_tokens"_L1), usage.value("prompt_cache_hit_tokens"_L1),
         usage.value("cached_tokens"_L1), usage.value("cache_read_input_tokens"_L1)});
    result.cost = cost(usage.value("cost"_L1), raw);
    if (!result.cost)
        result.cost = costOfTicks(usage.value("cost_in_usd_ticks"_L1));

    // Anthropic counts what it read from or wrote to its cache besides the input.
    if (const auto input = count(usage.value("input_tokens"_L1)); input && !result.promptTokens) {
        result.promptTokens = *input + result.cachedTokens.value_or(0) +
                              count(usage.value("cache_creation_input_tokens"_L1)).value_or(0);
    }
    // xAI leaves the reasoning out of the completion's count, but not out of the total.
    const std::optional<qint64> total = count(usage.value("total_tokens"_L1));
    if (total && result.promptTokens && result.completionTokens &&
        result.reasoningTokens.value_or(0) > 0 &&
        *total == *result.promptTokens + *result.completionTokens + *result.reasoningTokens) {
        result.completionTokens = *result.completionTokens + *result.reasoningTokens;
    }
    return result;
}

Usage UsageDecoder::fromTimings(const QJsonObject &timings)
{
    const std::optional<qint64> read = count(timings.value("prompt_n"_L1));
    const std::optional<qint64> cached = count(timings.value("cache_n"_L1));
    const std::optional<qint64> predicted = count(timings.value("predicted_n"_L1));
    Usage result;
    if (!read || !predicted)
        return result;
    result.promptTokens = *read + cached.value_or(0);
    result.completionTokens = predicted;
    result.cachedTokens = cached;
    return result;
}

void UsageDecoder::update(Usage &usage, const Usage &newer)
{
    const auto take = [](auto &field, const auto &newerField) {
        if (newerField)
            field = newerField;
    };
    take(usage.promptTokens, newer.promptTokens);
    take(usage.completionTokens, newer.completionTokens);
    take(usage.reasoningTokens, newer.reasoningTokens);
    take(usage.cachedTokens, newer.cachedTokens);
    take(usage.cost, newer.cost);
}

} // namespace ponder
