#include "ui/SamplingController.h"

#include "chat/ThinkingEffort.h"
#include "ui/ModelMenuModel.h"
#include "ui/ParameterText.h"
#include "ui/RequestOptions.h"
#include "ui/SamplingPresets.h"
#include "ui/SchemaCheck.h"

#include <QJsonArray>

#include <cmath>

namespace ponder {

namespace {

/// Ponder writes these itself; another value would break the conversation or its own reading of
/// the reply.
const QStringList &ownFields()
{
    static const QStringList names{QStringLiteral("messages"), QStringLiteral("model"),
                                   QStringLiteral("stream")};
    return names;
}

/// Whether the provider gets this parameter under another name: it is sent, then.
bool isSpelledOtherwise(const QString &name, const QJsonObject &set, const QJsonObject &sent)
{
    if (!set.contains(name) || sent.contains(name))
        return false;
    QJsonObject others = set;
    others.remove(name);
    return sent != others;
}

/// A backend for requests that are looked at and never sent.
class NoBackend : public ChatBackend
{
public:
    std::unique_ptr<ChatTurn> start(const ProviderProfile &, const ChatRequest &) override
    {
        return nullptr;
    }
};

} // namespace

QString SamplingController::samplePrompt()
{
    return tr("Hello");
}

ChatRequest SamplingController::sampleRequest(const TurnOptions &options)
{
    NoBackend backend;
    const SystemClock clock;
    const ChatSession session(Conversation{}, backend, nullptr, clock);
    return session.previewRequest(samplePrompt(), options);
}

SamplingController::SamplingController(const ParameterTable &table, Settings &settings,
                                       ProviderDirectory &directory, QObject *parent)
    : QObject(parent), m_table(table), m_settings(settings), m_directory(directory),
      m_rows(table, [this](const QJsonObject &values) { store(values); })
{
    connect(&settings, &Settings::samplingChanged, this, [this] {
        if (!m_storing)
            reload();
    });
    connect(&settings, &Settings::changed, this, [this](const QString &name) {
        if (name.startsWith(QLatin1String("default.")))
            reload();
        else if (name == QLatin1String("chat.system_prompt"))
            updatePreview();
    });
    connect(&directory, &ProviderDirectory::profilesChanged, this, [this] {
        Q_EMIT scopesChanged();
        Q_EMIT scopeChanged();
        reload();
    });
    connect(&directory, &ProviderDirectory::modelsChanged, this, [this] {
        Q_EMIT scopesChanged();
        Q_EMIT scopeChanged();
        reload();
    });
    reload();
}

QVariantList SamplingController::scopes() const
{
    const auto entry = [](const QString &value, const QString &label) {
        return QVariantMap{{QStringLiteral("value"), value}, {QStringLiteral("label"), label}};
    };
    QVariantList list{entry({}, tr("All models"))};
    bool listed = m_scope.isEmpty();
    for (const ProviderProfile &profile : m_directory.profiles()) {
        if (!profile.enabled)
            continue;
        const QStringList models =
            ModelMenuModel::switchedOn(profile, m_directory.knownModels(profile.id));
        for (const QString &model : models) {
            const QString scope = samplingScope(profile.id, model);
            listed = listed || scope == m_scope;
            list << entry(scope, QStringLiteral("%1 · %2").arg(profile.displayName(m_chinese),
                                                               ModelMenuModel::shortName(model)));
        }
    }
    // Opened for the model of a conversation that is not switched on any more.
    if (!listed)
        list << entry(m_scope, m_scope);
    return list;
}

void SamplingController::setScope(const QString &scope)
{
    if (m_scope == scope)
        return;
    m_scope = scope;
    Q_EMIT scopesChanged();
    reload();
    Q_EMIT scopeChanged();
}

int SamplingController::scopeIndex() const
{
    const QVariantList list = scopes();
    for (qsizetype i = 0; i < list.size(); ++i)
        if (list[i].toMap().value(QStringLiteral("value")) == m_scope)
            return int(i);
    return 0;
}

SamplingController::Target SamplingController::target() const
{
    // Profile ids have no slash, so the first one ends the id.
    const QString id = m_scope.isEmpty() ? m_settings.text(QStringLiteral("default.provider"))
                                         : m_scope.section(QLatin1Char('/'), 0, 0);
    Target found{m_directory.profile(id), m_scope.section(QLatin1Char('/'), 1)};
    if (m_scope.isEmpty())
        found.model = m_settings.text(QStringLiteral("default.model"));
    if (found.model.isEmpty() && found.profile)
        found.model = found.profile->defaultModel;
    return found;
}

std::optional<ModelInfo> SamplingController::modelInfo(const Target &target) const
{
    if (target.profile)
        for (const ModelInfo &model : m_directory.knownModels(target.profile->id))
            if (model.id == target.model)
                return model;
    return std::nullopt;
}

void SamplingController::reload()
{
    const Target shown = target();
    // Marks of one model would be wrong for all the others.
    const bool all = m_scope.isEmpty();
    m_rows.show(m_settings.effectiveSampling(m_scope), all ? std::nullopt : shown.profile,
                shown.model, all ? std::nullopt : modelInfo(shown));
    m_extraTyped.clear();
    m_extraError.clear();
    updatePreview();
}

void SamplingController::store(const QJsonObject &values)
{
    m_storing = true;
    // A failure to write is told by the settings themselves; the value counts for this run.
    (void)m_settings.setSampling(m_scope, values);
    m_storing = false;
    updatePreview();
}

void SamplingController::setRequestSource(RequestSource source)
{
    m_source = std::move(source);
    updatePreview();
}

void SamplingController::refresh()
{
    updatePreview();
}

void SamplingController::updatePreview()
{
    const Target shown = target();
    if (shown.profile) {
        const TurnOptions options = requestOptions(*shown.profile, shown.model, m_settings);
        const QJsonObject sent =
            spelledParameters(options.provider, options.model, options.parameters);
        QStringList names;
        for (const ParameterSpec &spec : m_table.all())
            if (!isSpelledOtherwise(spec.name, options.parameters, sent))
                names << spec.name;
        m_preview.show(*shown.profile, m_source ? m_source(options) : sampleRequest(options),
                       names);
    } else {
        m_preview.clear();
    }
    Q_EMIT changed();
}

bool SamplingController::ownSet() const
{
    return !m_scope.isEmpty() && m_settings.hasOwnSampling(m_scope);
}

bool SamplingController::canReset() const
{
    if (m_rows.hasErrors() || ownSet())
        return true;
    return m_scope.isEmpty() &&
           (!m_settings.sampling({}).isEmpty() || !m_settings.extraBody({}).isEmpty());
}

void SamplingController::resetAll()
{
    m_settings.resetSampling(m_scope);
    reload();
}

QVariantList SamplingController::presets() const
{
    QVariantList list;
    for (const SamplingPreset &preset : samplingPresets(m_table))
        list << QVariantMap{{QStringLiteral("id"), preset.id},
                            {QStringLiteral("label"), preset.label},
                            {QStringLiteral("detail"), preset.detail},
                            {QStringLiteral("active"), preset.isIn(m_rows.values())}};
    return list;
}

void SamplingController::applyPreset(const QString &id)
{
    for (const SamplingPreset &preset : samplingPresets(m_table)) {
        if (preset.id != id)
            continue;
        const QJsonObject values = preset.appliedTo(m_rows.values());
        store(values);
        reload();
    }
}

QString SamplingController::systemPrompt() const
{
    return m_settings.text(QStringLiteral("chat.system_prompt"));
}

void SamplingController::setSystemPrompt(const QString &prompt)
{
    (void)m_settings.set(QStringLiteral("chat.system_prompt"), prompt);
}

QString SamplingController::extraText() const
{
    if (!m_extraError.isEmpty())
        return m_extraTyped;
    const QJsonObject object = m_settings.extraBody(m_scope);
    return object.isEmpty() ? QString() : parameter_text::json(object);
}

void SamplingController::setExtraText(const QString &text)
{
    m_extraTyped = text;
    m_extraError.clear();
    QJsonObject object;
    if (!text.trimmed().isEmpty()) {
        const Result<QJsonObject> parsed = parameter_text::parsedObject(text);
        if (parsed)
            object = parsed.value();
        else
            m_extraError = parsed.error().message;
    }
    for (const QString &name : ownFields())
        if (object.contains(name))
            m_extraError = tr("“%1” is set by Ponder itself.").arg(name);
    if (m_extraError.isEmpty() && object != m_settings.extraBody(m_scope)) {
        m_storing = true;
        (void)m_settings.setExtraBody(m_scope, object);
        m_storing = false;
    }
    updatePreview();
}

void SamplingController::setChinese(bool chinese)
{
    m_chinese = chinese;
    m_rows.setChinese(chinese);
    Q_EMIT scopesChanged();
    Q_EMIT scopeChanged();
    updatePreview();
}

} // namespace ponder
