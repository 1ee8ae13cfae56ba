#include "ui/EffortController.h"

#include "ui/ModelMenuModel.h"
#include "ui/RequestOptions.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ponder {

QString effortName(const QString &level)
{
    const std::array names{
        std::pair{"none"_L1, EffortController::tr("Off")},
        std::pair{"on"_L1, EffortController::tr("On")},
        std::pair{"minimal"_L1, EffortController::tr("Minimal")},
        std::pair{"low"_L1, EffortController::tr("Low")},
        std::pair{"medium"_L1, EffortController::tr("Medium")},
        std::pair{"high"_L1, EffortController::tr("High")},
        std::pair{"xhigh"_L1, EffortController::tr("Very high")},
        std::pair{"max"_L1, EffortController::tr("Maximum")},
    };
    const auto *found = std::find_if(names.begin(), names.end(),
                                     [&level](const auto &name) { return level == name.first; });
    return found == names.end() ? level : found->second;
}

EffortController::EffortController(Settings &settings, ProviderDirectory &directory,
                                   QObject *parent)
    : QObject(parent), m_settings(settings), m_directory(directory)
{
    connect(&settings, &Settings::samplingChanged, this, &EffortController::update);
    connect(&directory, &ProviderDirectory::modelsChanged, this, &EffortController::update);
}

void EffortController::setTarget(const std::optional<ProviderProfile> &profile,
                                 const QString &model)
{
    m_profile = profile;
    m_model = model;
    update();
}

void EffortController::setChinese(bool chinese)
{
    m_chinese = chinese;
    Q_EMIT changed();
}

void EffortController::update()
{
    m_support = {};
    m_value.clear();
    if (m_profile) {
        const std::vector<ModelInfo> known = m_directory.knownModels(m_profile->id);
        const auto info = std::find_if(known.begin(), known.end(),
                                       [this](const ModelInfo &m) { return m.id == m_model; });
        m_support = effortSupport(*m_profile, m_model, info == known.end() ? nullptr : &*info);
        const QJsonObject set =
            acceptedParameters(*m_profile, m_model,
                               m_settings.effectiveSampling(samplingScope(m_profile->id, m_model)));
        const QString level = set.value(effortParameter()).toString();
        if (!level.isEmpty())
            m_value = effortSent(*m_profile, m_model, level).value_or(QString());
    }
    Q_EMIT changed();
}

bool EffortController::available() const
{
    return m_profile && !m_model.isEmpty() &&
           m_support.effect != EffortSupport::Effect::NotSupported;
}

QString EffortController::defaultName() const
{
    return m_support.alwaysThinks && m_support.effect == EffortSupport::Effect::Ignored
               ? tr("Always", "the model thinks before every answer")
               : tr("Default");
}

QString EffortController::label() const
{
    return tr("Thinking: %1").arg(m_value.isEmpty() ? defaultName() : effortName(m_value));
}

QVariantList EffortController::choices() const
{
    const auto entry = [](const QString &value, const QString &label) {
        return QVariantMap{{u"value"_s, value}, {u"label"_s, label}};
    };
    QVariantList list{entry({}, defaultName())};
    for (const QString &level : m_support.levels)
        list << entry(level, effortName(level));
    // Set on the sampling page or by hand, and sent all the same.
    if (!m_value.isEmpty() && !m_support.levels.contains(m_value))
        list << entry(m_value, effortName(m_value));
    return list;
}

int EffortController::currentIndex() const
{
    const QVariantList list = choices();
    for (qsizetype i = 0; i < list.size(); ++i)
        if (list[i].toMap().value(u"value"_s) == m_value)
            return int(i);
    return 0;
}

QString EffortController::note() const
{
    if (!available())
        return {};
    switch (m_support.effect) {
    case EffortSupport::Effect::Ignored:
        return m_support.alwaysThinks ? tr("%1 always thinks, as long as it needs.")
                                            .arg(ModelMenuModel::shortName(m_model))
                                      : tr("Ignored by this model.");
    case EffortSupport::Effect::Uncertain:
        return tr("%1 may ignore this.").arg(m_profile->displayName(m_chinese));
    case EffortSupport::Effect::Known:
    case EffortSupport::Effect::NotSupported:
        break;
    }
    return {};
}

void EffortController::choose(const QString &value)
{
    if (!available() || (!value.isEmpty() && !effortLevels().contains(value)))
        return;
    const QString scope = samplingScope(m_profile->id, m_model);
    QJsonObject parameters = m_settings.effectiveSampling(scope);
    if (value.isEmpty())
        parameters.remove(effortParameter());
    else
        parameters.insert(effortParameter(), value);
    // What equals the set of all models follows it again, instead of staying behind as a copy.
    const bool same = parameters == m_settings.sampling({}) &&
                      m_settings.extraBody(scope) == m_settings.extraBody({});
    if (same)
        m_settings.resetSampling(scope);
    else
        (void)m_settings.setSampling(scope, parameters); // Settings reports a failure
    update();
}

} // namespace ponder
