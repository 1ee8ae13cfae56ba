#include "providers/ModelCache.h"

#include "base/Logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace ponder {

namespace {

QJsonObject written(const ModelInfo &model)
{
    QJsonObject object{{QStringLiteral("id"), model.id}, {QStringLiteral("name"), model.name}};
    if (model.contextTokens)
        object.insert(QStringLiteral("context"), *model.contextTokens);
    if (model.price) {
        object.insert(QStringLiteral("input"), model.price->inputPerMillion);
        object.insert(QStringLiteral("output"), model.price->outputPerMillion);
        object.insert(QStringLiteral("currency"), model.price->currency);
        if (!model.price->cachedInputPerMillion.isEmpty())
            object.insert(QStringLiteral("cachedInput"), model.price->cachedInputPerMillion);
        if (model.price->varies)
            object.insert(QStringLiteral("varies"), true);
    }
    if (model.supportedParameters) {
        object.insert(QStringLiteral("parameters"),
                      QJsonArray::fromStringList(*model.supportedParameters));
    }
    if (model.efforts)
        object.insert(QStringLiteral("efforts"), QJsonArray::fromStringList(*model.efforts));
    if (model.alwaysThinks)
        object.insert(QStringLiteral("alwaysThinks"), true);
    return object;
}

std::optional<QStringList> texts(const QJsonValue &json)
{
    if (!json.isArray())
        return std::nullopt;
    QStringList all;
    const QJsonArray list = json.toArray();
    for (const QJsonValue &item : list)
        all.append(item.toString());
    return all;
}

ModelInfo readBack(const QJsonObject &object)
{
    ModelInfo model;
    model.id = object.value(u"id").toString();
    model.name = object.value(u"name").toString(model.id);
    if (const qint64 context = object.value(u"context").toInteger(); context > 0)
        model.contextTokens = context;
    if (object.contains(u"input")) {
        model.price =
            ModelPrice{object.value(u"input").toString(), object.value(u"output").toString(),
                       object.value(u"currency").toString(),
                       object.value(u"cachedInput").toString(), object.value(u"varies").toBool()};
    }
    model.supportedParameters = texts(object.value(u"parameters"));
    model.efforts = texts(object.value(u"efforts"));
    model.alwaysThinks = object.value(u"alwaysThinks").toBool();
    return model;
}

} // namespace

std::vector<ModelInfo> ModelCache::models(const ProviderProfile &profile) const
{
    load();
    const QJsonObject entry = m_root.value(profile.id).toObject();
    std::vector<ModelInfo> models;
    if (entry.value(u"baseUrl").toString() != profile.baseUrl)
        return models;
    const QJsonArray list = entry.value(u"models").toArray();
    for (const QJsonValue &model : list)
        models.push_back(readBack(model.toObject()));
    return models;
}

void ModelCache::store(const ProviderProfile &profile, const std::vector<ModelInfo> &models)
{
    load();
    QJsonArray list;
    for (const ModelInfo &model : models)
        list.append(written(model));
    m_root.insert(profile.id, QJsonObject{{QStringLiteral("baseUrl"), profile.baseUrl},
                                          {QStringLiteral("models"), list}});
    write();
}

void ModelCache::remove(const QString &providerId)
{
    load();
    if (m_root.contains(providerId)) {
        m_root.remove(providerId);
        write();
    }
}

void ModelCache::load() const
{
    if (m_loaded)
        return;
    m_loaded = true;
    QFile file(m_path);
    if (file.open(QIODevice::ReadOnly))
        m_root = QJsonDocument::fromJson(file.readAll()).object();
}

void ModelCache::write() const
{
    // Only a cache: a failure costs a wait next time and nothing else.
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(QJsonDocument(m_root).toJson(QJsonDocument::Compact)) < 0 || !file.commit())
        qCWarning(lcSettings) << "the list of models is not kept:" << file.errorString();
}

} // namespace ponder
