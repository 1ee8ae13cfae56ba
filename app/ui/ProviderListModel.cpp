#include "ui/ProviderListModel.h"

#include "ui/ModelMenuModel.h"

#include <QUrl>

#include <algorithm>
#include <tuple>

namespace ponder {

namespace {

/// "localhost:11434" of "http://localhost:11434/v1".
QString address(const QString &baseUrl)
{
    const QUrl url(baseUrl);
    return url.port() < 0 ? url.host() : QStringLiteral("%1:%2").arg(url.host()).arg(url.port());
}

bool standsApart(const ProviderProfile &profile)
{
    return profile.local || profile.kind == ProviderProfile::Kind::Demo;
}

} // namespace

ProviderListModel::ProviderListModel(ProviderDirectory &directory, ProviderStatus &status,
                                     QObject *parent)
    : QAbstractListModel(parent), m_directory(directory), m_status(status)
{
    connect(&directory, &ProviderDirectory::profilesChanged, this, &ProviderListModel::reload);
    connect(&directory, &ProviderDirectory::modelsChanged, this, &ProviderListModel::refresh);
    connect(&status, &ProviderStatus::changed, this, &ProviderListModel::refresh);
    sortAgain();
}

void ProviderListModel::sortAgain()
{
    m_order.clear();
    reload();
}

void ProviderListModel::reload()
{
    std::vector<ProviderProfile> profiles = m_directory.profiles();
    // A row keeps its place while the page is open, so that nothing jumps when a key is saved.
    const auto rank = [this](const ProviderProfile &profile) {
        const qsizetype known = m_order.indexOf(profile.id);
        const bool keyless =
            !profile.needsKey || m_status.entry(profile.id).key != ProviderStatus::Key::Stored;
        const int first = m_order.isEmpty() ? int(keyless && !profile.userMade) : 0;
        return std::tuple(standsApart(profile), known < 0 ? m_order.size() : known, first);
    };
    std::stable_sort(profiles.begin(), profiles.end(),
                     [&rank](const auto &a, const auto &b) { return rank(a) < rank(b); });
    QStringList order;
    for (const ProviderProfile &profile : profiles)
        order << profile.id;
    const bool sameRows = order == m_order;
    m_order = order;
    if (sameRows) {
        m_profiles = std::move(profiles);
        if (!m_profiles.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1));
        return;
    }
    beginResetModel();
    m_profiles = std::move(profiles);
    endResetModel();
    Q_EMIT countChanged();
}

void ProviderListModel::refresh(const QString &providerId)
{
    const int row = rowOf(providerId);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

void ProviderListModel::setChinese(bool chinese)
{
    m_chinese = chinese;
    if (!m_profiles.empty())
        Q_EMIT dataChanged(index(0), index(count() - 1));
}

int ProviderListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

int ProviderListModel::rowOf(const QString &providerId) const
{
    return int(m_order.indexOf(providerId));
}

QString ProviderListModel::idAt(int row) const
{
    return m_order.value(row);
}

QVariant ProviderListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProviderProfile &profile = m_profiles[size_t(index.row())];
    switch (role) {
    case ProviderIdRole:
        return profile.id;
    case Qt::DisplayRole:
    case NameRole:
        return profile.displayName(m_chinese);
    case SubtitleRole:
        return subtitle(profile);
    case ToneRole:
        return tone(profile);
    case GroupRole:
        return standsApart(profile) ? QStringLiteral("local") : QString();
    case EnabledRole:
        return profile.enabled;
    case FeaturedRole:
        return profile.featured;
    case NeedsKeyRole:
        return profile.needsKey;
    case HeadingRole: {
        const bool first = index.row() == 0 || !standsApart(m_profiles[size_t(index.row()) - 1]);
        return standsApart(profile) && first ? tr("On this computer") : QString();
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> ProviderListModel::roleNames() const
{
    return {{ProviderIdRole, "providerId"}, {NameRole, "name"},
            {SubtitleRole, "subtitle"},     {ToneRole, "tone"},
            {GroupRole, "group"},           {EnabledRole, "active"},
            {FeaturedRole, "featured"},     {NeedsKeyRole, "needsKey"},
            {HeadingRole, "heading"}};
}

QString ProviderListModel::errorWord(const Error &error) const
{
    switch (error.kind) {
    case ErrorKind::Auth:
        return tr("Key rejected");
    case ErrorKind::NoKey:
        return tr("No key yet");
    case ErrorKind::Balance:
        return tr("No credit left");
    case ErrorKind::NotRunning:
        return tr("Not running");
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
        return tr("Not reachable");
    case ErrorKind::Keychain:
        return tr("Keychain not available");
    default:
        return tr("Last test failed");
    }
}

QString ProviderListModel::subtitle(const ProviderProfile &profile) const
{
    const ProviderStatus::Entry &state = m_status.entry(profile.id);
    if (!profile.enabled)
        return tr("Off");
    if (profile.kind == ProviderProfile::Kind::Demo)
        return tr("Recorded answers");
    if (state.testing)
        return tr("Testing…");
    if (state.server)
        return state.server->running ? tr("%1 · %n model(s)", nullptr, state.server->modelCount)
                                           .arg(address(state.server->baseUrl))
                                     : tr("Not running");
    if (state.error)
        return errorWord(*state.error);
    const int on =
        int(ModelMenuModel::switchedOn(profile, m_directory.knownModels(profile.id)).size());
    if (state.report)
        return tr("Connected · %n model(s) on", nullptr, on);
    if (profile.local)
        return address(profile.baseUrl);
    if (profile.needsKey) {
        switch (state.key) {
        case ProviderStatus::Key::Unknown:
            return {};
        case ProviderStatus::Key::Missing:
            return tr("No key yet");
        case ProviderStatus::Key::Refused:
            return tr("Keychain not available");
        case ProviderStatus::Key::Stored:
            break;
        }
        return tr("Key stored · %n model(s) on", nullptr, on);
    }
    return tr("No key needed · %n model(s) on", nullptr, on);
}

QString ProviderListModel::tone(const ProviderProfile &profile) const
{
    const ProviderStatus::Entry &state = m_status.entry(profile.id);
    if (!profile.enabled)
        return QStringLiteral("off");
    if (profile.kind == ProviderProfile::Kind::Demo)
        return QStringLiteral("ready");
    if (state.error) {
        const ErrorKind kind = state.error->kind;
        if (kind == ErrorKind::NoKey)
            return QStringLiteral("off");
        return kind == ErrorKind::Auth || kind == ErrorKind::Permission ||
                       kind == ErrorKind::NotFound
                   ? QStringLiteral("danger")
                   : QStringLiteral("warning");
    }
    if (state.report || (state.server && state.server->running))
        return QStringLiteral("ok");
    if (state.key == ProviderStatus::Key::Refused)
        return QStringLiteral("warning");
    if (!profile.local && m_status.isUsable(profile))
        return QStringLiteral("ready");
    return QStringLiteral("off");
}

} // namespace ponder
