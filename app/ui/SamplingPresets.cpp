#include "ui/SamplingPresets.h"

#include <QCoreApplication>

namespace ponder {

namespace {

const QString kTemperature = QStringLiteral("temperature");
const QString kTopP = QStringLiteral("top_p");

} // namespace

bool SamplingPreset::isIn(const QJsonObject &current) const
{
    for (auto it = values.begin(); it != values.end(); ++it)
        if (current.value(it.key()) != it.value())
            return false;
    for (const QString &name : cleared)
        if (current.contains(name))
            return false;
    return true;
}

QJsonObject SamplingPreset::appliedTo(QJsonObject current) const
{
    for (auto it = values.begin(); it != values.end(); ++it)
        current[it.key()] = it.value();
    for (const QString &name : cleared)
        current.remove(name);
    return current;
}

std::vector<SamplingPreset> samplingPresets(const ParameterTable &table)
{
    if (!table.find(kTemperature) || !table.find(kTopP))
        return {};
    const auto said = [](const char *text) {
        return QCoreApplication::translate("SamplingPresets", text);
    };
    return {
        {QStringLiteral("r1"),
         said(QT_TRANSLATE_NOOP("SamplingPresets", "R1 recommended")),
         QStringLiteral("0.6 / 0.95"),
         {{kTemperature, 0.6}, {kTopP, 0.95}},
         {}},
        {QStringLiteral("precise"),
         said(QT_TRANSLATE_NOOP("SamplingPresets", "Precise")),
         QStringLiteral("0.2"),
         {{kTemperature, 0.2}},
         {kTopP}},
        {QStringLiteral("varied"),
         said(QT_TRANSLATE_NOOP("SamplingPresets", "Varied")),
         QStringLiteral("1.0"),
         {{kTemperature, 1.0}},
         {kTopP}},
    };
}

} // namespace ponder
