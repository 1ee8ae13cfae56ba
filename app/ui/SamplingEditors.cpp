// The verbs of the single fields of the sampling page; see SamplingController.h.

#include "ui/ParameterText.h"
#include "ui/SamplingController.h"
#include "ui/SchemaCheck.h"

#include <QJsonArray>

#include <cmath>

namespace ponder {

namespace {

const QString kType = QStringLiteral("type");
const QString kSchemaType = QStringLiteral("json_schema");
const QString kSchema = QStringLiteral("schema");

/// What a new schema starts from: valid, and strict about what it does not name.
QJsonObject emptySchema()
{
    return {{kType, QStringLiteral("object")},
            {QStringLiteral("properties"), QJsonObject()},
            {QStringLiteral("additionalProperties"), false}};
}

QJsonObject schemaFormat(const QJsonObject &named)
{
    return {{kType, kSchemaType}, {kSchemaType, named}};
}

} // namespace

void SamplingController::setSet(const QString &name, bool set)
{
    m_rows.setSet(name, set);
    Q_EMIT changed();
}

void SamplingController::setText(const QString &name, const QString &text)
{
    const ParameterSpec *spec = m_table.find(name);
    if (!spec)
        return;
    if (text.trimmed().isEmpty()) {
        m_rows.setSet(name, false);
    } else if (spec->type == ParameterSpec::Type::Number ||
               spec->type == ParameterSpec::Type::Integer) {
        const QJsonValue number = parameter_text::parsedNumber(text);
        // Text that is no number is refused by the table, with its own sentence.
        m_rows.setValue(name, number.isUndefined() ? QJsonValue(text) : number, text);
    } else {
        const Result<QJsonValue> value = parameter_text::parsedValue(text);
        if (value)
            m_rows.setValue(name, value.value(), text);
        else
            m_rows.refuse(name, text, value.error().message);
    }
    Q_EMIT changed();
}

void SamplingController::setNumber(const QString &name, double value)
{
    const ParameterSpec *spec = m_table.find(name);
    if (!spec)
        return;
    const double scale = std::pow(10.0, parameter_text::decimals(*spec));
    const double rounded = std::round(value * scale) / scale;
    const bool whole = spec->type == ParameterSpec::Type::Integer;
    m_rows.setValue(name, whole ? QJsonValue(qint64(rounded)) : QJsonValue(rounded),
                    QString::number(rounded));
}

void SamplingController::setFlag(const QString &name, bool on)
{
    m_rows.setValue(name, on, {});
}

void SamplingController::setChoice(const QString &name, const QString &choice)
{
    m_rows.setValue(name, choice, choice);
}

bool SamplingController::addItem(const QString &name, const QString &text)
{
    const QString item = parameter_text::unescaped(text);
    if (item.isEmpty())
        return false;
    QJsonArray list = m_rows.values().value(name).toArray();
    if (list.contains(item))
        return true;
    list.append(item);
    return m_rows.setValue(name, list, {});
}

void SamplingController::removeItem(const QString &name, int index)
{
    QJsonArray list = m_rows.values().value(name).toArray();
    if (index < 0 || index >= list.size())
        return;
    list.removeAt(index);
    if (list.isEmpty())
        m_rows.setSet(name, false);
    else
        m_rows.setValue(name, list, {});
}

bool SamplingController::setEntry(const QString &name, const QString &key, const QString &value)
{
    bool isNumber = false;
    const int token = key.trimmed().toInt(&isNumber);
    if (!isNumber || token < 0) {
        m_rows.refuse(name, {}, tr("A token is given by its number."));
        return false;
    }
    const QJsonValue bias = parameter_text::parsedNumber(value);
    QJsonObject object = m_rows.values().value(name).toObject();
    object[QString::number(token)] = bias.isUndefined() ? QJsonValue(value) : bias;
    return m_rows.setValue(name, object, {});
}

void SamplingController::removeEntry(const QString &name, const QString &key)
{
    QJsonObject object = m_rows.values().value(name).toObject();
    object.remove(key);
    if (object.isEmpty())
        m_rows.setSet(name, false);
    else
        m_rows.setValue(name, object, {});
}

QString SamplingController::formatOf(const QVariant &value) const
{
    const QString type = value.toMap().value(kType).toString();
    return type.isEmpty() ? QStringLiteral("text") : type;
}

QString SamplingController::schemaTextOf(const QVariant &value) const
{
    const QJsonObject named =
        QJsonObject::fromVariantMap(value.toMap()).value(kSchemaType).toObject();
    return named.isEmpty() ? QString() : parameter_text::json(named.value(kSchema));
}

void SamplingController::setFormat(const QString &name, const QString &format)
{
    if (format == QLatin1String("text")) {
        m_rows.setSet(name, false);
    } else if (format == kSchemaType) {
        m_rows.setValue(name,
                        schemaFormat({{QStringLiteral("name"), QStringLiteral("answer")},
                                      {QStringLiteral("strict"), true},
                                      {kSchema, emptySchema()}}),
                        {});
    } else {
        m_rows.setValue(name, QJsonObject{{kType, format}}, {});
    }
}

void SamplingController::setSchema(const QString &name, const QString &text)
{
    const Result<QJsonObject> parsed = parameter_text::parsedObject(text);
    if (!parsed) {
        m_rows.refuse(name, text, parsed.error().message);
        return;
    }
    QJsonObject typed = parsed.value();
    if (typed.value(kSchemaType).isObject()) // pasted with its wrapping
        typed = typed.value(kSchemaType).toObject();
    QJsonObject named = m_rows.values().value(name).toObject().value(kSchemaType).toObject();
    if (typed.value(kSchema).isObject() && typed.value(QStringLiteral("name")).isString())
        named = typed;
    else
        named[kSchema] = typed;
    const QString problem = schemaProblem(named.value(kSchema).toObject());
    if (!problem.isEmpty())
        m_rows.refuse(name, text, problem);
    else
        m_rows.setValue(name, schemaFormat(named), text);
}

} // namespace ponder
