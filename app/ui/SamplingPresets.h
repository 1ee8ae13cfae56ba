#pragma once

#include "chat/ParameterTable.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace ponder {

/// A named choice of sampling values. It speaks for a few parameters only and leaves the rest
/// alone.
struct SamplingPreset
{
    QString id;
    QString label;       ///< translated
    QString detail;      ///< "0.6 / 0.95"
    QJsonObject values;  ///< what it sets
    QStringList cleared; ///< what it puts back to the default

    [[nodiscard]] bool isIn(const QJsonObject &current) const;
    [[nodiscard]] QJsonObject appliedTo(QJsonObject current) const;
};

/// Those that the table can express: the values that DeepSeek recommends for R1, and one to either
/// side of them.
std::vector<SamplingPreset> samplingPresets(const ParameterTable &table);

} // namespace ponder
