#pragma once

#include "chat/ProviderProfile.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace ponder {

/// The request parameter that says how long a model may think. Everywhere in the program it has
/// OpenAI's name and the levels of effortLevels(); only the request itself has the provider's form.
QString effortParameter();

/// All levels, from "none" to "max". "on" is the only one besides "none" where a provider knows no
/// degrees.
const QStringList &effortLevels();

/// What can be chosen for one model.
struct EffortSupport
{
    enum class Effect {
        Known,        ///< the provider documents it
        Uncertain,    ///< nothing is known of this provider: it may be ignored
        Ignored,      ///< accepted without effect
        NotSupported, ///< refused; never sent on its own account
    };

    Effect effect = Effect::Uncertain;
    QStringList levels;        ///< in the order of effortLevels()
    bool alwaysThinks = false; ///< "none" does not exist

    bool operator==(const EffortSupport &) const = default;
};

/// `info`: what the provider's list says of the model; null where it says nothing.
EffortSupport effortSupport(const ProviderProfile &profile, const QString &model,
                            const ModelInfo *info);

/// The level that is sent when `level` is set: the same, or the nearest one the provider knows
/// (upwards when two are as near). Nothing when thinking cannot be switched off.
std::optional<QString> effortSent(const ProviderProfile &profile, const QString &model,
                                  const QString &level);

/// `parameters` as this provider spells them on the wire: the effort takes the provider's own form,
/// everything else stays.
QJsonObject spelledParameters(const ProviderProfile &profile, const QString &model,
                              QJsonObject parameters);

/// `parameters` without those the provider or the model refuses.
QJsonObject acceptedParameters(const ProviderProfile &profile, const QString &model,
                               QJsonObject parameters);

} // namespace ponder
