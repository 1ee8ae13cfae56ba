#include "ui/ProviderStatus.h"

namespace ponder {

namespace {

/// Below this length four characters would be too much of the key.
constexpr int kShortestKeyWithTail = 16;
constexpr int kTailLength = 4;

} // namespace

ProviderStatus::ProviderStatus(ProviderDirectory &directory, SecretStore &secrets, QObject *parent)
    : QObject(parent), m_directory(directory), m_secrets(secrets)
{
    connect(&m_secrets, &SecretStore::secretChanged, this, [this](const QString &id) {
        forgetTest(id);
        readKey(id);
    });
    connect(&m_directory, &ProviderDirectory::profilesChanged, this,
            &ProviderStatus::dropStaleTests);
}

const ProviderStatus::Entry &ProviderStatus::entry(const QString &id) const
{
    static const Entry nothing;
    const auto it = m_entries.constFind(id);
    return it == m_entries.constEnd() ? nothing : *it;
}

bool ProviderStatus::isUsable(const ProviderProfile &profile) const
{
    if (!profile.enabled)
        return false;
    if (profile.kind == ProviderProfile::Kind::Demo)
        return true;
    const Entry &state = entry(profile.id);
    if (profile.needsKey)
        return state.key == Key::Stored;
    return !state.server || state.server->running;
}

void ProviderStatus::readKeys()
{
    for (const ProviderProfile &profile : m_directory.profiles())
        if (profile.needsKey && profile.enabled && entry(profile.id).key == Key::Unknown &&
            !m_reading.contains(profile.id))
            readKey(profile.id);
}

void ProviderStatus::readKey(const QString &id)
{
    m_reading.insert(id);
    m_secrets.read(id, this, [this, id](const Result<QString> &answer) { noteKey(id, answer); });
}

void ProviderStatus::noteKey(const QString &id, const Result<QString> &answer)
{
    m_reading.remove(id);
    Entry &state = m_entries[id];
    state.keyTail.clear();
    state.keyError.reset();
    if (!answer) {
        state.key = Key::Refused;
        state.keyError = answer.error();
    } else if (answer->isEmpty()) {
        state.key = Key::Missing;
    } else {
        state.key = Key::Stored;
        if (answer->size() >= kShortestKeyWithTail)
            state.keyTail = answer->right(kTailLength);
    }
    Q_EMIT changed(id);
}

void ProviderStatus::probeLocalServers()
{
    if (m_probing)
        return;
    m_probing = true;
    Q_EMIT probingChanged();
    m_directory.probeLocalServers(this, [this](const std::vector<LocalServer> &servers) {
        m_probing = false;
        m_servers = servers;
        for (const LocalServer &server : servers) {
            m_entries[server.providerId].server = server;
            Q_EMIT changed(server.providerId);
        }
        Q_EMIT localServersChanged();
        Q_EMIT probingChanged();
    });
}

void ProviderStatus::testConnection(const QString &id)
{
    const std::optional<ProviderProfile> profile = m_directory.profile(id);
    if (!profile || entry(id).testing)
        return;
    forgetTest(id);
    Entry &state = m_entries[id];
    state.testing = true;
    state.testedAs = *profile;
    const int run = state.run;
    Q_EMIT changed(id);
    m_directory.testConnection(id, this, [this, id, run](const Result<ConnectionReport> &answer) {
        Entry &now = m_entries[id];
        if (now.run != run) // the address or the key is another one by now
            return;
        now.testing = false;
        if (answer)
            now.report = answer.value();
        else
            now.error = answer.error();
        Q_EMIT changed(id);
    });
}

void ProviderStatus::forgetTest(const QString &id)
{
    Entry &state = m_entries[id];
    ++state.run;
    const bool had = state.testing || state.report || state.error;
    state.testing = false;
    state.report.reset();
    state.error.reset();
    state.testedAs.reset();
    if (had)
        Q_EMIT changed(id);
}

void ProviderStatus::dropStaleTests()
{
    const QStringList ids = m_entries.keys();
    for (const QString &id : ids) {
        const std::optional<ProviderProfile> &tested = m_entries[id].testedAs;
        if (!tested)
            continue;
        const std::optional<ProviderProfile> now = m_directory.profile(id);
        if (!now || now->baseUrl != tested->baseUrl || now->proxy != tested->proxy ||
            now->caFile != tested->caFile || now->headers != tested->headers)
            forgetTest(id);
    }
}

} // namespace ponder
