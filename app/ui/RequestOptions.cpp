#include "ui/RequestOptions.h"

#include "chat/ThinkingEffort.h"

namespace ponder {

namespace {

/// The provider's own waiting time; where it has none, that of the settings.
int timeout(int ofProfile, int standard, const QString &name, const Settings &settings)
{
    const bool own = ofProfile != standard;
    return own || !settings.isSet(name) ? ofProfile : int(settings.number(name) * 1000);
}

} // namespace

QString samplingScope(const QString &providerId, const QString &model)
{
    return model.isEmpty() ? QString() : QStringLiteral("%1/%2").arg(providerId, model);
}

TurnOptions requestOptions(const ProviderProfile &profile, const QString &model,
                           const Settings &settings)
{
    const QString scope = samplingScope(profile.id, model);
    TurnOptions options;
    options.provider = profile;
    options.provider.idleTimeoutMs = timeout(profile.idleTimeoutMs, ProviderProfile().idleTimeoutMs,
                                             QStringLiteral("network.idle_timeout_s"), settings);
    options.provider.connectTimeoutMs =
        timeout(profile.connectTimeoutMs, ProviderProfile().connectTimeoutMs,
                QStringLiteral("network.connect_timeout_s"), settings);
    options.model = model;
    options.systemPrompt = settings.text(QStringLiteral("chat.system_prompt"));
    options.parameters = acceptedParameters(profile, model, settings.effectiveSampling(scope));
    options.extraBody = settings.extraBody(scope);
    return options;
}

} // namespace ponder
