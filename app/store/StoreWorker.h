#pragma once

#include "base/Result.h"
#include "chat/Conversation.h"
#include "store/Database.h"
#include "store/Journal.h"
#include "store/PendingWrites.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QMutex>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <QWaitCondition>

#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace ponder {

/// The store's own thread: takes writes and reads in order, keeps what cannot be written and tries
/// again, and opens the database when it is first needed. Everything but enqueue() and flush()
/// runs on that thread.
class StoreWorker : public QObject
{
    Q_OBJECT

public:
    using SummariesDone = std::function<void(Result<std::vector<ConversationSummary>>)>;
    using LoadDone = std::function<void(Result<Conversation>)>;
    using SpendingDone = std::function<void(Result<std::vector<Cost>>)>;

    explicit StoreWorker(QString path);
    ~StoreWorker() override;

    // From any thread. The callbacks run on the worker's.
    void enqueue(PendingWrite write);
    void enqueueSummaries(SummariesDone done);
    void enqueueLoad(const QString &id, LoadDone done);
    void enqueueSpending(const QDateTime &from, const QDateTime &until, SpendingDone done);
    /// Waits until nothing is left to do; tries at once what had failed.
    bool flush(int timeoutMs);

    /// Last try, with some patience for other processes; then closes the database. On the worker's
    /// thread.
    void close();

Q_SIGNALS:
    void failed(const ponder::Error &error);
    void recovered();

private:
    struct SummariesRead
    {
        SummariesDone done;
    };
    struct LoadRead
    {
        QString id;
        LoadDone done;
    };
    struct SpendingRead
    {
        QDateTime from;
        QDateTime until;
        SpendingDone done;
    };
    using Item = std::variant<PendingWrite, SummariesRead, LoadRead, SpendingRead>;

    void post(Item item);
    void process(bool retryNow);
    std::vector<Item> takeInbox();

    void drain();
    StorageFailure perform(const PendingWrite &write);
    StorageFailure performOn(const Database &database, const PendingWrite &write);
    void onWriteFailed(const StorageFailure &failure);
    void onAllWritten();

    void read(const SummariesRead &read);
    void read(const LoadRead &read);
    void read(const SpendingRead &read);
    StorageFailure patiently(const std::function<StorageFailure(const Database &)> &work);
    static void settle(Conversation &conversation);

    StorageFailure open(bool forWriting);
    void closeAfter(const StorageFailure &failure);

    const QString m_path;
    std::unique_ptr<Database> m_database;
    Journal m_journal;
    PendingWrites m_pending;
    QSet<QString> m_removed;   ///< late messages of these do not bring them back
    bool m_suspicious = false; ///< the next opening reads every page
    QString m_keptAside;       ///< a damaged file, until the first list of chats tells of it
    bool m_listed = false;

    QTimer m_retry;
    int m_retryDelayMs = 0;
    bool m_blocked = false; ///< the last try failed because another process writes
    QElapsedTimer m_failingSince;
    QString m_reported; ///< the sentence the listeners know of

    QMutex m_mutex; ///< guards what follows
    QWaitCondition m_idle;
    std::vector<Item> m_inbox;
    bool m_posted = false;
    bool m_busy = false;
    bool m_unwritten = false;
};

} // namespace ponder
