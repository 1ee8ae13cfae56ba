#include "providers/DecimalText.h"

#include "base/Decimal.h"

#include <QLocale>

namespace ponder {

std::optional<QString> DecimalText::shifted(const QString &number, int places)
{
    const std::optional<Decimal> value = Decimal::parse(number);
    return value ? std::optional(value->shifted(places).text()) : std::nullopt;
}

QString DecimalText::of(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace ponder
