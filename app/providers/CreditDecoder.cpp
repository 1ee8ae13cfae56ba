#include "providers/CreditDecoder.h"

#include "providers/DecimalText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace ponder {

namespace {

QString money(const QJsonValue &amount, const QString &currency)
{
    const QString text = amount.isDouble() ? QString::number(amount.toDouble(), 'f', 2)
                                           : amount.toString().trimmed();
    if (!DecimalText::shifted(text, 0) || text.size() > 20)
        return {};
    if (currency == QLatin1String("CNY"))
        return QStringLiteral("¥") + text;
    if (currency == QLatin1String("USD"))
        return QStringLiteral("$") + text;
    return currency.left(3).toUpper() + QLatin1Char(' ') + text;
}

QString deepSeek(const QJsonObject &root)
{
    QStringList amounts;
    const QJsonArray infos = root.value(u"balance_infos").toArray();
    for (const QJsonValue &value : infos) {
        const QJsonObject info = value.toObject();
        const QString amount =
            money(info.value(u"total_balance"), info.value(u"currency").toString());
        if (!amount.isEmpty() && amounts.size() < 4)
            amounts.append(amount);
    }
    return amounts.join(QStringLiteral(" + "));
}

QString wcode(const QJsonObject &root)
{
    const QJsonObject data = root.value(u"data").toObject();
    return money(data.value(u"total_available"),
                 data.value(u"total_available_currency").toString());
}

QString openRouter(const QJsonObject &root)
{
    // Null when the key has no limit of its own; then nothing is known.
    return money(root.value(u"data").toObject().value(u"limit_remaining"), QStringLiteral("USD"));
}

} // namespace

QString CreditDecoder::decode(const QString &format, const QByteArray &body)
{
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    if (format == QLatin1String("deepseek"))
        return deepSeek(root);
    if (format == QLatin1String("wcode"))
        return wcode(root);
    return format == QLatin1String("openrouter") ? openRouter(root) : QString();
}

} // namespace ponder
