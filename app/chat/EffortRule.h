#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace ponder {

/// How a provider wants to be told how long a model may think, for some or all of its models. There
/// is no common field for it, so each level stands for a piece of the request.
struct EffortRule
{
    QStringList models; ///< words in the model's id, in any case; empty: every model
    /// Level ("none", "on", "low", … see effortLevels()) → what is merged into the request. Empty:
    /// these models refuse to be told.
    QMap<QString, QJsonObject> levels;

    bool operator==(const EffortRule &) const = default;
};

} // namespace ponder
