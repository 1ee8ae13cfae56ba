#include "providers/DecimalText.h"

#include <QLocale>
#include <QRegularExpression>

namespace ponder {

std::optional<QString> DecimalText::shifted(const QString &number, int places)
{
    // Bounded, because the text comes from a server.
    static const QRegularExpression form(
        QStringLiteral(R"(^\+?(\d{0,40})(?:\.(\d{0,40}))?(?:[eE]([+-]?\d{1,2}))?$)"));
    const QRegularExpressionMatch match = form.match(number.trimmed());
    const QString whole = match.captured(1);
    const QString fraction = match.captured(2);
    if (!match.hasMatch() || whole.size() + fraction.size() == 0)
        return std::nullopt;

    QString digits = whole + fraction;
    qsizetype point = whole.size() + match.captured(3).toInt() + places;
    if (point <= 0) {
        digits.prepend(QString(1 - point, QLatin1Char('0')));
        point = 1;
    }
    if (point > digits.size())
        digits.append(QString(point - digits.size(), QLatin1Char('0')));

    QString left = digits.left(point);
    QString right = digits.mid(point);
    while (left.size() > 1 && left.startsWith(QLatin1Char('0')))
        left.remove(0, 1);
    while (right.endsWith(QLatin1Char('0')))
        right.chop(1);
    return right.isEmpty() ? left : left + QLatin1Char('.') + right;
}

QString DecimalText::of(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace ponder
