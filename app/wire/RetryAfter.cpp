#include "wire/RetryAfter.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace ponder {

namespace {

using namespace Qt::StringLiterals;

constexpr double kDayMs = 24.0 * 60 * 60 * 1000;

std::optional<int> bounded(double ms)
{
    if (std::isnan(ms))
        return std::nullopt;
    return static_cast<int>(std::ceil(std::clamp(ms, 0.0, kDayMs)));
}

/// A number of seconds as JSON number or string ("17", "17s").
std::optional<double> seconds(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    QString text = value.toString().trimmed();
    if (text.endsWith(u's'))
        text.chop(1);
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

/// One of the three forms of RFC 9110 §5.6.7. The weekday is left out: it adds nothing, and with a
/// year of two digits it would be checked against the wrong century.
std::optional<QDateTime> httpDate(const QString &text)
{
    static constexpr QStringView formats[] = {u"dd MMM yyyy hh:mm:ss", u"dd-MMM-yy hh:mm:ss",
                                              u"MMM d hh:mm:ss yyyy"};
    static const QRegularExpression around(u"^[A-Za-z]+,? +| +(?:GMT|UTC)$"_s);
    const QString date = QString(text).remove(around).simplified();
    for (const QStringView format : formats) {
        QDateTime time = QLocale::c().toDateTime(date, format.toString());
        if (!time.isValid())
            continue;
        if (time.date().year() < 1970)
            time = time.addYears(100);
        return QDateTime(time.date(), time.time(), QTimeZone::utc());
    }
    return std::nullopt;
}

} // namespace

std::optional<int> retryAfterHeader(QByteArrayView value, const QDateTime &now)
{
    const QString text = QString::fromLatin1(value).trimmed();
    if (text.isEmpty())
        return std::nullopt;
    bool ok = false;
    const double number = text.toDouble(&ok);
    if (ok)
        return number < 0 ? std::nullopt : bounded(number * 1000);
    const std::optional<QDateTime> date = httpDate(text);
    return date ? bounded(static_cast<double>(now.msecsTo(*date))) : std::nullopt;
}

std::optional<int> retryAfterBody(const QJsonObject &body)
{
    const QJsonObject error = body.value("error"_L1).toObject();
    for (const QJsonObject &place : {error.value("availability"_L1).toObject(),
                                     error.value("metadata"_L1).toObject(), error, body}) {
        if (const QJsonValue ms = place.value("retry_after_ms"_L1); ms.isDouble())
            return bounded(ms.toDouble());
        for (const QLatin1String field :
             {"retry_after"_L1, "retry_after_seconds"_L1, "retryDelay"_L1}) {
            if (const std::optional<double> wait = seconds(place.value(field)); wait && *wait >= 0)
                return bounded(*wait * 1000);
        }
    }
    for (const QJsonValue detail : error.value("details"_L1).toArray()) {
        if (const auto wait = seconds(detail.toObject().value("retryDelay"_L1)); wait && *wait >= 0)
            return bounded(*wait * 1000);
    }
    return std::nullopt;
}

std::optional<int> retryAfterText(const QString &message)
{
    static const QRegularExpression phrase(
        uR"((?:try again|retry) (?:in|after) (?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)\s*(ms|s\b|sec))?)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = phrase.match(message);
    if (!match.hasMatch())
        return std::nullopt;
    if (match.capturedLength(1) + match.capturedLength(2) + match.capturedLength(3) <= 0)
        return std::nullopt;
    double ms = match.captured(3).toDouble();
    if (match.captured(4).toLower() != "ms"_L1)
        ms *= 1000;
    ms += match.captured(2).toDouble() * 60'000 + match.captured(1).toDouble() * 3'600'000;
    return bounded(ms);
}

} // namespace ponder
