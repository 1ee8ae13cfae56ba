#include "store/Journal.h"

#include "base/Logging.h"
#include "store/ConversationRows.h"
#include "store/JournalPiece.h"
#include "store/WriterId.h"

#include <QSet>

#include <algorithm>
#include <utility>
#include <vector>

namespace ponder {

namespace {

/// What the pieces of one message come to. Those of another writer begin with a whole message, so
/// the last writer's stand by themselves.
class Replay
{
public:
    void feed(const QString &writer, const QByteArray &piece)
    {
        if (m_writer != writer)
            m_broken = false;
        m_writer = writer;
        if (!m_broken && !applyJournalPiece(m_states[writer], piece)) {
            qCWarning(lcStore)
                << "A piece of the journal is damaged; what stands before it is kept";
            m_broken = true;
        }
    }
    [[nodiscard]] const Message &result() const { return *m_states.constFind(m_writer); }
    [[nodiscard]] QStringList writers() const { return m_states.keys(); }

private:
    QHash<QString, Message> m_states;
    QString m_writer;
    bool m_broken = false;
};

struct Journalled
{
    QString conversationId;
    Replay replay;
};

/// Messages in the order in which their journals began.
StorageFailure replayAll(const Database &database, const QString &where, const QVariantList &values,
                         std::vector<std::pair<QString, Journalled>> &found)
{
    QSqlQuery rows = database.query();
    const StorageFailure failure = database.run(
        rows,
        QStringLiteral("SELECT message_id, conversation_id, writer, piece FROM journal %1"
                       " ORDER BY id")
            .arg(where),
        values);
    if (failure)
        return failure;
    QHash<QString, std::size_t> places;
    while (rows.next()) {
        const QString id = rows.value(0).toString();
        if (!places.contains(id)) {
            places.insert(id, found.size());
            found.push_back({id, {rows.value(1).toString(), {}}});
        }
        found[places.value(id)].second.replay.feed(rows.value(2).toString(),
                                                   rows.value(3).toByteArray());
    }
    return rows.lastError().isValid() ? database.failureOf(rows.lastError()) : StorageFailure();
}

} // namespace

StorageFailure Journal::append(const Database &database, const QString &conversationId,
                               const Message &message)
{
    Message now = withoutHalfCharacter(message);
    const auto cursor = m_cursors.constFind(now.id);
    if (cursor == m_cursors.constEnd())
        return begin(database, conversationId, now);
    const QByteArray piece = journalPiece(&cursor->last, now);
    if (piece.isEmpty())
        return {};
    QSqlQuery insert = database.query();
    const StorageFailure failure = database.run(
        insert,
        QStringLiteral("INSERT INTO journal (message_id, conversation_id, writer, position, piece)"
                       " SELECT ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM journal"
                       " WHERE message_id = ? AND writer = ? AND position = ?)"),
        {now.id, conversationId, m_writer, cursor->position + 1, piece, now.id, m_writer,
         cursor->position});
    if (failure)
        return failure;
    if (insert.numRowsAffected() == 0)
        return begin(database, conversationId, now);
    m_nextId = now.id;
    m_next = {now, cursor->position + 1};
    return {};
}

StorageFailure Journal::begin(const Database &database, const QString &conversationId,
                              const Message &message)
{
    StorageFailure failure = ConversationRows(database).ensureConversation(conversationId);
    if (!failure) {
        failure =
            database.run(QStringLiteral("DELETE FROM journal WHERE message_id = ? AND writer = ?"),
                         {message.id, m_writer});
    }
    if (!failure) {
        failure = database.run(
            QStringLiteral("INSERT INTO journal (message_id, conversation_id, writer, position,"
                           " piece) VALUES (?, ?, ?, 0, ?)"),
            {message.id, conversationId, m_writer, journalPiece(nullptr, message)});
    }
    if (!failure) {
        m_nextId = message.id;
        m_next = {message, 0};
    }
    return failure;
}

void Journal::committed()
{
    if (m_nextId.isEmpty())
        return;
    m_cursors.insert(m_nextId, std::exchange(m_next, {}));
    m_nextId.clear();
}

StorageFailure Journal::drop(const Database &database, const QString &messageId)
{
    m_cursors.remove(messageId);
    return database.run(QStringLiteral("DELETE FROM journal WHERE message_id = ?"), {messageId});
}

void Journal::forget()
{
    m_cursors.clear(); // the others begin again with a whole message
}

StorageFailure Journal::overlay(const Database &database, Conversation &conversation)
{
    std::vector<std::pair<QString, Journalled>> found;
    const StorageFailure failure = replayAll(database, QStringLiteral("WHERE conversation_id = ?"),
                                             {conversation.summary.id}, found);
    if (failure)
        return failure;
    for (const auto &[id, journalled] : found) {
        if (journalled.replay.result().id == id)
            conversation.insert(journalled.replay.result());
    }
    return {};
}

StorageFailure Journal::foldOrphans(const Database &database)
{
    StorageFailure unreadable;
    const auto any =
        database.value(QStringLiteral("SELECT EXISTS (SELECT 1 FROM journal)"), unreadable);
    if (!any || !any->toBool())
        return unreadable; // the usual case does not wait for other writers
    return database.transaction([&database]() -> StorageFailure {
        std::vector<std::pair<QString, Journalled>> found;
        StorageFailure failure = replayAll(database, {}, {}, found);
        if (failure)
            return failure;
        const ConversationRows rows(database);
        for (const auto &[id, journalled] : found) {
            const QStringList writers = journalled.replay.writers();
            if (std::any_of(writers.begin(), writers.end(), WriterId::mayBeAlive))
                continue;
            Message message = journalled.replay.result();
            if (message.id != id)
                continue; // not one piece of it is readable: nothing to fold, nothing to throw away
            if (message.state == MessageState::Streaming)
                message.state = MessageState::Interrupted;
            failure = rows.save(journalled.conversationId, message);
            if (!failure) {
                failure =
                    database.run(QStringLiteral("DELETE FROM journal WHERE message_id = ?"), {id});
            }
            if (failure)
                return failure;
        }
        return {};
    });
}

} // namespace ponder
