#pragma once

#include "chat/Message.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace ponder {

/// What the sidebar shows of a conversation, without its messages.
struct ConversationSummary
{
    QString id;
    QString title; ///< empty until the first message gives it one
    QDateTime createdAt;
    QDateTime updatedAt;
    bool pinned = false;

    bool operator==(const ConversationSummary &) const = default;
};

/// A tree of messages and which branch is shown. Editing a prompt or regenerating an answer adds a
/// sibling; nothing is overwritten. The truth of the program: models and stores follow it.
class Conversation
{
public:
    ConversationSummary summary;
    QString providerId; ///< chosen at the composer; empty: the default of the settings
    QString model;
    QString systemPrompt;
    QString draft;  ///< what stands unsent in the composer
    QString leafId; ///< the last message of the branch that is shown

    [[nodiscard]] bool isEmpty() const { return m_messages.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_messages.size(); }
    [[nodiscard]] bool contains(const QString &id) const { return m_messages.contains(id); }
    /// Null when there is no such message. The pointer is valid until a message is added.
    [[nodiscard]] const Message *message(const QString &id) const;
    [[nodiscard]] Message *message(const QString &id);

    /// Children of a message, oldest first; those of "" are the first messages.
    [[nodiscard]] QStringList children(const QString &parentId) const;
    /// The message and its alternatives, oldest first.
    [[nodiscard]] QStringList siblings(const QString &id) const;
    /// From the first message to `leafId`.
    [[nodiscard]] QStringList activePath() const;
    /// The same, ending at a given message.
    [[nodiscard]] QStringList pathTo(const QString &id) const;
    /// Follows the newest child from `id` down to a leaf.
    [[nodiscard]] QString newestLeafBelow(const QString &id) const;
    /// All messages, parents before their children, oldest first.
    [[nodiscard]] QStringList allIds() const;

    void insert(Message message);

private:
    QHash<QString, Message> m_messages;
    QHash<QString, QStringList> m_children; ///< in the order they were made
};

} // namespace ponder
