#pragma once

#include "chat/ChatSession.h"
#include "settings/Settings.h"

namespace ponder {

/// "providerId/model": the name under which the settings keep what counts for one model.
QString samplingScope(const QString &providerId, const QString &model);

/// What one request to this provider and model says, from the settings: the parameters that are set
/// for the model (else for all models) without those the provider refuses, the system prompt and
/// the extra request fields. The window sends, and the preview shows, exactly this.
TurnOptions requestOptions(const ProviderProfile &profile, const QString &model,
                           const Settings &settings);

} // namespace ponder
