#pragma once

#include "chat/ProviderDirectory.h"
#include "chat/SecretStore.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

#include <optional>

namespace ponder {

/// What is known right now about each provider: whether a key is stored, whether a local server
/// answers, how the last test of the connection ended. Shared by the settings page and the model
/// menu, so that the keychain is asked once. Remembers at most the last four characters of a key.
class ProviderStatus : public QObject
{
    Q_OBJECT

public:
    enum class Key {
        Unknown, ///< the keychain has not answered yet
        Missing,
        Stored,
        Refused, ///< the keychain is locked or said no; see error()
    };

    struct Entry
    {
        Key key = Key::Unknown;
        QString keyTail; ///< the end of a stored key, "" where too much of it would show
        std::optional<Error> keyError;
        std::optional<LocalServer> server;      ///< of a local profile, once it was looked for
        std::optional<ConnectionReport> report; ///< of the last test, when it succeeded
        std::optional<Error> error;             ///< of the last test, when it failed
        bool testing = false;
        std::optional<ProviderProfile> testedAs; ///< how the profile stood at the last test
        int run = 0; ///< tells a late answer of an older test from the current one
    };

    ProviderStatus(ProviderDirectory &directory, SecretStore &secrets, QObject *parent = nullptr);

    [[nodiscard]] const Entry &entry(const QString &id) const;
    /// Whether a request can be sent: enabled, and a key is there where one is needed.
    [[nodiscard]] bool isUsable(const ProviderProfile &profile) const;

    /// Asks the keychain for the keys that are not known yet.
    void readKeys();
    void readKey(const QString &id);
    void probeLocalServers();
    [[nodiscard]] bool probing() const { return m_probing; }
    [[nodiscard]] const std::vector<LocalServer> &localServers() const { return m_servers; }
    void testConnection(const QString &id);

Q_SIGNALS:
    void changed(const QString &providerId);
    void probingChanged();
    void localServersChanged();

private:
    void noteKey(const QString &id, const Result<QString> &answer);
    void forgetTest(const QString &id);
    void dropStaleTests();

    ProviderDirectory &m_directory;
    SecretStore &m_secrets;
    QHash<QString, Entry> m_entries;
    std::vector<LocalServer> m_servers;
    QSet<QString> m_reading; ///< providers whose key the keychain is being asked for
    bool m_probing = false;
};

} // namespace ponder
