#pragma once

#include "chat/SecretStore.h"

#include <QHash>
#include <QStringList>

namespace ponder {

/// A SecretStore that holds keys in memory, answers asynchronously like a keychain, and can be told
/// to refuse.
class MemorySecretStore final : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    void setKey(const QString &providerId, const QString &key) { m_keys.insert(providerId, key); }
    /// Every read fails with this error from now on.
    void refuseWith(const Error &error) { m_refusal = error; }
    [[nodiscard]] QStringList reads() const { return m_reads; }

    void read(const QString &providerId, QObject *context,
              std::function<void(Result<QString>)> done) override;
    void write(const QString &providerId, const QString &key, QObject *context,
               std::function<void(Result<void>)> done) override;
    void remove(const QString &providerId, QObject *context,
                std::function<void(Result<void>)> done) override;
    void writeForSession(const QString &providerId, const QString &key) override;
    void probe() override;

    [[nodiscard]] Persistence persistence() const override { return Persistence::Keychain; }
    [[nodiscard]] QString persistenceReason() const override { return {}; }

private:
    QHash<QString, QString> m_keys;
    std::optional<Error> m_refusal;
    QStringList m_reads;
};

} // namespace ponder
