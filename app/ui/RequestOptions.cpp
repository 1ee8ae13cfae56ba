#include "ui/RequestOptions.h"

namespace ponder {

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
    options.model = model;
    options.systemPrompt = settings.text(QStringLiteral("chat.system_prompt"));
    options.parameters = settings.effectiveSampling(scope);
    for (const QString &name : profile.unsupportedParameters)
        options.parameters.remove(name);
    options.extraBody = settings.extraBody(scope);
    return options;
}

} // namespace ponder
