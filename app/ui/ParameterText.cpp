#include "ui/ParameterText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <cmath>

namespace ponder::parameter_text {

namespace {

QLocale plainLocale()
{
    return QLocale(QLocale::English, QLocale::UnitedStates);
}

Error jsonError(const QByteArray &text, const QJsonParseError &problem)
{
    const auto end = text.left(problem.offset);
    Error error;
    error.kind = ErrorKind::Usage;
    error.message =
        problem.error == QJsonParseError::NoError
            ? QCoreApplication::translate("ParameterText", "This must be a JSON object.")
            : QCoreApplication::translate("ParameterText", "Line %1 is not valid JSON.")
                  .arg(end.count('\n') + 1);
    return error;
}

} // namespace

int decimals(const ParameterSpec &spec)
{
    if (spec.type == ParameterSpec::Type::Integer)
        return 0;
    const QString step = QString::number(spec.step, 'f', QLocale::FloatingPointShortest);
    const qsizetype point = step.indexOf(QLatin1Char('.'));
    return point < 0 ? 1 : int(step.size() - point - 1);
}

QString number(const QJsonValue &value, int decimals)
{
    if (!value.isDouble())
        return json(value);
    const double real = value.toDouble();
    if (value.toInteger(0) == value.toInteger(1) && decimals == 0)
        return plainLocale().toString(value.toInteger());
    const QString shortest = QString::number(real, 'g', QLocale::FloatingPointShortest);
    const QString fixed = QString::number(real, 'f', decimals);
    return fixed.toDouble() == real ? fixed : shortest;
}

QString signedNumber(const QJsonValue &value)
{
    const double real = value.toDouble();
    const QString digits = QString::number(std::abs(real), 'g', QLocale::FloatingPointShortest);
    return real < 0 ? QChar(0x2212) + digits : real > 0 ? QLatin1Char('+') + digits : digits;
}

QJsonValue parsedNumber(const QString &text)
{
    QString clean = text.trimmed();
    clean.replace(QChar(0x2212), QLatin1Char('-'));
    for (const QChar separator : QStringLiteral(", _\u00a0\u202f"))
        clean.remove(separator);
    bool ok = false;
    const qlonglong whole = clean.toLongLong(&ok);
    if (ok)
        return QJsonValue(qint64(whole));
    const double real = clean.toDouble(&ok);
    return ok && std::isfinite(real) ? QJsonValue(real) : QJsonValue(QJsonValue::Undefined);
}

QString json(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson()).trimmed();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson()).trimmed();
    if (value.isString())
        return value.toString();
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

Result<QJsonObject> parsedObject(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (!document.isObject())
        return jsonError(bytes, problem);
    return document.object();
}

Result<QJsonValue> parsedValue(const QString &text)
{
    const QString clean = text.trimmed();
    const bool structured =
        clean.startsWith(QLatin1Char('{')) || clean.startsWith(QLatin1Char('['));
    if (!structured)
        return ParameterTable::parseText(clean);
    const QByteArray bytes = text.toUtf8();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (document.isNull())
        return jsonError(bytes, problem);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QString escaped(QString text)
{
    return text.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
        .replace(QLatin1Char('\n'), QLatin1String("\\n"))
        .replace(QLatin1Char('\r'), QLatin1String("\\r"))
        .replace(QLatin1Char('\t'), QLatin1String("\\t"));
}

QString unescaped(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        if (text[i] != QLatin1Char('\\') || !QStringLiteral("nrt\\").contains(next) ||
            next.isNull()) {
            plain += text[i];
            continue;
        }
        plain += next == QLatin1Char('n')   ? QLatin1Char('\n')
                 : next == QLatin1Char('r') ? QLatin1Char('\r')
                 : next == QLatin1Char('t') ? QLatin1Char('\t')
                                            : QLatin1Char('\\');
        ++i;
    }
    return plain;
}

} // namespace ponder::parameter_text
