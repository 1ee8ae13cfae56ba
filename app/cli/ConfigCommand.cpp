#include "cli/ConfigCommand.h"

#include "cli/TextTable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ponder::cli {

namespace {

const QString kPrefix = QStringLiteral("sampling.");
/// What `config set` takes to set a value back, and `config get` prints where a parameter is not
/// set.
const QString kDefault = QStringLiteral("default");

Error usage(const QString &sentence)
{
    return {ErrorKind::Usage, 0, sentence, {}, {}};
}

/// Text as it is, anything else as JSON.
QString valueText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

} // namespace

std::optional<SamplingName> samplingName(const QString &name)
{
    if (!name.startsWith(kPrefix))
        return std::nullopt;
    const QString rest = name.mid(kPrefix.size());
    const qsizetype dot = rest.lastIndexOf(u'.');
    SamplingName parts{dot < 0 ? QString() : rest.left(dot), rest.mid(dot + 1)};
    const bool scopeFits = dot < 0 || parts.scope.indexOf(u'/') > 0;
    return scopeFits && !parts.parameter.isEmpty() ? std::optional(parts) : std::nullopt;
}

void ConfigCommand::start()
{
    const QStringList words = invocation().positional;
    const QString action = words.value(0);
    if (action == QLatin1String("list") && words.size() == 1)
        list();
    else if (action == QLatin1String("get") && words.size() == 2)
        get(words.at(1));
    else if (action == QLatin1String("set") && words.size() == 3)
        set(words.at(1), words.at(2));
    else
        refuse(tr("`ponder config` is followed by `list`, `get NAME` or `set NAME VALUE`."));
}

void ConfigCommand::list()
{
    const Settings &settings = services().settings;
    QJsonObject object;
    QList<QStringList> rows;
    for (const SettingSpec &spec : Settings::specs()) {
        const QJsonValue value = settings.value(spec.name);
        object.insert(spec.name, value);
        rows.append({spec.name, valueText(value).simplified(), spec.description});
    }
    const QJsonObject sampling = settings.sampling({});
    for (auto it = sampling.begin(); it != sampling.end(); ++it) {
        object.insert(kPrefix + it.key(), it.value());
        rows.append(
            {kPrefix + it.key(), valueText(it.value()), tr("Request parameter for all models.")});
    }
    if (wantsJson())
        printJson(object);
    else
        console().printLine(textTable(rows));
    finish(Answered);
}

void ConfigCommand::get(const QString &name)
{
    QJsonValue value;
    if (Settings::spec(name)) {
        value = services().settings.value(name);
    } else if (const auto sampling = samplingName(name)) {
        if (!services().parameters.find(sampling->parameter)) {
            refuse(tr("There is no request parameter named “%1”.").arg(sampling->parameter));
            return;
        }
        value = services().settings.effectiveSampling(sampling->scope).value(sampling->parameter);
    } else {
        refuse(
            tr("There is no setting named “%1”. `ponder config list` shows them all.").arg(name));
        return;
    }
    const bool isSet = !value.isUndefined();
    if (wantsJson()) {
        printJson(QJsonObject{{name, isSet ? value : QJsonValue()}});
    } else {
        console().printLine(isSet ? valueText(value) : kDefault);
    }
    finish(Answered);
}

void ConfigCommand::set(const QString &name, const QString &text)
{
    const auto sampling = Settings::spec(name) ? std::nullopt : samplingName(name);
    const Result<void> stored = sampling ? setSampling(*sampling, text) : setSetting(name, text);
    if (stored)
        finish(Answered);
    else
        fail(stored.error());
}

Result<void> ConfigCommand::setSetting(const QString &name, const QString &text)
{
    const bool known = Settings::spec(name) != nullptr;
    // "default" may be a value of its own only where the table says so.
    if (known && text == kDefault && !Settings::spec(name)->choices.contains(text)) {
        services().settings.reset(name);
        return {};
    }
    const Result<QJsonValue> value = Settings::parseText(name, text);
    if (!value)
        return value.error();
    if (name == QLatin1String("default.provider") && !text.isEmpty() &&
        !services().providers.profile(text))
        return usage(tr("There is no provider “%1”. `ponder providers` shows them all.").arg(text));
    return services().settings.set(name, *value);
}

Result<void> ConfigCommand::setSampling(const SamplingName &name, const QString &text)
{
    // A model's own set replaces that of all models, so it starts from what held until now.
    QJsonObject parameters = services().settings.effectiveSampling(name.scope);
    parameters.remove(name.parameter);
    if (!services().parameters.find(name.parameter))
        return usage(tr("There is no request parameter named “%1”.").arg(name.parameter));
    if (text != kDefault)
        parameters.insert(name.parameter, ParameterTable::parseText(text));
    const Result<QJsonObject> valid = services().parameters.validate(parameters);
    if (!valid)
        return valid.error();
    return services().settings.setSampling(name.scope, *valid);
}

} // namespace ponder::cli
