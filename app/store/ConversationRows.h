#pragma once

#include "chat/Conversation.h"
#include "store/ConversationHeader.h"
#include "store/Database.h"

#include <optional>
#include <vector>

namespace ponder {

/// Conversations, messages and segments as rows: the SQL of reading and writing them. Knows nothing
/// of the journal. Not a transaction by itself.
class ConversationRows
{
public:
    explicit ConversationRows(const Database &database) : m_database(database) {}

    /// The most recently changed first.
    StorageFailure summaries(std::vector<ConversationSummary> &found) const;
    /// Nothing when there is no such conversation.
    StorageFailure load(const QString &id, std::optional<Conversation> &found) const;
    StorageFailure message(const QString &id, std::optional<Message> &found) const;

    StorageFailure save(const ConversationHeader &header) const;
    /// Inserts or replaces the message with all its segments. A conversation that is not there yet
    /// gets an empty row: its text is worth more than the order of calls.
    StorageFailure save(const QString &conversationId, const Message &message) const;
    StorageFailure ensureConversation(const QString &id) const;
    StorageFailure remove(const QString &id) const;

private:
    const Database &m_database;
};

} // namespace ponder
