#include "store/PendingWrites.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ponder {

namespace {

using Kind = PendingWrite::Kind;

bool isOfMessage(const PendingWrite &write)
{
    return write.kind == Kind::Message || write.kind == Kind::Journal;
}

/// Whether `newer` says all that `older` does. A journal stands for a while and a message for good,
/// so it takes the place of journals only.
bool replaces(const PendingWrite &newer, const PendingWrite &older)
{
    if (newer.conversationId != older.conversationId || newer.kind == Kind::Spending)
        return false;
    if (newer.kind == Kind::Remove)
        return true;
    if (newer.kind == Kind::Message && isOfMessage(older))
        return newer.message.id == older.message.id;
    return newer.kind == older.kind && newer.message.id == older.message.id;
}

} // namespace

void PendingWrites::add(PendingWrite write)
{
    const auto isReplaced = [&write](const PendingWrite &older) { return replaces(write, older); };
    const auto first = std::find_if(m_writes.begin(), m_writes.end(), isReplaced);
    if (first == m_writes.end()) {
        m_writes.push_back(std::move(write));
        return;
    }
    // In the first one's place: a message must not come after the conversation that shows it.
    m_writes.erase(std::remove_if(first + 1, m_writes.end(), isReplaced), m_writes.end());
    *first = std::move(write);
}

void PendingWrites::overlay(const QString &conversationId,
                            std::optional<Conversation> &conversation) const
{
    for (const PendingWrite &write : m_writes) {
        if (write.conversationId != conversationId || write.kind == Kind::Spending)
            continue;
        if (write.kind == Kind::Remove) {
            conversation.reset();
            continue;
        }
        if (!conversation) {
            conversation.emplace();
            conversation->summary.id = conversationId;
        }
        if (write.kind == Kind::Conversation)
            write.header.copyTo(*conversation);
        else
            conversation->insert(write.message);
    }
}

void PendingWrites::overlay(std::vector<ConversationSummary> &summaries) const
{
    bool changed = false;
    for (const PendingWrite &write : m_writes) {
        if (isOfMessage(write) || write.kind == Kind::Spending)
            continue;
        std::erase_if(summaries, [&write](const ConversationSummary &summary) {
            return summary.id == write.conversationId;
        });
        if (write.kind == Kind::Conversation)
            summaries.push_back(write.header.summary);
        changed = true;
    }
    if (changed) {
        std::sort(summaries.begin(), summaries.end(), [](const auto &one, const auto &other) {
            return std::tie(one.updatedAt, one.id) > std::tie(other.updatedAt, other.id);
        });
    }
}

void PendingWrites::overlay(const QDateTime &from, const QDateTime &until,
                            std::vector<Cost> &costs) const
{
    for (const PendingWrite &write : m_writes) {
        if (write.kind == Kind::Spending && write.spending.at >= from && write.spending.at < until)
            costs.push_back(write.spending.cost);
    }
}

} // namespace ponder
