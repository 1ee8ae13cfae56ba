#pragma once

#include "chat/SecretStore.h"

#include <QHash>
#include <QString>

#include <optional>

namespace ponder {

/// Keys in memory only, gone with the program: where there is no keychain, and for keys that are
/// given for one run. `reason`: the sentence persistenceReason() gives.
class SessionSecretStore final : public SecretStore
{
    Q_OBJECT

public:
    explicit SessionSecretStore(QString reason, QObject *parent = nullptr);

    void read(const QString &providerId, QObject *context,
              std::function<void(Result<QString>)> done) override;
    void write(const QString &providerId, const QString &key, QObject *context,
               std::function<void(Result<void>)> done) override;
    void remove(const QString &providerId, QObject *context,
                std::function<void(Result<void>)> done) override;
    void writeForSession(const QString &providerId, const QString &key) override;
    void probe() override;

    [[nodiscard]] Persistence persistence() const override { return Persistence::SessionOnly; }
    [[nodiscard]] QString persistenceReason() const override { return m_reason; }

    /// Nothing when there is no key for this provider.
    [[nodiscard]] std::optional<QString> key(const QString &providerId) const;
    /// Takes a checked key in, or out with an empty one, without any signal.
    void put(const QString &providerId, const QString &key);

private:
    QHash<QString, QString> m_keys;
    QString m_reason;
};

} // namespace ponder
