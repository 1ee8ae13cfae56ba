#include "ui/ModelMenuModel.h"

#include "chat/Pricing.h"
#include "ui/ModelText.h"
#include "ui/RequestOptions.h"

#include <algorithm>

namespace ponder {

namespace {

/// How many models of a provider without a choice and without a default go into the menu.
constexpr size_t kUnchosenModels = 12;

const ModelInfo *findModel(const std::vector<ModelInfo> &known, const QString &id)
{
    const auto it = std::find_if(known.begin(), known.end(),
                                 [&](const ModelInfo &model) { return model.id == id; });
    return it == known.end() ? nullptr : &*it;
}

} // namespace

ModelMenuModel::ModelMenuModel(ProviderDirectory &directory, ProviderStatus &status,
                               Settings &settings, QObject *parent)
    : QAbstractListModel(parent), m_directory(directory), m_status(status)
{
    m_currentProvider = settings.text(QStringLiteral("default.provider"));
    m_currentModel = settings.text(QStringLiteral("default.model"));
    connect(&directory, &ProviderDirectory::profilesChanged, this, &ModelMenuModel::reload);
    connect(&directory, &ProviderDirectory::modelsChanged, this, &ModelMenuModel::reload);
    connect(&status, &ProviderStatus::changed, this, &ModelMenuModel::reload);
    reload();
}

QString ModelMenuModel::shortName(const QString &model)
{
    const QString last = model.section(QLatin1Char('/'), -1, -1, QString::SectionSkipEmpty);
    return last.isEmpty() ? model : last;
}

QStringList ModelMenuModel::switchedOn(const ProviderProfile &profile,
                                       const std::vector<ModelInfo> &known)
{
    if (!profile.shownModels.isEmpty())
        return profile.shownModels;
    // What runs on this computer is there because its owner loaded it: all of it is meant.
    if (!profile.local && !profile.defaultModel.isEmpty())
        return {profile.defaultModel};
    QStringList ids;
    for (const ModelInfo &model : known) {
        if (!profile.local && size_t(ids.size()) == kUnchosenModels)
            break;
        ids << model.id;
    }
    if (ids.isEmpty() && !profile.defaultModel.isEmpty())
        ids << profile.defaultModel;
    return ids;
}

void ModelMenuModel::setFilter(const QString &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    reload();
    Q_EMIT filterChanged();
}

void ModelMenuModel::setCurrent(const QString &providerId, const QString &model)
{
    if (m_currentProvider == providerId && m_currentModel == model)
        return;
    m_currentProvider = providerId;
    m_currentModel = model;
    reload();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(count() - 1), {CurrentRole});
    Q_EMIT currentChanged();
}

void ModelMenuModel::setChinese(bool chinese)
{
    m_chinese = chinese;
    reload();
}

int ModelMenuModel::currentRow() const
{
    return rowOf(m_currentProvider, m_currentModel);
}

int ModelMenuModel::rowOf(const QString &providerId, const QString &model) const
{
    for (size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].providerId == providerId && (model.isEmpty() || m_rows[i].model == model))
            return int(i);
    return -1;
}

QString ModelMenuModel::providerIdAt(int row) const
{
    return row >= 0 && row < count() ? m_rows[size_t(row)].providerId : QString();
}

QString ModelMenuModel::modelAt(int row) const
{
    return row >= 0 && row < count() ? m_rows[size_t(row)].model : QString();
}

void ModelMenuModel::refresh()
{
    m_status.readKeys();
    m_status.probeLocalServers();
}

bool ModelMenuModel::isListed(const ProviderProfile &profile) const
{
    if (profile.id == m_currentProvider)
        return true;
    if (!m_status.isUsable(profile))
        return false;
    // A local server nobody has looked for yet counts only if it has been used before.
    const bool unseen = profile.local && !m_status.entry(profile.id).server;
    return !unseen || !profile.shownModels.isEmpty() ||
           !m_directory.knownModels(profile.id).empty();
}

void ModelMenuModel::appendRows(const ProviderProfile &profile, std::vector<Row> &rows) const
{
    const std::vector<ModelInfo> known = m_directory.knownModels(profile.id);
    const bool isCurrent = profile.id == m_currentProvider;
    const bool usable = m_status.isUsable(profile);
    QStringList ids = usable ? switchedOn(profile, known) : QStringList();
    if (isCurrent && !m_currentModel.isEmpty() && !ids.contains(m_currentModel))
        ids << m_currentModel;
    if (!m_filter.trimmed().isEmpty() && usable)
        for (const ModelInfo &model : known)
            if (!ids.contains(model.id))
                ids << model.id;
    const QString name = profile.displayName(m_chinese);
    const QStringList words = m_filter.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &id : std::as_const(ids)) {
        const ModelInfo *info = findModel(known, id);
        const QString text =
            name + QLatin1Char(' ') + id + QLatin1Char(' ') + (info ? info->name : QString());
        const bool passes = std::all_of(words.begin(), words.end(), [&](const QString &word) {
            return text.contains(word, Qt::CaseInsensitive);
        });
        if (!passes)
            continue;
        Row row;
        row.providerId = profile.id;
        row.providerName = name;
        row.model = id;
        row.modelName = shortName(id);
        row.contextText = info ? contextText(info->contextTokens) : QString();
        row.priceText = priceText(info && info->price ? info->price : priceOf(profile, known, id));
        row.needsKey = profile.needsKey &&
                       m_status.entry(profile.id).key != ProviderStatus::Key::Stored &&
                       m_status.entry(profile.id).key != ProviderStatus::Key::Unknown;
        rows.push_back(std::move(row));
    }
}

void ModelMenuModel::reload()
{
    std::vector<Row> rows;
    for (const ProviderProfile &profile : m_directory.profiles())
        if (isListed(profile))
            appendRows(profile, rows);
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT currentChanged();
}

int ModelMenuModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ModelMenuModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case ProviderIdRole:
        return row.providerId;
    case ProviderNameRole:
    case GroupRole:
        return row.providerName;
    case ModelRole:
        return row.model;
    case ModelNameRole:
        return row.modelName;
    case Qt::DisplayRole:
    case LabelRole:
        return QStringLiteral("%1 · %2").arg(row.providerName, row.modelName);
    case ContextTextRole:
        return row.contextText;
    case PriceTextRole:
        return row.priceText;
    case CurrentRole:
        return row.providerId == m_currentProvider && row.model == m_currentModel;
    case NeedsKeyRole:
        return row.needsKey;
    case ScopeRole:
        return samplingScope(row.providerId, row.model);
    default:
        return {};
    }
}

QHash<int, QByteArray> ModelMenuModel::roleNames() const
{
    return {{ProviderIdRole, "providerId"},
            {ProviderNameRole, "providerName"},
            {ModelRole, "model"},
            {ModelNameRole, "modelName"},
            {LabelRole, "label"},
            {ContextTextRole, "contextText"},
            {PriceTextRole, "priceText"},
            {GroupRole, "group"},
            {CurrentRole, "current"},
            {NeedsKeyRole, "needsKey"},
            {ScopeRole, "scope"}};
}

} // namespace ponder
