#include "cli/ConversationJson.h"

#include "cli/AnswerEvents.h"

#include <QJsonArray>

namespace ponder::cli {

namespace {

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonArray toolCalls(const Message &message)
{
    QJsonArray calls;
    for (const Segment &segment : message.segments) {
        if (segment.kind != Segment::Kind::ToolCall)
            continue;
        calls.append(QJsonObject{{QStringLiteral("id"), segment.toolCallId},
                                 {QStringLiteral("name"), segment.toolName},
                                 {QStringLiteral("arguments"), segment.toolArguments}});
    }
    return calls;
}

/// An event without its type, as part of a message.
QJsonObject part(QJsonObject event)
{
    event.remove(QStringLiteral("type"));
    return event;
}

void addAnswerFields(const Message &message, QJsonObject &object)
{
    object.insert(QStringLiteral("reasoning"), message.reasoning());
    object.insert(QStringLiteral("ms_reasoning"), message.reasoningMs());
    object.insert(QStringLiteral("tool_calls"), toolCalls(message));
    object.insert(QStringLiteral("provider"), message.origin.providerId);
    object.insert(QStringLiteral("model"), message.origin.model);
    object.insert(QStringLiteral("parameters"), message.origin.parameters);
    object.insert(QStringLiteral("usage"), part(usageEvent(message.usage)));
    object.insert(
        QStringLiteral("finish"),
        part(finishEvent(finishReasonOf(message), message.origin.servedModel, message.timings)));
    object.insert(QStringLiteral("error"),
                  message.error
                      ? QJsonValue(part(errorEvent(*message.error, message.origin.providerName,
                                                   message.origin.providerId)))
                      : QJsonValue());
}

QJsonObject messageObject(const Message &message)
{
    QJsonObject object{
        {QStringLiteral("id"), message.id},
        {QStringLiteral("parent"), orNull(message.parentId)},
        {QStringLiteral("role"), roleName(message.role)},
        {QStringLiteral("state"), messageStateName(message.state)},
        {QStringLiteral("created_at"), timeText(message.createdAt)},
        {QStringLiteral("text"), message.text()},
    };
    if (message.role == Role::Assistant)
        addAnswerFields(message, object);
    return object;
}

} // namespace

QJsonObject summaryObject(const ConversationSummary &summary)
{
    return {{QStringLiteral("id"), summary.id},
            {QStringLiteral("title"), summary.title},
            {QStringLiteral("created_at"), timeText(summary.createdAt)},
            {QStringLiteral("updated_at"), timeText(summary.updatedAt)},
            {QStringLiteral("pinned"), summary.pinned}};
}

QJsonObject conversationObject(const Conversation &conversation)
{
    QJsonArray shown;
    QJsonArray others;
    const QStringList path = conversation.activePath();
    for (const QString &id : path)
        shown.append(messageObject(*conversation.message(id)));
    for (const QString &id : conversation.allIds()) {
        if (!path.contains(id))
            others.append(messageObject(*conversation.message(id)));
    }
    QJsonObject object = summaryObject(conversation.summary);
    object.insert(QStringLiteral("provider"), orNull(conversation.providerId));
    object.insert(QStringLiteral("model"), orNull(conversation.model));
    object.insert(QStringLiteral("system_prompt"), orNull(conversation.systemPrompt));
    object.insert(QStringLiteral("messages"), shown);
    object.insert(QStringLiteral("other_messages"), others);
    return object;
}

} // namespace ponder::cli
