#include "secrets/SessionSecretStore.h"

#include "base/Logging.h"
#include "secrets/KeyText.h"

#include <utility>

namespace ponder {

SessionSecretStore::SessionSecretStore(QString reason, QObject *parent)
    : SecretStore(parent), m_reason(std::move(reason))
{}

void SessionSecretStore::read(const QString &providerId, QObject *context,
                              std::function<void(Result<QString>)> done)
{
    const QString found = key(providerId).value_or(QString());
    QMetaObject::invokeMethod(
        context, [done = std::move(done), found] { done(found); }, Qt::QueuedConnection);
}

void SessionSecretStore::write(const QString &providerId, const QString &key, QObject *context,
                               std::function<void(Result<void>)> done)
{
    const Result<QString> checked = checkedKey(key);
    Result<void> outcome;
    if (checked)
        put(providerId, *checked);
    else
        outcome = checked.error();
    QMetaObject::invokeMethod(
        context, [done = std::move(done), outcome] { done(outcome); }, Qt::QueuedConnection);
    if (checked)
        Q_EMIT secretChanged(providerId);
}

void SessionSecretStore::remove(const QString &providerId, QObject *context,
                                std::function<void(Result<void>)> done)
{
    put(providerId, {});
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
    Q_EMIT secretChanged(providerId);
}

void SessionSecretStore::writeForSession(const QString &providerId, const QString &key)
{
    const Result<QString> checked = checkedKey(key);
    if (!checked) {
        qCWarning(lcSecrets).noquote() << checked.error().message;
        return;
    }
    put(providerId, *checked);
    Q_EMIT secretChanged(providerId);
}

void SessionSecretStore::probe()
{
    QMetaObject::invokeMethod(this, &SecretStore::persistenceChanged, Qt::QueuedConnection);
}

std::optional<QString> SessionSecretStore::key(const QString &providerId) const
{
    const auto found = m_keys.constFind(providerId);
    return found == m_keys.constEnd() ? std::nullopt : std::optional(*found);
}

void SessionSecretStore::put(const QString &providerId, const QString &key)
{
    if (key.isEmpty())
        m_keys.remove(providerId);
    else
        m_keys.insert(providerId, key);
}

} // namespace ponder
