#pragma once

#include "base/Clock.h"
#include "chat/Conversation.h"

#include <optional>

namespace ponder {

/// The only writer of a Conversation. Keeps the rules of the tree and of a streaming answer in one
/// place, free of network, storage and screen, so that they can be tested step by step.
class ConversationReducer
{
public:
    ConversationReducer(Conversation &conversation, const Clock &clock);

    /// Adds a prompt after `parentId` ("" for the first message) and shows it. Returns its id.
    QString addUserMessage(const QString &parentId, const QString &text);
    /// Adds an answer that streams, after `parentId`, and shows it. Returns its id.
    QString beginAnswer(const QString &parentId, AnswerOrigin origin);
    /// Goes on with an answer that was cut short: new pieces are added to it.
    void resumeAnswer(const QString &id);

    void apply(const QString &id, const Delta &delta);
    /// Ends the answer: `cancelled` by the user, else by `error` or by the server's own account.
    void finish(const QString &id, const std::optional<Error> &error, bool cancelled);

    /// Shows another branch: the sibling `step` places from `id` (−1, +1). Returns its id, "" if none.
    QString showSibling(const QString &id, int step);
    void showBranchOf(const QString &id);
    void setThinkingOpen(const QString &id, bool open);
    void rename(const QString &title);
    void setPinned(bool pinned);

    /// The first words of the first prompt, as a title; at most 60 characters, one line.
    static QString titleFrom(const QString &prompt);

private:
    Segment &tail(Message &message, Segment::Kind kind);
    void touch();

    Conversation &m_conversation;
    const Clock &m_clock;
    qint64 m_startedMs = 0;        ///< monotonic, when the current answer was asked for
    qint64 m_reasoningSinceMs = -1;///< monotonic, while the tail is reasoning
    qint64 m_reasoningBeforeMs = 0;///< what the open reasoning segment had before this run
};

} // namespace ponder
