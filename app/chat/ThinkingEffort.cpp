#include "chat/ThinkingEffort.h"

#include "wire/RequestBuilder.h"

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

/// Families that think before every answer at every host, however they are asked.
constexpr std::array kAlwaysThinking{"deepseek-r1"_L1, "deepseek-reasoner"_L1};

const QString kNone = u"none"_s;
const QString kOn = u"on"_s;

bool alwaysThinks(const QString &model)
{
    return std::any_of(
        kAlwaysThinking.begin(), kAlwaysThinking.end(),
        [&model](QLatin1String word) { return model.contains(word, Qt::CaseInsensitive); });
}

const EffortRule *ruleFor(const ProviderProfile &profile, const QString &model)
{
    for (const EffortRule &rule : profile.effort) {
        const bool meant =
            rule.models.isEmpty() ||
            std::any_of(rule.models.begin(), rule.models.end(), [&model](const QString &word) {
                return model.contains(word, Qt::CaseInsensitive);
            });
        if (meant)
            return &rule;
    }
    return nullptr;
}

/// "on" stands in the middle: it says as much as "medium".
int degreeOf(const QString &level)
{
    return int(effortLevels().indexOf(level == kOn ? u"medium"_s : level));
}

/// What providers of which nothing is known may understand: OpenAI's own field.
const QStringList &commonLevels()
{
    static const QStringList levels{u"low"_s, u"medium"_s, u"high"_s};
    return levels;
}

/// Whether the list of the provider names a field that the effort is written into.
bool isListed(const QStringList &supported, const EffortRule *rule)
{
    if (supported.contains(effortParameter()))
        return true;
    if (!rule)
        return false;
    for (const QJsonObject &piece : rule->levels) {
        const QStringList fields = piece.keys();
        for (const QString &field : fields)
            if (supported.contains(field))
                return true;
    }
    return false;
}

} // namespace

QString effortParameter()
{
    return u"reasoning_effort"_s;
}

const QStringList &effortLevels()
{
    static const QStringList levels{kNone,       kOn,       u"minimal"_s, u"low"_s,
                                    u"medium"_s, u"high"_s, u"xhigh"_s,   u"max"_s};
    return levels;
}

EffortSupport effortSupport(const ProviderProfile &profile, const QString &model,
                            const ModelInfo *info)
{
    using Effect = EffortSupport::Effect;
    const EffortRule *rule = ruleFor(profile, model);
    EffortSupport support;
    support.alwaysThinks = alwaysThinks(model) || (info && info->alwaysThinks);
    if (profile.unsupportedParameters.contains(effortParameter()) ||
        (rule && rule->levels.isEmpty())) {
        support.effect = Effect::NotSupported;
        return support;
    }
    for (const QString &level : effortLevels()) {
        const bool known = rule ? rule->levels.contains(level) : commonLevels().contains(level);
        const bool taken =
            !info || !info->efforts || level == kNone || info->efforts->contains(level);
        const bool saysNothing = support.alwaysThinks && (level == kNone || level == kOn);
        if (known && taken && !saysNothing)
            support.levels.append(level);
    }
    const bool unlisted =
        info && info->supportedParameters && !isListed(*info->supportedParameters, rule);
    if (alwaysThinks(model) || unlisted || profile.ignoredParameters.contains(effortParameter()))
        support.effect = Effect::Ignored;
    else
        support.effect = rule ? Effect::Known : Effect::Uncertain;
    return support;
}

std::optional<QString> effortSent(const ProviderProfile &profile, const QString &model,
                                  const QString &level)
{
    const EffortRule *rule = ruleFor(profile, model);
    if (level == kNone && alwaysThinks(model))
        return std::nullopt;
    if (!rule || rule->levels.isEmpty()) // as it is: the person may know better
        return level == kOn ? u"medium"_s : level;
    if (rule->levels.contains(level))
        return level;
    if (level == kNone)
        return std::nullopt;
    std::optional<QString> nearest;
    for (const QString &known : effortLevels()) {
        if (known == kNone || !rule->levels.contains(known))
            continue;
        const int distance = std::abs(degreeOf(known) - degreeOf(level));
        if (!nearest || distance <= std::abs(degreeOf(*nearest) - degreeOf(level)))
            nearest = known;
    }
    return nearest;
}

QJsonObject spelledParameters(const ProviderProfile &profile, const QString &model,
                              QJsonObject parameters)
{
    const QJsonValue set = parameters.value(effortParameter());
    if (!set.isString())
        return parameters;
    parameters.remove(effortParameter());
    const std::optional<QString> level = effortSent(profile, model, set.toString());
    if (!level)
        return parameters;
    const EffortRule *rule = ruleFor(profile, model);
    if (!rule || rule->levels.isEmpty()) {
        parameters.insert(effortParameter(), *level);
        return parameters;
    }
    return mergedDeeply(std::move(parameters), rule->levels.value(*level));
}

QJsonObject acceptedParameters(const ProviderProfile &profile, const QString &model,
                               QJsonObject parameters)
{
    for (const QString &name : profile.unsupportedParameters)
        parameters.remove(name);
    const EffortRule *rule = ruleFor(profile, model);
    if (rule && rule->levels.isEmpty())
        parameters.remove(effortParameter());
    return parameters;
}

} // namespace ponder
