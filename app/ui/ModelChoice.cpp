#include "ui/ModelChoice.h"

#include "chat/Pricing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

const ModelInfo *find(const std::vector<ModelInfo> &models, const QString &id)
{
    const auto found = std::find_if(models.cbegin(), models.cend(),
                                    [&](const ModelInfo &info) { return info.id == id; });
    return found == models.cend() ? nullptr : &*found;
}

} // namespace

ModelChooser::ModelChooser(const ProviderDirectory &directory, const ProviderStatus &status,
                           const Settings &settings)
    : m_directory(directory), m_status(status), m_settings(settings)
{}

ModelChoice ModelChooser::choose(const Conversation *conversation) const
{
    ModelChoice choice;
    if (conversation) {
        choice.profile = profile(conversation->providerId);
        if (choice.profile)
            choice.model = conversation->model;
    }
    if (!choice.profile)
        choice.profile = fallback();
    if (!choice.profile)
        return choice;
    if (choice.model.isEmpty())
        choice.model = defaultModel(*choice.profile);
    const std::vector<ModelInfo> known = m_directory.knownModels(choice.profile->id);
    if (const ModelInfo *info = find(known, choice.model))
        choice.contextTokens = info->contextTokens.value_or(0);
    choice.price = priceOf(*choice.profile, known, choice.model);
    return choice;
}

std::optional<ProviderProfile> ModelChooser::profile(const QString &id) const
{
    return id.isEmpty() ? std::nullopt : m_directory.profile(id);
}

std::optional<ProviderProfile> ModelChooser::fallback() const
{
    if (auto forced = profile(m_forced))
        return forced;
    if (auto chosen = profile(m_settings.text(u"default.provider"_s)))
        return chosen;
    std::optional<ProviderProfile> recorded;
    for (const ProviderProfile &candidate : m_directory.profiles()) {
        if (candidate.kind == ProviderProfile::Kind::Demo)
            recorded = candidate;
        else if (isReady(candidate))
            return candidate;
    }
    return recorded;
}

bool ModelChooser::isReady(const ProviderProfile &profile) const
{
    // A local server counts once it was seen to run.
    return profile.kind != ProviderProfile::Kind::Demo && m_status.isUsable(profile) &&
           (!profile.local || m_status.entry(profile.id).server);
}

bool ModelChooser::anyReady() const
{
    const std::vector<ProviderProfile> profiles = m_directory.profiles();
    return std::any_of(profiles.cbegin(), profiles.cend(),
                       [this](const ProviderProfile &profile) { return isReady(profile); });
}

QString ModelChooser::defaultModel(const ProviderProfile &profile) const
{
    const QString chosen = m_settings.text(u"default.model"_s);
    if (!chosen.isEmpty() && profile.id == m_settings.text(u"default.provider"_s))
        return chosen;
    // A local server has what was put on it, not what the profile thinks of.
    const std::vector<ModelInfo> known = m_directory.knownModels(profile.id);
    if (profile.local && !known.empty() && !find(known, profile.defaultModel))
        return known.front().id;
    return profile.defaultModel;
}

} // namespace ponder
