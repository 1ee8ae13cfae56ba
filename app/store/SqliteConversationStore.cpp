#include "store/SqliteConversationStore.h"

#include "store/StoreWorker.h"

#include <QPointer>
#include <QThread>

#include <utility>

namespace ponder {

SqliteConversationStore::SqliteConversationStore(const QString &path, QObject *parent)
    : ConversationStore(parent), m_thread(new QThread(this)), m_worker(new StoreWorker(path))
{
    m_thread->setObjectName(QStringLiteral("store"));
    m_worker->moveToThread(m_thread);
    connect(m_worker, &StoreWorker::failed, this, &ConversationStore::failed);
    connect(m_worker, &StoreWorker::recovered, this, &ConversationStore::recovered);
    m_thread->start();
}

SqliteConversationStore::~SqliteConversationStore()
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker] {
            worker->close();
            delete worker; // on its own thread, where its timer lives
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    m_thread->wait();
}

template <typename Value>
std::function<void(Result<Value>)>
SqliteConversationStore::onThisThread(QObject *context, std::function<void(Result<Value>)> done)
{
    return [this, guard = QPointer(context), done = std::move(done)](Result<Value> result) {
        QMetaObject::invokeMethod(
            this,
            [guard, done, result = std::move(result)]() mutable {
                if (guard)
                    done(std::move(result));
            },
            Qt::QueuedConnection);
    };
}

void SqliteConversationStore::loadSummaries(
    QObject *context, std::function<void(Result<std::vector<ConversationSummary>>)> done)
{
    m_worker->enqueueSummaries(onThisThread(context, std::move(done)));
}

void SqliteConversationStore::load(const QString &id, QObject *context,
                                   std::function<void(Result<Conversation>)> done)
{
    m_worker->enqueueLoad(id, onThisThread(context, std::move(done)));
}

void SqliteConversationStore::saveConversation(const Conversation &conversation)
{
    m_worker->enqueue({PendingWrite::Kind::Conversation,
                       conversation.summary.id,
                       ConversationHeader::of(conversation),
                       {}});
}

void SqliteConversationStore::saveMessage(const QString &conversationId, const Message &message)
{
    m_worker->enqueue({PendingWrite::Kind::Message, conversationId, {}, message});
}

void SqliteConversationStore::journal(const QString &conversationId, const Message &message)
{
    m_worker->enqueue({PendingWrite::Kind::Journal, conversationId, {}, message});
}

void SqliteConversationStore::remove(const QString &conversationId)
{
    m_worker->enqueue({PendingWrite::Kind::Remove, conversationId, {}, {}});
}

void SqliteConversationStore::recordSpending(const Spending &spending)
{
    m_worker->enqueue({PendingWrite::Kind::Spending, {}, {}, {}, spending});
}

void SqliteConversationStore::loadSpending(const QDateTime &from, const QDateTime &until,
                                           QObject *context,
                                           std::function<void(Result<std::vector<Cost>>)> done)
{
    m_worker->enqueueSpending(from, until, onThisThread(context, std::move(done)));
}

bool SqliteConversationStore::flush(int timeoutMs)
{
    return m_worker->flush(timeoutMs);
}

} // namespace ponder
