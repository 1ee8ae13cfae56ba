#pragma once

#include "base/Clock.h"
#include "chat/Conversation.h"
#include "chat/ProviderProfile.h"

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

    /// Shows another branch: the sibling `step` places from `id` (−1, +1). Returns its id, "" if
    /// none.
    QString showSibling(const QString &id, int step);
    void showBranchOf(const QString &id);
    void setThinkingOpen(const QString &id, bool open);
    /// Sets what the answer that has ended cost, once and for good: later prices do not change it.
    /// `price`: where the server did not say itself; `currency`: in which it says it, empty for
    /// what stands in the reply. Returns what the last run alone cost, nothing where unknown.
    std::optional<Cost> settleCost(const QString &id, const std::optional<ModelPrice> &price,
                                   const QString &currency);
    void rename(const QString &title);
    void setPinned(bool pinned);

    /// The first words of the first prompt, as a title; at most 60 characters, one line.
    static QString titleFrom(const QString &prompt);

private:
    /// What is known of the answer that is being received; one run may resume an earlier one.
    struct Run
    {
        qint64 startedMs = 0;         ///< monotonic, when it was asked for
        qint64 timeBeforeMs = 0;      ///< what earlier runs took
        qint64 reasoningSinceMs = -1; ///< monotonic, while the model reasons
        std::size_t firstSegment = 0; ///< segments before this one belong to earlier runs
        qsizetype textOffset = 0;     ///< where this run's text begins in the segment before
        std::optional<Cost> costBefore = std::nullopt; ///< of earlier runs
        bool counted = false;                          ///< its usage was reported
    };

    Segment &tail(Message &message, Segment::Kind kind);
    void noteFirstPiece(Message &message) const;
    void addReasoning(Message &message, const QString &text);
    void closeReasoning(Message &message);
    void moveTextToReasoning(Message &message);
    void touch();

    Conversation &m_conversation;
    const Clock &m_clock;
    Run m_run;
};

} // namespace ponder
