#pragma once

#include "chat/SecretStore.h"
#include "secrets/KeychainWorker.h"
#include "secrets/SessionSecretStore.h"

#include <QHash>
#include <QPointer>

namespace ponder {

/// Keys in the operating system's keychain (Secret Service or KWallet, through QtKeychain), one
/// entry a provider under the service "ponder". Never in a file of our own: without a keychain a
/// key lives in memory for this run, and persistenceReason() says why. A keychain that is there but
/// refuses (locked, denied) is an error of kind Keychain; the user may then choose
/// writeForSession().
///
/// A key is looked for in the environment's key of this run, then among the keys of this session,
/// then in the keychain. Callbacks run on the thread of this object.
class KeychainSecretStore final : public SecretStore
{
    Q_OBJECT

public:
    /// `environmentKey`: PONDER_API_KEY of this run; wins for every provider and is never stored.
    explicit KeychainSecretStore(const QString &environmentKey = {}, QObject *parent = nullptr);

    void read(const QString &providerId, QObject *context,
              std::function<void(Result<QString>)> done) override;
    void write(const QString &providerId, const QString &key, QObject *context,
               std::function<void(Result<void>)> done) override;
    void remove(const QString &providerId, QObject *context,
                std::function<void(Result<void>)> done) override;
    void writeForSession(const QString &providerId, const QString &key) override;
    void probe() override;

    [[nodiscard]] Persistence persistence() const override { return m_persistence; }
    [[nodiscard]] QString persistenceReason() const override { return m_reason; }

private:
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void(const KeychainReply &)> done;
    };

    void ask(KeychainWorker::Operation operation, const QString &providerId, const QString &key,
             QObject *context, std::function<void(const KeychainReply &)> done);
    void onFinished(quint64 id, const KeychainReply &reply);
    void learn(const KeychainReply &reply);

    Result<QString> m_environmentKey;
    SessionSecretStore m_session;
    QHash<quint64, Waiting> m_waiting;
    Persistence m_persistence = Persistence::Unknown;
    QString m_reason;
};

} // namespace ponder
