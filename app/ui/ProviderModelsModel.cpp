#include "ui/ProviderModelsModel.h"

#include "base/ErrorText.h"
#include "ui/ModelMenuModel.h"
#include "ui/ModelText.h"

#include <algorithm>

namespace ponder {

namespace {

QString orDash(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("—") : text;
}

} // namespace

ProviderModelsModel::ProviderModelsModel(ProviderDirectory &directory, QObject *parent)
    : QAbstractListModel(parent), m_directory(directory)
{
    connect(&directory, &ProviderDirectory::modelsChanged, this, [this](const QString &id) {
        if (id == m_providerId)
            reload();
    });
    connect(&directory, &ProviderDirectory::profilesChanged, this,
            &ProviderModelsModel::readProfile);
}

void ProviderModelsModel::show(const QString &providerId)
{
    m_providerId = providerId;
    m_filter.clear();
    m_problem.clear();
    m_updating = false;
    ++m_run;
    readProfile();
    reload();
    Q_EMIT filterChanged();
    Q_EMIT updatingChanged();
}

void ProviderModelsModel::readProfile()
{
    const std::optional<ProviderProfile> profile = m_directory.profile(m_providerId);
    if (!profile)
        return;
    m_providerName = profile->name;
    m_defaultModel = profile->defaultModel;
    m_shown = ModelMenuModel::switchedOn(*profile, m_directory.knownModels(m_providerId));
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(count() - 1), {ShownRole, DefaultRole});
}

void ProviderModelsModel::fetch()
{
    if (m_updating || m_providerId.isEmpty())
        return;
    m_updating = true;
    m_problem.clear();
    Q_EMIT updatingChanged();
    const int run = ++m_run;
    m_directory.fetchModels(m_providerId, this,
                            [this, run](const Result<std::vector<ModelInfo>> &answer) {
                                if (run != m_run) // another provider is shown by now
                                    return;
                                m_updating = false;
                                if (!answer)
                                    m_problem = describeError(answer.error(), m_providerName).title;
                                reload();
                                Q_EMIT updatingChanged();
                            });
}

void ProviderModelsModel::setShown(const QString &modelId, bool shown)
{
    std::optional<ProviderProfile> profile = m_directory.profile(m_providerId);
    if (!profile || modelId.trimmed().isEmpty())
        return;
    QStringList on = m_shown;
    on.removeAll(modelId);
    if (shown)
        on << modelId;
    // With no model on there would be nothing to choose; the provider's own switch is for that.
    if (!on.isEmpty()) {
        profile->shownModels = on;
        if (!m_directory.save(*profile))
            on = m_shown;
        else
            m_shown = on;
    }
    const bool listed = std::any_of(m_models.begin(), m_models.end(),
                                    [&](const ModelInfo &model) { return model.id == modelId; });
    if (!listed)
        reload();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(count() - 1), {ShownRole});
}

void ProviderModelsModel::setFilter(const QString &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    applyFilter();
    Q_EMIT filterChanged();
}

bool ProviderModelsModel::canAdd() const
{
    const QString id = m_filter.trimmed();
    return !id.isEmpty() && !id.contains(QLatin1Char(' ')) &&
           std::none_of(m_models.begin(), m_models.end(),
                        [&](const ModelInfo &model) { return model.id == id; });
}

bool ProviderModelsModel::hasContext() const
{
    return std::any_of(m_models.begin(), m_models.end(),
                       [](const ModelInfo &model) { return model.contextTokens.has_value(); });
}

bool ProviderModelsModel::hasPrices() const
{
    return std::any_of(m_models.begin(), m_models.end(),
                       [](const ModelInfo &model) { return model.price.has_value(); });
}

void ProviderModelsModel::reload()
{
    std::vector<ModelInfo> models = m_directory.knownModels(m_providerId);
    if (const auto profile = m_directory.profile(m_providerId))
        m_shown = ModelMenuModel::switchedOn(*profile, models);
    QStringList missing = m_shown;
    for (const ModelInfo &model : models)
        missing.removeAll(model.id);
    for (const QString &id : missing) {
        ModelInfo model;
        model.id = id;
        models.push_back(model);
    }
    std::stable_partition(models.begin(), models.end(),
                          [this](const ModelInfo &model) { return isShown(model.id); });
    m_models = std::move(models);
    applyFilter();
}

void ProviderModelsModel::applyFilter()
{
    beginResetModel();
    m_rows.clear();
    const QStringList words = m_filter.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (size_t i = 0; i < m_models.size(); ++i) {
        const QString text = m_models[i].id + QLatin1Char(' ') + m_models[i].name;
        const bool passes = std::all_of(words.begin(), words.end(), [&](const QString &word) {
            return text.contains(word, Qt::CaseInsensitive);
        });
        if (passes)
            m_rows.push_back(int(i));
    }
    endResetModel();
    Q_EMIT countChanged();
}

int ProviderModelsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ProviderModelsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ModelInfo &model = m_models[size_t(m_rows[size_t(index.row())])];
    const QString currency = model.price ? model.price->currency : QString();
    switch (role) {
    case ModelIdRole:
        return model.id;
    case Qt::DisplayRole:
    case NameRole:
        return ModelMenuModel::shortName(model.id);
    case ContextTextRole:
        return orDash(contextText(model.contextTokens));
    case InputPriceRole:
        return orDash(model.price ? moneyText(model.price->inputPerMillion, currency) : QString());
    case OutputPriceRole:
        return orDash(model.price ? moneyText(model.price->outputPerMillion, currency) : QString());
    case ShownRole:
        return isShown(model.id);
    case DefaultRole:
        return model.id == m_defaultModel;
    default:
        return {};
    }
}

QHash<int, QByteArray> ProviderModelsModel::roleNames() const
{
    return {{ModelIdRole, "modelId"},         {NameRole, "name"},
            {ContextTextRole, "contextText"}, {InputPriceRole, "inputPrice"},
            {OutputPriceRole, "outputPrice"}, {ShownRole, "shown"},
            {DefaultRole, "isDefault"}};
}

} // namespace ponder
