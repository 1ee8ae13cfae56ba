#pragma once

#include "base/Result.h"
#include "chat/ProviderProfile.h"

#include <QJsonObject>

namespace ponder {

/// Provider profiles as JSON: the form of resources/providers.json and of the user's own file.
class ProfileJson
{
public:
    /// `object` read over `base`: what is not in it, or is of the wrong type, stays as it is there.
    static ProviderProfile read(const QJsonObject &object, ProviderProfile base = {});
    static QJsonObject write(const ProviderProfile &profile);
    /// What of `profile` differs from `base`.
    static QJsonObject difference(const ProviderProfile &profile, const ProviderProfile &base);
    /// One sentence that says why a profile cannot work or must not be stored.
    static Result<void> check(const ProviderProfile &profile);
};

} // namespace ponder
