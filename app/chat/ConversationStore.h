#pragma once

#include "base/Result.h"
#include "chat/Conversation.h"
#include "chat/Spending.h"

#include <QObject>

#include <functional>
#include <vector>

namespace ponder {

/// Port: keeps conversations. Calls return at once; the work happens in order on another thread, so
/// a slow or locked disk never stops the window. Callbacks run on the calling thread, later, and
/// not at all once `context` is destroyed.
class ConversationStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void
    loadSummaries(QObject *context,
                  std::function<void(Result<std::vector<ConversationSummary>>)> done) = 0;
    virtual void load(const QString &id, QObject *context,
                      std::function<void(Result<Conversation>)> done) = 0;

    /// Title, pin, draft, provider, model, system prompt, shown branch: everything but the
    /// messages.
    virtual void saveConversation(const Conversation &conversation) = 0;
    /// Inserts or replaces one message whole, and drops its journal.
    virtual void saveMessage(const QString &conversationId, const Message &message) = 0;
    /// Keeps the current state of an answer that is still streaming; cheap enough to call 4 times a
    /// second.
    virtual void journal(const QString &conversationId, const Message &message) = 0;
    virtual void remove(const QString &conversationId) = 0;

    /// Notes what an answer cost; it stays when the chat is deleted.
    virtual void recordSpending(const Spending &spending) = 0;
    /// What was spent from one moment on and before another, one sum for each currency.
    virtual void loadSpending(const QDateTime &from, const QDateTime &until, QObject *context,
                              std::function<void(Result<std::vector<Cost>>)> done) = 0;

    /// Waits until all work so far is on disk; false when `timeoutMs` ran out first.
    virtual bool flush(int timeoutMs) = 0;

Q_SIGNALS:
    /// Something could not be kept. With a retryAfterMs the store keeps it in memory, tries again
    /// by itself and says with `recovered` when it is over.
    void failed(const ponder::Error &error);
    void recovered();
};

} // namespace ponder
