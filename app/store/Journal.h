#pragma once

#include "chat/Conversation.h"
#include "store/Database.h"

#include <QHash>
#include <QString>

#include <utility>

namespace ponder {

/// The journal of answers that are still streaming: small pieces, appended. What it holds is newer
/// than the message's own row, until the message is saved whole and its journal dropped.
///
/// Several processes may write to one database. Each continues only its own pieces; when they are
/// gone (somebody else saved the message) the next piece holds the whole message again. So nobody
/// has to know who else is there, and the last one to write wins.
class Journal
{
public:
    explicit Journal(QString writer) : m_writer(std::move(writer)) {}

    /// Inside a transaction; call committed() or rolledBack() after it.
    StorageFailure append(const Database &database, const QString &conversationId,
                          const Message &message);
    void committed();
    void rolledBack() { m_nextId.clear(); }
    StorageFailure drop(const Database &database, const QString &messageId);
    /// The conversation is gone, and its journal with it.
    void forget();

    /// Puts what is journalled into the conversation.
    static StorageFailure overlay(const Database &database, Conversation &conversation);
    /// Saves for good, as interrupted, what processes journalled that have ended.
    static StorageFailure foldOrphans(const Database &database);

private:
    struct Cursor
    {
        Message last;
        qint64 position = 0;
    };

    StorageFailure begin(const Database &database, const QString &conversationId,
                         const Message &message);

    QString m_writer;
    QHash<QString, Cursor> m_cursors;
    QString m_nextId; ///< whose cursor moves to m_next once the transaction has succeeded
    Cursor m_next;
};

} // namespace ponder
