#include "ui/ConversationCopy.h"

#include "base/Id.h"

namespace ponder {

Conversation copyOf(const Conversation &original, const QString &title, const QDateTime &now)
{
    Conversation copy;
    copy.summary.id = newId();
    copy.summary.title = title;
    copy.summary.createdAt = now;
    copy.summary.updatedAt = now;
    copy.providerId = original.providerId;
    copy.model = original.model;
    copy.systemPrompt = original.systemPrompt;
    QHash<QString, QString> newIds{{QString(), QString()}};
    for (const QString &id : original.allIds()) {
        Message message = *original.message(id);
        if (message.state == MessageState::Streaming)
            message.state = MessageState::Stopped;
        message.parentId = newIds.value(message.parentId);
        message.id = newId();
        newIds.insert(id, message.id);
        copy.insert(std::move(message));
    }
    copy.leafId = newIds.value(original.leafId);
    return copy;
}

} // namespace ponder
