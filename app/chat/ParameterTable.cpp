#include "chat/ParameterTable.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonParseError>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace ponder {

namespace {

using Type = ParameterSpec::Type;

constexpr std::array<std::pair<Type, const char *>, 8> kTypes{{
    {Type::Number, "number"},
    {Type::Integer, "integer"},
    {Type::Boolean, "boolean"},
    {Type::Choice, "choice"},
    {Type::StringList, "string_list"},
    {Type::Object, "object"},
    {Type::Array, "array"},
    {Type::Any, "any"},
}};

Error usageError(const QString &message)
{
    return {ErrorKind::Usage, 0, message, {}, std::nullopt};
}

QString numberText(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

/// The sentences that say why a value cannot be used.
class ParameterText
{
    Q_DECLARE_TR_FUNCTIONS(ParameterTable)

public:
    static QString label(const ParameterSpec &spec)
    {
        //: The code of the interface language: "en" or "zh". Decides the names inside other
        //: sentences.
        return spec.label(tr("en", "language code") == QLatin1String("zh"));
    }

    static Error range(const ParameterSpec &spec)
    {
        const QString name = label(spec);
        const bool object = spec.type == Type::Object;
        if (spec.minimum && spec.maximum && spec.exclusiveMinimum) {
            return usageError(tr("%1 must be above %2 and at most %3.")
                                  .arg(name, numberText(*spec.minimum), numberText(*spec.maximum)));
        }
        if (spec.minimum && spec.maximum) {
            const QString sentence = object ? tr("Every value of %1 must be between %2 and %3.")
                                            : tr("%1 must be between %2 and %3.");
            return usageError(
                sentence.arg(name, numberText(*spec.minimum), numberText(*spec.maximum)));
        }
        if (spec.minimum) {
            const QString sentence =
                spec.exclusiveMinimum ? tr("%1 must be above %2.") : tr("%1 must be at least %2.");
            return usageError(sentence.arg(name, numberText(*spec.minimum)));
        }
        return usageError(
            tr("%1 must be at most %2.").arg(name, numberText(spec.maximum.value_or(0))));
    }

    static Error wrongType(const ParameterSpec &spec)
    {
        const QString name = label(spec);
        switch (spec.type) {
        case Type::Number:
            return usageError(tr("%1 must be a number.").arg(name));
        case Type::Integer:
            return usageError(tr("%1 must be a whole number.").arg(name));
        case Type::Boolean:
            return usageError(tr("%1 must be true or false.").arg(name));
        case Type::Choice:
            return usageError(
                tr("%1 must be one of: %2.").arg(name, spec.choices.join(QStringLiteral(", "))));
        case Type::StringList:
            return usageError(tr("%1 must be a list of texts that are not empty.").arg(name));
        case Type::Object:
            if (spec.minimum || spec.maximum)
                return usageError(tr("%1 must be a JSON object of numbers.").arg(name));
            return usageError(tr("%1 must be a JSON object.").arg(name));
        case Type::Array:
            return usageError(tr("%1 must be a JSON list of objects.").arg(name));
        case Type::Any:
            break;
        }
        return usageError(tr("%1 must be a JSON object or one of: %2.")
                              .arg(name, spec.choices.join(QStringLiteral(", "))));
    }

    static Error tooMany(const ParameterSpec &spec)
    {
        return usageError(
            tr("%1 can have at most %n entries.", nullptr, spec.maximumItems).arg(label(spec)));
    }

    static Error unknown(const QString &name)
    {
        return usageError(tr("There is no request parameter named “%1”.").arg(name));
    }

    static Error requirement(const ParameterSpec &spec, const ParameterSpec &required)
    {
        return usageError(tr("%1 needs %2 to be on.").arg(label(spec), label(required)));
    }
};

bool inRange(const ParameterSpec &spec, double value)
{
    if (spec.minimum && (spec.exclusiveMinimum ? value <= *spec.minimum : value < *spec.minimum))
        return false;
    return !spec.maximum || value <= *spec.maximum;
}

Result<QJsonValue> validateNumber(const ParameterSpec &spec, const QJsonValue &value)
{
    if (!value.isDouble() || !std::isfinite(value.toDouble()))
        return ParameterText::wrongType(spec);
    if (!inRange(spec, value.toDouble()))
        return ParameterText::range(spec);
    return value;
}

Result<QJsonValue> validateInteger(const ParameterSpec &spec, const QJsonValue &value)
{
    // toInteger() gives its default for everything that is not exactly a 64-bit integer.
    if (!value.isDouble() || value.toInteger(0) != value.toInteger(1))
        return ParameterText::wrongType(spec);
    if (!inRange(spec, value.toDouble()))
        return ParameterText::range(spec);
    return QJsonValue(value.toInteger());
}

Result<QJsonValue> validateStrings(const ParameterSpec &spec, const QJsonValue &value)
{
    const QJsonArray list = value.isString() ? QJsonArray{value} : value.toArray();
    const bool texts = std::all_of(list.begin(), list.end(), [](const QJsonValue &item) {
        return item.isString() && !item.toString().isEmpty();
    });
    if ((!value.isString() && !value.isArray()) || !texts)
        return ParameterText::wrongType(spec);
    if (spec.maximumItems > 0 && list.size() > spec.maximumItems)
        return ParameterText::tooMany(spec);
    return QJsonValue(list);
}

Result<QJsonValue> validateObject(const ParameterSpec &spec, const QJsonValue &value)
{
    if (!value.isObject())
        return ParameterText::wrongType(spec);
    if (!spec.minimum && !spec.maximum)
        return value;
    const QJsonObject object = value.toObject();
    for (const QJsonValue &item : object) {
        if (!item.isDouble())
            return ParameterText::wrongType(spec);
        if (!inRange(spec, item.toDouble()))
            return ParameterText::range(spec);
    }
    return value;
}

Result<QJsonValue> validateArray(const ParameterSpec &spec, const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    const bool objects = std::all_of(list.begin(), list.end(),
                                     [](const QJsonValue &item) { return item.isObject(); });
    if (!value.isArray() || !objects)
        return ParameterText::wrongType(spec);
    if (spec.maximumItems > 0 && list.size() > spec.maximumItems)
        return ParameterText::tooMany(spec);
    return value;
}

Error tableError(const QString &entry, const QString &problem)
{
    return {ErrorKind::Protocol,
            0,
            QStringLiteral("parameters.json: %1: %2").arg(entry, problem),
            {},
            std::nullopt};
}

std::optional<double> optionalNumber(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

ParameterSpec readSpec(const QJsonObject &entry)
{
    const QJsonObject label = entry.value(u"label").toObject();
    const QJsonObject help = entry.value(u"help").toObject();
    ParameterSpec spec;
    spec.name = entry.value(u"name").toString();
    spec.minimum = optionalNumber(entry.value(u"minimum"));
    spec.maximum = optionalNumber(entry.value(u"maximum"));
    spec.exclusiveMinimum = entry.value(u"exclusiveMinimum").toBool();
    spec.step = entry.value(u"step").toDouble();
    spec.sliderMaximum = optionalNumber(entry.value(u"sliderMaximum"));
    spec.maximumItems = entry.value(u"maximumItems").toInt();
    spec.defaultValue =
        entry.contains(u"default") ? entry.value(u"default") : QJsonValue(QJsonValue::Undefined);
    const QJsonArray choices = entry.value(u"choices").toArray();
    for (const QJsonValue &choice : choices)
        spec.choices.append(choice.toString());
    spec.requires_ = entry.value(u"requires").toString();
    spec.labelEn = label.value(u"en").toString();
    spec.labelZh = label.value(u"zh").toString(spec.labelEn);
    spec.helpEn = help.value(u"en").toString();
    spec.helpZh = help.value(u"zh").toString(spec.helpEn);
    spec.group = entry.value(u"group").toString();
    return spec;
}

/// Empty when the entry makes sense, else what is wrong with it.
QString problemOf(const ParameterSpec &spec)
{
    if (spec.labelEn.isEmpty())
        return QStringLiteral("has no English label");
    if (spec.minimum && spec.maximum && *spec.minimum > *spec.maximum)
        return QStringLiteral("minimum is above maximum");
    if (spec.type == Type::Choice && spec.choices.isEmpty())
        return QStringLiteral("has no choices");
    if (spec.step < 0 || spec.maximumItems < 0)
        return QStringLiteral("has a negative step or limit");
    if (spec.step > 0 && (!spec.minimum || (!spec.maximum && !spec.sliderMaximum)))
        return QStringLiteral("has a slider without ends");
    if (!spec.defaultValue.isUndefined() && !spec.validate(spec.defaultValue))
        return QStringLiteral("its default is not allowed");
    return {};
}

} // namespace

Result<QJsonValue> ParameterSpec::validate(const QJsonValue &value) const
{
    switch (type) {
    case Type::Number:
        return validateNumber(*this, value);
    case Type::Integer:
        return validateInteger(*this, value);
    case Type::Boolean:
        if (value.isBool())
            return value;
        break;
    case Type::Choice:
        if (value.isString() && choices.contains(value.toString()))
            return value;
        break;
    case Type::StringList:
        return validateStrings(*this, value);
    case Type::Object:
        return validateObject(*this, value);
    case Type::Array:
        return validateArray(*this, value);
    case Type::Any:
        if (value.isObject() || (value.isString() && choices.contains(value.toString())) ||
            (choices.isEmpty() && !value.isNull() && !value.isUndefined()))
            return value;
        break;
    }
    return ParameterText::wrongType(*this);
}

Result<ParameterTable> ParameterTable::fromJson(const QByteArray &json)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject())
        return tableError(QStringLiteral("the file"), parseError.errorString());

    ParameterTable table;
    const QJsonArray entries = document.object().value(u"parameters").toArray();
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        ParameterSpec spec = readSpec(entry);
        const QString typeName = entry.value(u"type").toString();
        const auto *known =
            std::find_if(kTypes.begin(), kTypes.end(), [&typeName](const auto &pair) {
                return typeName == QLatin1String(pair.second);
            });
        if (spec.name.isEmpty())
            return tableError(QStringLiteral("an entry"), QStringLiteral("has no name"));
        if (known == kTypes.end())
            return tableError(spec.name, QStringLiteral("has the unknown type “%1”").arg(typeName));
        spec.type = known->first;
        if (table.find(spec.name))
            return tableError(spec.name, QStringLiteral("stands there twice"));
        if (const QString problem = problemOf(spec); !problem.isEmpty())
            return tableError(spec.name, problem);
        table.m_specs.push_back(std::move(spec));
    }
    if (table.m_specs.empty())
        return tableError(QStringLiteral("the file"), QStringLiteral("holds no parameters"));
    for (const ParameterSpec &spec : table.m_specs) {
        if (!spec.requires_.isEmpty() && !table.find(spec.requires_))
            return tableError(spec.name, QStringLiteral("requires an unknown parameter"));
    }
    return table;
}

const ParameterSpec *ParameterTable::find(const QString &name) const
{
    const auto found =
        std::find_if(m_specs.begin(), m_specs.end(),
                     [&name](const ParameterSpec &spec) { return spec.name == name; });
    return found == m_specs.end() ? nullptr : &*found;
}

Result<QJsonObject> ParameterTable::validate(const QJsonObject &parameters) const
{
    QJsonObject valid;
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        const ParameterSpec *spec = find(it.key());
        if (!spec)
            return ParameterText::unknown(it.key());
        const Result<QJsonValue> value = spec->validate(it.value());
        if (!value)
            return value.error();
        valid.insert(it.key(), *value);
    }
    for (auto it = valid.begin(); it != valid.end(); ++it) {
        const ParameterSpec *spec = find(it.key());
        const QJsonValue required = valid.value(spec->requires_);
        const bool off = required.isUndefined() || (required.isBool() && !required.toBool());
        if (!spec->requires_.isEmpty() && off)
            return ParameterText::requirement(*spec, *find(spec->requires_));
    }
    return valid;
}

QJsonValue ParameterTable::parseText(const QString &text)
{
    // Qt's parser reads only whole documents; a list around the text makes one of any value.
    const QByteArray wrapped = '[' + text.trimmed().toUtf8() + ']';
    const QJsonArray values = QJsonDocument::fromJson(wrapped).array();
    return values.size() == 1 ? values.at(0) : QJsonValue(text);
}

} // namespace ponder
