#include "support/MemorySecretStore.h"

namespace ponder {

void MemorySecretStore::read(const QString &providerId, QObject *context,
                             std::function<void(Result<QString>)> done)
{
    m_reads.append(providerId);
    const Result<QString> result =
        m_refusal ? Result<QString>(*m_refusal) : Result<QString>(m_keys.value(providerId));
    QMetaObject::invokeMethod(
        context, [done = std::move(done), result] { done(result); }, Qt::QueuedConnection);
}

void MemorySecretStore::write(const QString &providerId, const QString &key, QObject *context,
                              std::function<void(Result<void>)> done)
{
    m_keys.insert(providerId, key);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
    Q_EMIT secretChanged(providerId);
}

void MemorySecretStore::remove(const QString &providerId, QObject *context,
                               std::function<void(Result<void>)> done)
{
    m_keys.remove(providerId);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
    Q_EMIT secretChanged(providerId);
}

void MemorySecretStore::writeForSession(const QString &providerId, const QString &key)
{
    m_keys.insert(providerId, key);
    Q_EMIT secretChanged(providerId);
}

void MemorySecretStore::probe()
{
    Q_EMIT persistenceChanged();
}

} // namespace ponder
