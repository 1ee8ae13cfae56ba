#pragma once

#include "chat/Conversation.h"

namespace ponder {

/// Everything of a conversation but its messages. The store queues this and not the conversation: a
/// second owner of the messages would make the next change to them copy all of them.
struct ConversationHeader
{
    ConversationSummary summary;
    QString providerId;
    QString model;
    QString systemPrompt;
    QString draft;
    QString leafId;

    static ConversationHeader of(const Conversation &conversation)
    {
        return {conversation.summary,      conversation.providerId, conversation.model,
                conversation.systemPrompt, conversation.draft,      conversation.leafId};
    }

    void copyTo(Conversation &conversation) const
    {
        conversation.summary = summary;
        conversation.providerId = providerId;
        conversation.model = model;
        conversation.systemPrompt = systemPrompt;
        conversation.draft = draft;
        conversation.leafId = leafId;
    }
};

} // namespace ponder
