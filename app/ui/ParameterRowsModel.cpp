#include "ui/ParameterRowsModel.h"

#include "ui/ParameterText.h"

#include <QJsonArray>

#include <utility>

namespace ponder {

namespace {

using Type = ParameterSpec::Type;

/// Whether a parameter that others build on is switched on.
bool isOn(const QJsonValue &value)
{
    return !value.isUndefined() && !(value.isBool() && !value.toBool());
}

} // namespace

ParameterRowsModel::ParameterRowsModel(const ParameterTable &table, Store store, QObject *parent)
    : QAbstractListModel(parent), m_table(table), m_store(std::move(store))
{}

void ParameterRowsModel::show(const QJsonObject &values,
                              const std::optional<ProviderProfile> &profile, const QString &modelId,
                              const std::optional<ModelInfo> &model)
{
    m_values = values;
    m_refused.clear();
    m_unsupported = profile ? profile->unsupportedParameters : QStringList();
    m_ignored = profile ? profile->ignoredParameters : QStringList();
    m_supported = model ? model->supportedParameters : std::nullopt;
    m_effort.reset();
    if (profile)
        m_effort = effortSupport(*profile, modelId, model ? &*model : nullptr);
    touchAll();
}

void ParameterRowsModel::setChinese(bool chinese)
{
    m_chinese = chinese;
    touchAll();
}

bool ParameterRowsModel::isUnsupported(const QString &name) const
{
    return m_unsupported.contains(name) ||
           (name == effortParameter() && m_effort &&
            m_effort->effect == EffortSupport::Effect::NotSupported);
}

void ParameterRowsModel::touchAll()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT edited();
}

void ParameterRowsModel::setSet(const QString &name, bool set)
{
    const ParameterSpec *spec = m_table.find(name);
    if (!spec || isUnsupported(name))
        return;
    m_refused.remove(name);
    if (!set) {
        QJsonObject values = m_values;
        values.remove(name);
        keep(std::move(values));
        return;
    }
    const std::optional<QJsonValue> start = startValue(*spec);
    if (start)
        setValue(name, *start, {});
    else // an empty field; there is nothing to send yet
        refuse(name, {}, {});
}

std::optional<QJsonValue> ParameterRowsModel::startValue(const ParameterSpec &spec) const
{
    QJsonValue value = spec.defaultValue;
    switch (spec.type) {
    case Type::Boolean: // what the default is not: else there would be nothing to set
        value = !spec.defaultValue.toBool(false);
        break;
    case Type::Choice:
        if (!choicesOf(spec).contains(value.toString()))
            value = choicesOf(spec).value(0);
        break;
    case Type::Integer:
    case Type::Number:
        if (!value.isDouble())
            value = spec.sliderMaximum ? *spec.sliderMaximum / 2 : spec.minimum.value_or(0);
        break;
    default:
        break;
    }
    const Result<QJsonValue> checked = spec.validate(value);
    return checked ? std::optional(checked.value()) : std::nullopt;
}

bool ParameterRowsModel::setValue(const QString &name, const QJsonValue &value,
                                  const QString &typedText)
{
    const ParameterSpec *spec = m_table.find(name);
    if (!spec)
        return false;
    if (isUnsupported(name)) {
        refuse(name, typedText, badgeText(QStringLiteral("unsupported")));
        return false;
    }
    const Result<QJsonValue> checked = spec->validate(value);
    if (!checked) {
        refuse(name, typedText, checked.error().message);
        return false;
    }
    m_refused.remove(name);
    QJsonObject values = m_values;
    values[name] = checked.value();
    keep(std::move(values));
    return true;
}

void ParameterRowsModel::keep(QJsonObject values)
{
    // What builds on a parameter goes with it; the request would be refused otherwise.
    for (const ParameterSpec &spec : m_table.all())
        if (!spec.requires_.isEmpty() && !isOn(values.value(spec.requires_)))
            values.remove(spec.name);
    m_values = std::move(values);
    m_store(m_values);
    touchAll();
}

void ParameterRowsModel::refuse(const QString &name, const QString &typedText,
                                const QString &sentence)
{
    m_refused[name] = {typedText, sentence};
    const int row = rowOf(name);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT edited();
}

int ParameterRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.all().size());
}

int ParameterRowsModel::rowOf(const QString &name) const
{
    for (size_t i = 0; i < m_table.all().size(); ++i)
        if (m_table.all()[i].name == name)
            return int(i);
    return -1;
}

QVariant ParameterRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ParameterSpec &spec = m_table.all()[size_t(index.row())];
    switch (role) {
    case NameRole:
        return spec.name;
    case Qt::DisplayRole:
    case LabelRole:
        return spec.label(m_chinese);
    case HelpRole:
        return spec.help(m_chinese);
    case EditorRole:
        return editorOf(spec);
    case IsSetRole:
        return m_values.contains(spec.name) || m_refused.contains(spec.name);
    case ValueRole:
        return m_values.value(spec.name).toVariant();
    case TextRole:
        return textOf(spec);
    case ErrorRole:
        return errorOf(spec);
    case MinimumRole:
    case MaximumRole:
    case StepRole:
    case DecimalsRole:
        return rangeData(spec, role);
    case ChoicesRole:
        return choicesOf(spec);
    case LimitRole:
        return spec.maximumItems;
    case BadgeRole:
        return badgeOf(spec);
    case BadgeTextRole:
        return badgeText(badgeOf(spec));
    case NeedsRole:
        return needsOf(spec);
    case EntriesRole:
        return entriesOf(spec);
    default:
        return {};
    }
}

QHash<int, QByteArray> ParameterRowsModel::roleNames() const
{
    return {{NameRole, "name"},           {LabelRole, "label"}, {HelpRole, "help"},
            {EditorRole, "editor"},       {IsSetRole, "isSet"}, {ValueRole, "value"},
            {TextRole, "fieldText"},      {ErrorRole, "error"}, {MinimumRole, "minimum"},
            {MaximumRole, "maximum"},     {StepRole, "step"},   {DecimalsRole, "decimals"},
            {ChoicesRole, "choices"},     {LimitRole, "limit"}, {BadgeRole, "badge"},
            {BadgeTextRole, "badgeText"}, {NeedsRole, "needs"}, {EntriesRole, "entries"}};
}

QString ParameterRowsModel::editorOf(const ParameterSpec &spec) const
{
    // The two parameters whose shape a plain field cannot serve well.
    if (spec.name == QLatin1String("response_format"))
        return QStringLiteral("format");
    if (spec.name == QLatin1String("logit_bias"))
        return QStringLiteral("bias");
    switch (spec.type) {
    case Type::Number:
    case Type::Integer:
        return QStringLiteral("number");
    case Type::Boolean:
        return QStringLiteral("boolean");
    case Type::Choice:
        return QStringLiteral("choice");
    case Type::StringList:
        return QStringLiteral("list");
    case Type::Object:
    case Type::Array:
    case Type::Any:
        break;
    }
    return QStringLiteral("json");
}

QString ParameterRowsModel::textOf(const ParameterSpec &spec) const
{
    const auto refused = m_refused.constFind(spec.name);
    if (refused != m_refused.constEnd())
        return refused->text;
    const QJsonValue value = m_values.value(spec.name);
    if (value.isUndefined())
        return {};
    if (spec.type == Type::Number || spec.type == Type::Integer)
        return parameter_text::number(value, parameter_text::decimals(spec));
    return parameter_text::json(value);
}

QString ParameterRowsModel::errorOf(const ParameterSpec &spec) const
{
    const auto refused = m_refused.constFind(spec.name);
    if (refused != m_refused.constEnd())
        return refused->sentence;
    if (!m_values.contains(spec.name))
        return {};
    // The file of the settings may have been edited by hand.
    const Result<QJsonValue> checked = spec.validate(m_values.value(spec.name));
    return checked ? QString() : checked.error().message;
}

QVariant ParameterRowsModel::rangeData(const ParameterSpec &spec, int role) const
{
    const double minimum = spec.minimum.value_or(0);
    const double maximum = spec.sliderMaximum.value_or(spec.maximum.value_or(minimum));
    switch (role) {
    case MinimumRole:
        return minimum;
    case MaximumRole:
        return maximum;
    case DecimalsRole:
        return parameter_text::decimals(spec);
    default:
        return maximum > minimum ? spec.step : 0.0;
    }
}

QString ParameterRowsModel::badgeOf(const ParameterSpec &spec) const
{
    if (isUnsupported(spec.name))
        return QStringLiteral("unsupported");
    if (spec.name == effortParameter()) {
        // Spelled in another way by every provider; whether it is listed says nothing by itself.
        if (!m_effort || m_effort->effect == EffortSupport::Effect::Known)
            return {};
        return m_effort->effect == EffortSupport::Effect::Ignored ? QStringLiteral("ignored")
                                                                  : QStringLiteral("uncertain");
    }
    if (m_ignored.contains(spec.name) || (m_supported && !m_supported->contains(spec.name)))
        return QStringLiteral("ignored");
    return {};
}

QString ParameterRowsModel::badgeText(const QString &badge) const
{
    if (badge == QLatin1String("unsupported"))
        return tr("Not supported");
    if (badge == QLatin1String("uncertain"))
        return tr("May be ignored");
    return badge.isEmpty() ? QString() : tr("Ignored by this model");
}

QString ParameterRowsModel::needsOf(const ParameterSpec &spec) const
{
    if (spec.requires_.isEmpty() || isOn(m_values.value(spec.requires_)))
        return {};
    const ParameterSpec *required = m_table.find(spec.requires_);
    return tr("Needs “%1”.").arg(required ? required->label(m_chinese) : spec.requires_);
}

QStringList ParameterRowsModel::choicesOf(const ParameterSpec &spec) const
{
    if (spec.name != effortParameter() || !m_effort || m_effort->levels.isEmpty())
        return spec.choices;
    QStringList choices = m_effort->levels;
    const QString set = m_values.value(spec.name).toString();
    if (!set.isEmpty() && !choices.contains(set))
        choices << set; // set for all models; sent as the nearest level this one knows
    return choices;
}

QVariantList ParameterRowsModel::entriesOf(const ParameterSpec &spec) const
{
    QVariantList entries;
    const QJsonValue value = m_values.value(spec.name);
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            entries << parameter_text::escaped(item.toString());
        return entries;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        entries << QVariantMap{{QStringLiteral("key"), it.key()},
                               {QStringLiteral("value"), parameter_text::signedNumber(it.value())}};
    return entries;
}

} // namespace ponder
