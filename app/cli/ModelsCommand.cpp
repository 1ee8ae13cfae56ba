#include "cli/ModelsCommand.h"

#include "cli/TextTable.h"

#include <QJsonArray>
#include <QJsonObject>

namespace ponder::cli {

namespace {

QJsonObject modelObject(const ModelInfo &model)
{
    QJsonValue price;
    if (model.price) {
        price = QJsonObject{{QStringLiteral("input_per_million"), model.price->inputPerMillion},
                            {QStringLiteral("output_per_million"), model.price->outputPerMillion},
                            {QStringLiteral("currency"), model.price->currency}};
    }
    QJsonValue parameters;
    if (model.supportedParameters)
        parameters = QJsonArray::fromStringList(*model.supportedParameters);
    return {{QStringLiteral("id"), model.id},
            {QStringLiteral("name"), model.name.isEmpty() ? model.id : model.name},
            {QStringLiteral("context_tokens"),
             model.contextTokens ? QJsonValue(*model.contextTokens) : QJsonValue()},
            {QStringLiteral("price"), price},
            {QStringLiteral("supported_parameters"), parameters}};
}

QString priceText(const ModelInfo &model)
{
    if (!model.price)
        return {};
    return ModelsCommand::tr("%1 in, %2 out, %3 per million tokens")
        .arg(model.price->inputPerMillion, model.price->outputPerMillion, model.price->currency);
}

} // namespace

ModelsCommand::ModelsCommand(const Invocation &invocation, Services &services, Console &console)
    : Command(invocation, services, console), m_resolver(services)
{}

void ModelsCommand::start()
{
    if (!invocation().positional.isEmpty()) {
        refuse(tr("`ponder models` takes no arguments besides its options."));
        return;
    }
    const Result<EndpointChoice> choice = endpointChoice(invocation());
    if (!choice) {
        fail(choice.error());
        return;
    }
    const Result<ProviderProfile> provider = m_resolver.provider(*choice, nullptr);
    if (!provider) {
        fail(provider.error());
        return;
    }
    services().providers.fetchModelsOf(
        *provider, this, [this, profile = *provider](const Result<std::vector<ModelInfo>> &models) {
            if (models)
                print(*models);
            else
                fail(models.error(), profile.name, profile.id);
        });
}

void ModelsCommand::print(const std::vector<ModelInfo> &models)
{
    if (wantsJson()) {
        QJsonArray array;
        for (const ModelInfo &model : models)
            array.append(modelObject(model));
        printJson(array);
    } else if (!models.empty()) {
        QList<QStringList> rows;
        for (const ModelInfo &model : models) {
            const QString context =
                model.contextTokens ? tr("%1 tokens").arg(*model.contextTokens) : QString();
            rows.append({model.id, context, priceText(model)});
        }
        console().printLine(textTable(rows));
    }
    finish(Answered);
}

} // namespace ponder::cli
