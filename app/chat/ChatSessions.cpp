#include "chat/ChatSessions.h"

#include "base/Id.h"

#include <QPointer>

#include <utility>

namespace ponder {

namespace {

/// Enough to flick between a few conversations without reading them from disk again.
constexpr int kIdleSessions = 6;

} // namespace

ChatSessions::ChatSessions(ChatBackend &backend, ConversationStore &store, const Clock &clock,
                           QObject *parent)
    : QObject(parent), m_backend(backend), m_store(store), m_clock(clock)
{}

ChatSession *ChatSessions::create()
{
    Conversation conversation;
    conversation.summary.id = newId();
    conversation.summary.createdAt = m_clock.now();
    conversation.summary.updatedAt = conversation.summary.createdAt;
    return adopt(std::move(conversation));
}

ChatSession *ChatSessions::find(const QString &id) const
{
    return m_sessions.value(id);
}

void ChatSessions::open(const QString &id, QObject *context,
                        std::function<void(Result<ChatSession *>)> done)
{
    if (ChatSession *session = find(id)) {
        m_recent.removeAll(id);
        m_recent.append(id);
        QMetaObject::invokeMethod(
            context,
            [done = std::move(done), session = QPointer(session)] {
                if (session)
                    done(session.data());
            },
            Qt::QueuedConnection);
        return;
    }
    const QPointer<QObject> guard(context);
    m_store.load(id, this, [this, id, guard, done = std::move(done)](Result<Conversation> loaded) {
        if (!guard)
            return;
        if (!loaded) {
            done(loaded.error());
            return;
        }
        ChatSession *session = find(id); // opened twice while it was being read
        done(session ? session : adopt(std::move(loaded).value()));
    });
}

void ChatSessions::close(const QString &id)
{
    m_recent.removeAll(id);
    if (ChatSession *session = m_sessions.take(id)) {
        session->interrupt();
        session->disconnect(this);
        session->deleteLater();
    }
}

QStringList ChatSessions::busyIds() const
{
    QStringList ids;
    for (auto it = m_sessions.cbegin(); it != m_sessions.cend(); ++it) {
        if (it.value()->isBusy())
            ids.append(it.key());
    }
    return ids;
}

void ChatSessions::stopAll()
{
    for (ChatSession *session : std::as_const(m_sessions))
        session->interrupt();
}

ChatSession *ChatSessions::adopt(Conversation conversation)
{
    const QString id = conversation.summary.id;
    auto *session = new ChatSession(std::move(conversation), m_backend, &m_store, m_clock, this);
    m_sessions.insert(id, session);
    m_recent.append(id);
    connect(session, &ChatSession::summaryChanged, this, [this, session] {
        if (!session->conversation().isEmpty())
            Q_EMIT summaryChanged(session->conversation().summary);
    });
    connect(session, &ChatSession::statusChanged, this,
            [this, session, id] { Q_EMIT busyChanged(id, session->isBusy()); });
    connect(session, &ChatSession::answerFinished, this, [this, id](const QString &messageId) {
        Q_EMIT busyChanged(id, false);
        Q_EMIT answerFinished(id, messageId);
    });
    dropIdle(id);
    return session;
}

void ChatSessions::dropIdle(const QString &keepId)
{
    for (qsizetype i = 0; i < m_recent.size() && m_recent.size() > kIdleSessions;) {
        ChatSession *session = m_sessions.value(m_recent.at(i));
        if (m_recent.at(i) == keepId || (session && session->isBusy())) {
            ++i;
            continue;
        }
        m_sessions.remove(m_recent.takeAt(i));
        if (session)
            session->deleteLater();
    }
}

} // namespace ponder
