#include "providers/EffortJson.h"

#include "chat/ThinkingEffort.h"

namespace ponder {

namespace {

QMap<QString, QJsonObject> levelsFrom(const QJsonValue &json)
{
    QMap<QString, QJsonObject> levels;
    const QJsonArray plain = json.toArray();
    for (const QJsonValue &level : plain)
        levels.insert(level.toString(), {{effortParameter(), level}});
    const QJsonObject spelled = json.toObject();
    for (auto it = spelled.begin(); it != spelled.end(); ++it)
        levels.insert(it.key(), it.value().toObject());
    // A word that nobody can choose would only be in the way.
    levels.removeIf([](auto level) { return !effortLevels().contains(level.key()); });
    return levels;
}

} // namespace

std::vector<EffortRule> EffortJson::read(const QJsonArray &json)
{
    std::vector<EffortRule> rules;
    for (const QJsonValue &value : json) {
        const QJsonObject object = value.toObject();
        EffortRule rule;
        const QJsonArray models = object.value(u"models").toArray();
        for (const QJsonValue &model : models)
            rule.models.append(model.toString());
        rule.levels = levelsFrom(object.value(u"levels"));
        rules.push_back(std::move(rule));
    }
    return rules;
}

QJsonArray EffortJson::write(const std::vector<EffortRule> &rules)
{
    QJsonArray json;
    for (const EffortRule &rule : rules) {
        QJsonObject levels;
        for (auto it = rule.levels.begin(); it != rule.levels.end(); ++it)
            levels.insert(it.key(), it.value());
        QJsonObject object{{QStringLiteral("levels"), levels}};
        if (!rule.models.isEmpty())
            object.insert(QStringLiteral("models"), QJsonArray::fromStringList(rule.models));
        json.append(object);
    }
    return json;
}

} // namespace ponder
