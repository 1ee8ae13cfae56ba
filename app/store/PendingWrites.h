#pragma once

#include "chat/Conversation.h"
#include "chat/Spending.h"
#include "store/ConversationHeader.h"

#include <QString>

#include <deque>
#include <optional>
#include <vector>

namespace ponder {

/// One thing that is to be kept.
struct PendingWrite
{
    enum class Kind { Conversation, Message, Journal, Remove, Spending };

    Kind kind = Kind::Conversation;
    QString conversationId;
    ConversationHeader header;      ///< of Kind::Conversation
    Message message;                ///< of Kind::Message and Kind::Journal
    ponder::Spending spending = {}; ///< of Kind::Spending, which belongs to no conversation
};

/// What is not on disk yet, in order. A newer state of the same thing takes the place of the older
/// one, so that a disk that is full for an hour costs no more memory than the conversations have.
class PendingWrites
{
public:
    void add(PendingWrite write);

    [[nodiscard]] bool isEmpty() const { return m_writes.empty(); }
    [[nodiscard]] std::size_t size() const { return m_writes.size(); }
    [[nodiscard]] const PendingWrite &front() const { return m_writes.front(); }
    void popFront() { m_writes.pop_front(); }

    /// Brings what was read from disk (nothing: no such conversation) to the state it will have
    /// once everything is written.
    void overlay(const QString &conversationId, std::optional<Conversation> &conversation) const;
    /// The same for the list of all, the most recently changed first.
    void overlay(std::vector<ConversationSummary> &summaries) const;
    /// The same for what was spent from one moment on and before another.
    void overlay(const QDateTime &from, const QDateTime &until, std::vector<Cost> &costs) const;

private:
    std::deque<PendingWrite> m_writes;
};

} // namespace ponder
