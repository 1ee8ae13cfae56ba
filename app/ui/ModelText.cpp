#include "ui/ModelText.h"

#include "base/Decimal.h"

#include <QLocale>

#include <algorithm>

namespace ponder {

namespace {

QString signOf(const QString &currency)
{
    if (currency == QLatin1String("USD"))
        return QStringLiteral("$");
    if (currency == QLatin1String("CNY"))
        return QStringLiteral("¥");
    if (currency == QLatin1String("EUR"))
        return QStringLiteral("€");
    return currency.isEmpty() ? QString() : currency + QLatin1Char(' ');
}

} // namespace

QString contextText(const std::optional<qint64> &tokens)
{
    if (!tokens || *tokens <= 0)
        return {};
    const qint64 count = *tokens;
    constexpr qint64 kBinary = 1024;
    // Windows are powers of two more often than not; the others are counted in thousands.
    const qint64 kilo = count % kBinary == 0 ? kBinary : 1000;
    if (count < kilo)
        return QString::number(count);
    const double thousands = double(count) / double(kilo);
    const bool millions = thousands >= double(kilo);
    const double value = millions ? thousands / double(kilo) : thousands;
    const int decimals = value < 10 && value != double(qint64(value)) ? 1 : 0;
    return QString::number(value, 'f', decimals) + (millions ? QLatin1Char('M') : QLatin1Char('K'));
}

QString moneyText(const QString &amount, const QString &currency)
{
    bool ok = false;
    const double value = amount.toDouble(&ok);
    if (amount.isEmpty() || !ok)
        return {};
    // Two digits as on a price tag, more only where the amount has them; the text itself stays
    // decimal, because what the provider wrote is what is owed.
    const qsizetype point = amount.indexOf(QLatin1Char('.'));
    QString shown = amount;
    if (amount.contains(QLatin1Char('e'), Qt::CaseInsensitive))
        shown = QString::number(value, 'f', 4);
    else if (point < 0)
        shown += QLatin1String(".00");
    else if (amount.size() - point - 1 < 2)
        shown += QLatin1Char('0');
    else
        while (shown.endsWith(QLatin1Char('0')) && shown.size() - point - 1 > 2)
            shown.chop(1);
    return signOf(currency) + shown;
}

QString costText(const Cost &cost)
{
    constexpr int kSmallest = -4; // as a power of ten
    const std::optional<Decimal> value = Decimal::parse(cost.amount);
    if (!value)
        return {};
    const QString sign = signOf(cost.currency);
    if (value->magnitude() < kSmallest)
        return QStringLiteral("< ") + sign + QLatin1String("0.0001");
    return sign + value->rounded(std::max(2, 1 - value->magnitude()));
}

QString costsText(const std::vector<Cost> &costs)
{
    QStringList texts;
    for (const Cost &cost : costs)
        texts << costText(cost);
    texts.removeAll(QString());
    return texts.join(QStringLiteral(" · "));
}

QString priceText(const std::optional<ModelPrice> &price)
{
    if (!price)
        return {};
    const QString input = moneyText(price->inputPerMillion, price->currency);
    const QString output = moneyText(price->outputPerMillion, price->currency);
    if (input.isEmpty() || output.isEmpty())
        return {};
    return QStringLiteral("%1 / %2").arg(input, output);
}

} // namespace ponder
