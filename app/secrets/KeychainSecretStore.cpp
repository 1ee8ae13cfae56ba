#include "secrets/KeychainSecretStore.h"

#include "base/Logging.h"
#include "secrets/KeyText.h"

#include <utility>

namespace ponder {

namespace {

using Operation = KeychainWorker::Operation;
using Status = KeychainReply::Status;

const QString kService = QStringLiteral("ponder");
/// Asked for to find out whether the keychain works; never written.
const QString kProbeEntry = QStringLiteral("ponder-probe");

/// A server without a profile has its address for an id; no key is ever stored under one, so the
/// keychain is not even asked (it might want to be unlocked).
bool isAddress(const QString &providerId)
{
    return providerId.contains(QLatin1Char('/'));
}

/// One sentence for a keychain that does not do what was asked; empty when it works.
QString sentenceFor(const KeychainReply &reply)
{
    switch (reply.status) {
    case Status::Done:
    case Status::NotFound:
        return {};
    case Status::NoService:
        return reply.detail;
    case Status::Locked:
        return KeychainSecretStore::tr("The system keychain is locked. Unlock it and try again, or "
                                       "use the key for this session only.");
    case Status::Denied:
        return KeychainSecretStore::tr("Access to the system keychain was refused. Allow it and "
                                       "try again, or use the key for this session only.");
    case Status::Failed:
        return KeychainSecretStore::tr("The system keychain did not work: %1. Try again, or use "
                                       "the key for this session only.")
            .arg(reply.detail);
    }
    return {};
}

Error keychainError(const KeychainReply &reply)
{
    return Error{ErrorKind::Keychain, 0, sentenceFor(reply), reply.detail, {}};
}

/// The result of a callback that is called later, like all others.
template <typename Value>
void reply(QObject *context, std::function<void(Result<Value>)> done, Result<Value> outcome)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done), outcome = std::move(outcome)] { done(outcome); },
        Qt::QueuedConnection);
}

} // namespace

KeychainSecretStore::KeychainSecretStore(const QString &environmentKey, QObject *parent)
    : SecretStore(parent), m_environmentKey(QString()), m_session(QString())
{
    if (!environmentKey.trimmed().isEmpty())
        m_environmentKey = checkedKey(environmentKey);
    connect(&KeychainWorker::instance(), &KeychainWorker::finished, this,
            &KeychainSecretStore::onFinished);
}

void KeychainSecretStore::read(const QString &providerId, QObject *context,
                               std::function<void(Result<QString>)> done)
{
    if (!m_environmentKey || !m_environmentKey->isEmpty()) {
        reply(context, std::move(done), m_environmentKey);
        return;
    }
    if (const auto known = m_session.key(providerId)) {
        reply(context, std::move(done), Result<QString>(*known));
        return;
    }
    if (isAddress(providerId)) {
        reply(context, std::move(done), Result<QString>(QString()));
        return;
    }
    ask(Operation::Read, providerId, {}, context,
        [this, providerId, done = std::move(done)](const KeychainReply &r) {
            if (const auto known = m_session.key(providerId)) // given in the meantime
                done(*known);
            else if (r.status == Status::Done && !r.key.trimmed().isEmpty())
                done(checkedKey(r.key));
            else if (r.status == Status::Locked || r.status == Status::Denied ||
                     r.status == Status::Failed)
                done(keychainError(r));
            else
                done(QString()); // no such entry, or no keychain that could have one
        });
}

void KeychainSecretStore::write(const QString &providerId, const QString &key, QObject *context,
                                std::function<void(Result<void>)> done)
{
    const Result<QString> checked = checkedKey(key);
    if (!checked) {
        reply(context, std::move(done), Result<void>(checked.error()));
        return;
    }
    const QString fit = *checked;
    // The outcome matters to the store even when nobody waits for it any more.
    ask(Operation::Write, providerId, fit, this,
        [this, providerId, fit, guard = QPointer(context),
         done = std::move(done)](const KeychainReply &r) {
            const bool stored = r.status == Status::Done;
            if (stored)
                m_session.put(providerId, {});
            else if (r.status == Status::NoService)
                m_session.put(providerId, fit);
            const bool kept = stored || r.status == Status::NoService;
            if (guard)
                done(kept ? Result<void>() : Result<void>(keychainError(r)));
            if (kept)
                Q_EMIT secretChanged(providerId);
        });
}

void KeychainSecretStore::remove(const QString &providerId, QObject *context,
                                 std::function<void(Result<void>)> done)
{
    m_session.put(providerId, {});
    ask(Operation::Remove, providerId, {}, this,
        [this, providerId, guard = QPointer(context),
         done = std::move(done)](const KeychainReply &r) {
            const bool gone = r.status == Status::Done || r.status == Status::NotFound ||
                              r.status == Status::NoService;
            if (guard)
                done(gone ? Result<void>() : Result<void>(keychainError(r)));
            Q_EMIT secretChanged(providerId);
        });
}

void KeychainSecretStore::writeForSession(const QString &providerId, const QString &key)
{
    const Result<QString> checked = checkedKey(key);
    if (!checked) {
        qCWarning(lcSecrets).noquote() << checked.error().message;
        return;
    }
    m_session.put(providerId, *checked);
    Q_EMIT secretChanged(providerId);
}

void KeychainSecretStore::probe()
{
    ask(Operation::Read, kProbeEntry, {}, this, [](const KeychainReply &) {});
}

void KeychainSecretStore::ask(Operation operation, const QString &providerId, const QString &key,
                              QObject *context, std::function<void(const KeychainReply &)> done)
{
    const quint64 id = KeychainWorker::instance().request(operation, kService, providerId, key);
    m_waiting.insert(id, {context, std::move(done)});
}

void KeychainSecretStore::onFinished(quint64 id, const KeychainReply &reply)
{
    if (!m_waiting.contains(id))
        return; // another store's
    const Waiting waiting = m_waiting.take(id);
    learn(reply);
    if (waiting.context)
        waiting.done(reply);
}

void KeychainSecretStore::learn(const KeychainReply &reply)
{
    const QString reason = sentenceFor(reply);
    const Persistence now = reason.isEmpty() ? Persistence::Keychain : Persistence::SessionOnly;
    if (now == m_persistence && reason == m_reason)
        return;
    m_persistence = now;
    m_reason = reason;
    if (!reason.isEmpty())
        qCInfo(lcSecrets).noquote()
            << reason << (reason == reply.detail ? QString() : reply.detail);
    Q_EMIT persistenceChanged();
}

} // namespace ponder
