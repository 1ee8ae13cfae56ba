#include "store/StoreWorker.h"

#include "base/Logging.h"
#include "chat/Pricing.h"
#include "store/ConversationRows.h"
#include "store/SpendingRows.h"
#include "store/WriterId.h"

#include <QThread>

#include <algorithm>
#include <utility>

namespace ponder {

namespace {

/// First wait and longest wait between two tries.
constexpr int kRetryBusyMs = 100;
constexpr int kRetryMs = 1000;
constexpr int kRetryMostMs = 2000;
/// Another process that writes for a moment is no news; one that holds on longer is.
constexpr qint64 kBusyIsNewsMs = 2000;
/// A reader's patience: somebody waits for the answer.
constexpr int kReadPatienceMs = 3000;
constexpr int kPauseMs = 50;
/// At the end of the program, while another one writes.
constexpr int kClosePatienceMs = 2000;

template <typename... Cases>
struct Match : Cases...
{
    using Cases::operator()...;
};
template <typename... Cases>
Match(Cases...) -> Match<Cases...>;

} // namespace

StoreWorker::StoreWorker(QString path) : m_path(std::move(path)), m_journal(WriterId::make())
{
    m_retry.setParent(this); // so that it moves to the thread as well
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { process(true); });
}

StoreWorker::~StoreWorker() = default;

void StoreWorker::enqueue(PendingWrite write)
{
    post(std::move(write));
}

void StoreWorker::enqueueSummaries(SummariesDone done)
{
    post(SummariesRead{std::move(done)});
}

void StoreWorker::enqueueLoad(const QString &id, LoadDone done)
{
    post(LoadRead{id, std::move(done)});
}

void StoreWorker::enqueueSpending(const QDateTime &from, const QDateTime &until, SpendingDone done)
{
    post(SpendingRead{from, until, std::move(done)});
}

void StoreWorker::post(Item item)
{
    const QMutexLocker lock(&m_mutex);
    m_inbox.push_back(std::move(item));
    if (std::exchange(m_posted, true))
        return;
    QMetaObject::invokeMethod(
        this, [this] { process(false); }, Qt::QueuedConnection);
}

bool StoreWorker::flush(int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    QMetaObject::invokeMethod(
        this, [this] { process(true); }, Qt::QueuedConnection);
    QMutexLocker lock(&m_mutex);
    while (!m_inbox.empty() || m_busy || m_unwritten) {
        if (!m_idle.wait(&m_mutex, deadline))
            return false;
    }
    return true;
}

std::vector<StoreWorker::Item> StoreWorker::takeInbox()
{
    const QMutexLocker lock(&m_mutex);
    m_posted = false;
    m_busy = true;
    return std::exchange(m_inbox, {});
}

void StoreWorker::process(bool retryNow)
{
    for (Item &item : takeInbox()) {
        std::visit(Match{[this](PendingWrite &write) { m_pending.add(std::move(write)); },
                         [this](auto &request) {
                             // While writing fails, readers see what is waiting laid over the rest.
                             if (!m_retry.isActive())
                                 drain();
                             read(request);
                         }},
                   item);
    }
    if (retryNow || !m_retry.isActive())
        drain();
    const QMutexLocker lock(&m_mutex);
    m_busy = false;
    m_unwritten = !m_pending.isEmpty();
    m_idle.wakeAll();
}

void StoreWorker::drain()
{
    while (!m_pending.isEmpty()) {
        StorageFailure failure = perform(m_pending.front());
        if (failure.trouble == StorageTrouble::Damaged) // opening anew puts a sound file in place
            failure = perform(m_pending.front());
        if (failure.trouble == StorageTrouble::Refused) {
            qCCritical(lcStore).noquote() << failure.error.message << failure.error.detail;
            Q_EMIT failed(failure.error);
        } else if (failure) {
            onWriteFailed(failure);
            return;
        }
        m_pending.popFront();
    }
    onAllWritten();
}

StorageFailure StoreWorker::perform(const PendingWrite &write)
{
    StorageFailure failure = open(true);
    if (failure)
        return failure;
    failure = m_database->transaction([&] { return performOn(*m_database, write); });
    if (failure) {
        m_journal.rolledBack();
        closeAfter(failure);
    } else {
        m_journal.committed();
    }
    return failure;
}

StorageFailure StoreWorker::performOn(const Database &database, const PendingWrite &write)
{
    const ConversationRows rows(database);
    const QString &id = write.conversationId;
    switch (write.kind) {
    case PendingWrite::Kind::Conversation:
        m_removed.remove(id);
        return rows.save(write.header);
    case PendingWrite::Kind::Message: {
        if (m_removed.contains(id))
            return {};
        const StorageFailure failure = rows.save(id, write.message);
        return failure ? failure : m_journal.drop(database, write.message.id);
    }
    case PendingWrite::Kind::Journal:
        return m_removed.contains(id) ? StorageFailure()
                                      : m_journal.append(database, id, write.message);
    case PendingWrite::Kind::Remove:
        m_removed.insert(id);
        m_journal.forget();
        return rows.remove(id);
    case PendingWrite::Kind::Spending:
        return SpendingRows(database).add(write.spending);
    }
    return {};
}

void StoreWorker::onWriteFailed(const StorageFailure &failure)
{
    const bool busy = failure.trouble == StorageTrouble::Busy;
    m_blocked = busy;
    if (!m_failingSince.isValid())
        m_failingSince.start();
    m_retryDelayMs = std::min(m_retryDelayMs * 2, kRetryMostMs);
    if (m_retryDelayMs == 0)
        m_retryDelayMs = busy ? kRetryBusyMs : kRetryMs;
    m_retry.start(m_retryDelayMs);
    if (busy && m_failingSince.elapsed() < kBusyIsNewsMs)
        return;
    if (m_reported == failure.error.message)
        return;
    m_reported = failure.error.message;
    qCWarning(lcStore).noquote() << failure.error.message << failure.error.detail;
    Error error = failure.error;
    error.retryAfterMs = m_retryDelayMs;
    Q_EMIT failed(error);
}

void StoreWorker::onAllWritten()
{
    m_retry.stop();
    m_retryDelayMs = 0;
    m_blocked = false;
    m_failingSince.invalidate();
    if (!std::exchange(m_reported, {}).isEmpty())
        Q_EMIT recovered();
}

void StoreWorker::read(const SummariesRead &read)
{
    std::vector<ConversationSummary> found;
    const StorageFailure failure = patiently(
        [&found](const Database &database) { return ConversationRows(database).summaries(found); });
    m_pending.overlay(found);
    m_listed = true;
    if (!m_keptAside.isEmpty())
        read.done(keptAsideError(m_path, std::exchange(m_keptAside, {})));
    else if (failure)
        read.done(failure.error);
    else
        read.done(std::move(found));
}

void StoreWorker::read(const LoadRead &read)
{
    std::optional<Conversation> found;
    const StorageFailure failure = patiently([&](const Database &database) {
        return database.snapshot([&]() -> StorageFailure {
            const StorageFailure unreadable = ConversationRows(database).load(read.id, found);
            return unreadable || !found ? unreadable : Journal::overlay(database, *found);
        });
    });
    m_pending.overlay(read.id, found);
    if (found) {
        settle(*found);
        read.done(std::move(*found));
    } else {
        read.done(failure ? failure.error : noSuchConversationError(read.id));
    }
}

void StoreWorker::read(const SpendingRead &read)
{
    std::vector<Cost> costs;
    const StorageFailure failure = patiently([&](const Database &database) {
        return SpendingRows(database).between(read.from, read.until, costs);
    });
    m_pending.overlay(read.from, read.until, costs);
    if (failure)
        read.done(failure.error);
    else
        read.done(totalsOf(costs));
}

StorageFailure StoreWorker::patiently(const std::function<StorageFailure(const Database &)> &work)
{
    const QDeadlineTimer deadline(kReadPatienceMs);
    bool again = true; // once more after damage was found: then it is a new file
    while (true) {
        StorageFailure failure = open(false);
        if (!failure)
            failure = work(*m_database);
        if (failure.trouble == StorageTrouble::Busy && !deadline.hasExpired()) {
            QThread::msleep(kPauseMs);
        } else if (failure.trouble == StorageTrouble::Damaged && m_database && again) {
            again = false;
            closeAfter(failure);
        } else {
            return failure;
        }
    }
}

/// In memory only: whether the answer is really over, only the process that receives it can know.
void StoreWorker::settle(Conversation &conversation)
{
    const QStringList ids = conversation.allIds();
    for (const QString &id : ids) {
        Message *message = conversation.message(id);
        if (message->state == MessageState::Streaming)
            message->state = MessageState::Interrupted;
    }
    // The program may have ended between an answer and the note that it is the one shown.
    const QString from =
        conversation.contains(conversation.leafId) ? conversation.leafId : QString();
    conversation.leafId = conversation.newestLeafBelow(from);
}

StorageFailure StoreWorker::open(bool forWriting)
{
    if (m_database && forWriting && m_database->isReadOnly())
        m_database.reset();
    if (m_database)
        return {};
    Database::Opened opened = Database::open(m_path, m_suspicious);
    if (!opened.keptAside.isEmpty()) {
        if (m_listed)
            Q_EMIT failed(keptAsideError(m_path, opened.keptAside));
        else
            m_keptAside = opened.keptAside;
    }
    if (opened.failure)
        return opened.failure;
    m_suspicious = false;
    m_database = std::move(opened.database);
    if (m_database->isReadOnly())
        return forWriting ? storageFailure(StorageTrouble::ReadOnly, m_path) : StorageFailure();
    const StorageFailure unfolded = Journal::foldOrphans(*m_database);
    if (unfolded) // it reads the same; the next start tries again
        qCInfo(lcStore).noquote() << "The journal stays as it is:" << unfolded.error.detail;
    return {};
}

void StoreWorker::closeAfter(const StorageFailure &failure)
{
    // A connection remembers that it was read-only or out of space; a new one looks again.
    if (failure.trouble == StorageTrouble::Busy || failure.trouble == StorageTrouble::Refused)
        return;
    m_suspicious = failure.trouble == StorageTrouble::Damaged;
    m_database.reset();
}

void StoreWorker::close()
{
    const QDeadlineTimer deadline(kClosePatienceMs);
    process(true);
    while (m_blocked && !deadline.hasExpired()) {
        QThread::msleep(kPauseMs);
        process(true);
    }
    m_retry.stop();
    m_database.reset();
}

} // namespace ponder
