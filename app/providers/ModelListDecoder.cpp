#include "providers/ModelListDecoder.h"

#include "providers/DecimalText.h"
#include "wire/ErrorDecoder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>
#include <initializer_list>

namespace ponder {

namespace {

constexpr qsizetype kMaxTextLength = 300;

/// Names go into menus, requests and files: no control characters, no endless ones.
QString tidy(const QJsonValue &value)
{
    QString text = value.toString().left(kMaxTextLength);
    text.removeIf([](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
    return text.trimmed();
}

QString firstText(const QJsonObject &object, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (const QString text = tidy(object.value(name)); !text.isEmpty())
            return text;
    }
    return {};
}

std::optional<qint64> firstCount(const QJsonObject &object,
                                 std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (const qint64 count = object.value(name).toInteger(-1); count > 0)
            return count;
    }
    return std::nullopt;
}

/// A price as the provider wrote it, text or number, times 10^places.
std::optional<QString> amount(const QJsonValue &value, int places)
{
    if (value.isString())
        return DecimalText::shifted(value.toString(), places);
    return value.isDouble() ? DecimalText::shifted(DecimalText::of(value.toDouble()), places)
                            : std::nullopt;
}

std::optional<ModelPrice> price(const QJsonValue &input, const QJsonValue &output, int places)
{
    const auto in = amount(input, places);
    const auto out = amount(output, places);
    if (!in || !out)
        return std::nullopt;
    return ModelPrice{*in, *out, QStringLiteral("USD")};
}

/// Hugging Face lists the providers behind its router; the cheapest one stands for the model.
void readRouterProviders(const QJsonArray &providers, ModelInfo &info)
{
    double cheapest = -1;
    bool varies = false;
    for (const QJsonValue &value : providers) {
        const QJsonObject provider = value.toObject();
        const auto context = firstCount(provider, {u"context_length"});
        if (context)
            info.contextTokens = std::max(info.contextTokens.value_or(0), *context);
        const QJsonObject pricing = provider.value(u"pricing").toObject();
        const double input = pricing.value(u"input").toDouble(-1);
        const auto perMillion = price(pricing.value(u"input"), pricing.value(u"output"), 0);
        if (!perMillion)
            continue;
        varies = varies || (info.price && info.price != perMillion);
        if (cheapest < 0 || input < cheapest) {
            cheapest = input;
            info.price = perMillion;
        }
    }
    if (info.price && varies)
        info.price->varies = true;
}

std::optional<qint64> contextOf(const QJsonObject &model)
{
    const QJsonArray loaded = model.value(u"loaded_instances").toArray();
    if (!loaded.isEmpty()) {
        const QJsonObject config = loaded.first().toObject().value(u"config").toObject();
        if (const auto running = firstCount(config, {u"context_length"}))
            return running;
    }
    if (const auto context =
            firstCount(model, {u"context_length", u"context_size", u"max_model_len",
                               u"loaded_context_length", u"max_context_length", u"context_window"}))
        return context;
    // llama-server: the running window in some builds, else the one the model was trained with.
    return firstCount(model.value(u"meta").toObject(), {u"n_ctx", u"n_ctx_train"});
}

/// Models that cannot chat are of no use here.
bool canChat(const QJsonObject &model)
{
    const QString type = model.value(u"type").toString();
    if (type.startsWith(QLatin1String("embedding")))
        return false;
    const QJsonArray outputs =
        model.value(u"architecture").toObject().value(u"output_modalities").toArray();
    return outputs.isEmpty() || outputs.contains(QStringLiteral("text"));
}

/// OpenRouter: which efforts a model knows (null: all) and whether it always thinks.
void readReasoning(const QJsonObject &reasoning, ModelInfo &info)
{
    info.alwaysThinks = reasoning.value(u"mandatory").toBool();
    if (!reasoning.value(u"supported_efforts").isArray())
        return;
    QStringList efforts;
    const QJsonArray list = reasoning.value(u"supported_efforts").toArray();
    for (const QJsonValue &effort : list)
        efforts.append(tidy(effort));
    info.efforts = efforts;
}

std::optional<ModelInfo> readModel(const QJsonObject &model)
{
    ModelInfo info;
    info.id = firstText(model, {u"id", u"key"});
    // A list with the name in `object` and an empty id has been documented by one provider.
    if (info.id.isEmpty() && tidy(model.value(u"object")) != QLatin1String("model"))
        info.id = tidy(model.value(u"object"));
    if (info.id.isEmpty() || !canChat(model))
        return std::nullopt;
    info.name = firstText(model, {u"name", u"display_name", u"title"});
    if (info.name.isEmpty())
        info.name = info.id;
    info.contextTokens = contextOf(model);

    const QJsonObject pricing = model.value(u"pricing").toObject();
    if (pricing.contains(u"prompt")) { // OpenRouter: text, dollars a token
        info.price = price(pricing.value(u"prompt"), pricing.value(u"completion"), 6);
        if (info.price)
            info.price->cachedInputPerMillion =
                amount(pricing.value(u"input_cache_read"), 6).value_or(QString());
    } else if (model.contains(u"input_token_price_per_m")) { // Novita: 1/10,000 dollar a million
        info.price = price(model.value(u"input_token_price_per_m"),
                           model.value(u"output_token_price_per_m"), -4);
    }
    readRouterProviders(model.value(u"providers").toArray(), info);

    const QJsonValue parameters = model.value(u"supported_parameters");
    if (parameters.isArray()) {
        QStringList names;
        const QJsonArray list = parameters.toArray();
        for (const QJsonValue &name : list)
            names.append(tidy(name));
        info.supportedParameters = names;
    }
    readReasoning(model.value(u"reasoning").toObject(), info);
    return info;
}

QUrl nextPage(const QJsonObject &root)
{
    const QString link = root.value(u"links").toObject().value(u"next").toString();
    if (!link.isEmpty())
        return QUrl(link, QUrl::StrictMode);
    const QString last = root.value(u"last_id").toString();
    if (!root.value(u"has_more").toBool() || last.isEmpty())
        return {};
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("after_id"),
                       QString::fromLatin1(QUrl::toPercentEncoding(last)));
    QUrl next;
    next.setQuery(query);
    return next;
}

/// The list itself, wherever it is; nothing when this is no list of models.
std::optional<QJsonArray> listIn(const QJsonDocument &document)
{
    if (document.isArray())
        return document.array();
    for (const QStringView name : {QStringView(u"data"), QStringView(u"models")}) {
        const QJsonValue value = document.object().value(name);
        // Ollama writes null when it has no model.
        if (value.isArray() || (value.isNull() && document.object().contains(u"object")))
            return value.toArray();
    }
    return std::nullopt;
}

} // namespace

Result<ModelPage> ModelListDecoder::decode(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body.trimmed());
    if (document.isNull())
        return ErrorDecoder::notAnAnswer(body);
    const std::optional<QJsonArray> list = listIn(document);
    if (!list) {
        if (document.isObject() && (document.object().contains(u"error") ||
                                    ErrorDecoder::looksLikeError(document.object())))
            return ErrorDecoder::fromInBand(document.object());
        return ErrorDecoder::notAnAnswer(body);
    }
    ModelPage page;
    QSet<QString> seen;
    for (const QJsonValue &value : *list) {
        std::optional<ModelInfo> info = readModel(value.toObject());
        if (!info || seen.contains(info->id) || page.models.size() >= kMaxModels)
            continue;
        seen.insert(info->id);
        page.models.push_back(std::move(*info));
    }
    page.next = nextPage(document.object());
    return page;
}

} // namespace ponder
