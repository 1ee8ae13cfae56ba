#pragma once

#include "chat/ChatSession.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace ponder {

/// All open conversations by id. Leaving a conversation does not stop it: a busy session stays
/// until its answer ends, idle ones beyond a few are dropped and loaded again when needed.
class ChatSessions : public QObject
{
    Q_OBJECT

public:
    ChatSessions(ChatBackend &backend, ConversationStore &store, const Clock &clock,
                 QObject *parent = nullptr);

    /// A new, empty conversation; stored with its first message.
    ChatSession *create();
    /// Null when it is not open yet.
    [[nodiscard]] ChatSession *find(const QString &id) const;
    void open(const QString &id, QObject *context, std::function<void(Result<ChatSession *>)> done);
    /// Stops and forgets the session (the conversation is being deleted).
    void close(const QString &id);
    [[nodiscard]] QStringList busyIds() const;
    /// Stops every answer and keeps what arrived; for the end of the program.
    void stopAll();

Q_SIGNALS:
    void busyChanged(const QString &id, bool busy);
    void summaryChanged(const ponder::ConversationSummary &summary);
    void answerFinished(const QString &id, const QString &messageId);

private:
    ChatSession *adopt(Conversation conversation);
    void dropIdle(const QString &keepId);

    ChatBackend &m_backend;
    ConversationStore &m_store;
    const Clock &m_clock;
    QHash<QString, ChatSession *> m_sessions;
    QStringList m_recent; ///< most recently used last
};

} // namespace ponder
