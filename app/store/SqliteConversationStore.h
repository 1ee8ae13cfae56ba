#pragma once

#include "chat/ConversationStore.h"

#include <QString>

class QThread;

namespace ponder {

class StoreWorker;

/// Conversations in one SQLite file. Nothing here waits for the disk but flush() and the
/// destructor: the work is done in order on a thread of its own.
///
/// What cannot be written (locked, full, read-only, newer or missing file) stays in memory, in
/// order, and is tried again every one to two seconds; `failed` says what to do about it, and
/// `recovered` that it is over. Meanwhile load() still gives every conversation of this run.
/// A damaged file is kept aside and a new one begun; the next loadSummaries() says so once, as an
/// error; the call after it succeeds.
///
/// An answer that no process of ours finished is given as Interrupted by load(). The file is only
/// changed to say so once the process that received it has certainly ended, so that a second
/// process (the command line next to the window) cannot end the first one's answer.
class SqliteConversationStore final : public ConversationStore
{
    Q_OBJECT

public:
    /// `path`: the database file; it and its folder are made when they are first needed.
    explicit SqliteConversationStore(const QString &path, QObject *parent = nullptr);
    /// Tries once more to write what is left, and closes the file.
    ~SqliteConversationStore() override;

    // Callbacks run on the thread of this object.
    void loadSummaries(QObject *context,
                       std::function<void(Result<std::vector<ConversationSummary>>)> done) override;
    void load(const QString &id, QObject *context,
              std::function<void(Result<Conversation>)> done) override;
    void saveConversation(const Conversation &conversation) override;
    void saveMessage(const QString &conversationId, const Message &message) override;
    void journal(const QString &conversationId, const Message &message) override;
    void remove(const QString &conversationId) override;
    void recordSpending(const Spending &spending) override;
    void loadSpending(const QDateTime &from, const QDateTime &until, QObject *context,
                      std::function<void(Result<std::vector<Cost>>)> done) override;
    bool flush(int timeoutMs) override;

private:
    template <typename Value>
    std::function<void(Result<Value>)> onThisThread(QObject *context,
                                                    std::function<void(Result<Value>)> done);

    QThread *m_thread;
    StoreWorker *m_worker;
};

} // namespace ponder
