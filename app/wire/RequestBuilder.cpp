#include "wire/RequestBuilder.h"

#include "wire/ReasoningDetails.h"
#include "wire/SurrogateJoiner.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace ponder {

namespace {

using namespace Qt::StringLiterals;

QString roleWord(Role role)
{
    switch (role) {
    case Role::System:
        return u"system"_s;
    case Role::User:
        return u"user"_s;
    case Role::Assistant:
        return u"assistant"_s;
    case Role::Tool:
        return u"tool"_s;
    }
    return {};
}

QJsonArray toolCalls(const std::vector<RequestToolCall> &calls)
{
    QJsonArray array;
    for (const RequestToolCall &call : calls) {
        QJsonObject object{
            {u"id"_s, call.id},
            {u"type"_s, u"function"_s},
            {u"function"_s, QJsonObject{{u"name"_s, call.name},
                                        {u"arguments"_s, usableArguments(call.arguments)}}}};
        if (!call.extraContent.isEmpty())
            object.insert(u"extra_content"_s, call.extraContent);
        array.append(object);
    }
    return array;
}

void addReasoning(QJsonObject &object, const RequestMessage &message, ReasoningReplay policy,
                  bool inToolLoop)
{
    switch (policy) {
    case ReasoningReplay::Never:
        break;
    case ReasoningReplay::ToolLoopOnly:
        if (inToolLoop && !message.reasoning.isEmpty())
            object.insert(u"reasoning_content"_s, mendedText(message.reasoning));
        break;
    case ReasoningReplay::Always:
        object.insert(u"reasoning_content"_s, mendedText(message.reasoning));
        break;
    case ReasoningReplay::DetailsVerbatim:
        if (!message.reasoningDetails.isEmpty()) {
            object.insert(u"reasoning_details"_s, joinedReasoningDetails(message.reasoningDetails));
        } else if (!message.reasoning.isEmpty()) {
            object.insert(u"reasoning"_s, mendedText(message.reasoning));
        }
        break;
    }
}

/// Where the last user message stands; what comes after it belongs to the current tool loop.
qsizetype lastUserMessage(const std::vector<RequestMessage> &messages)
{
    for (size_t i = messages.size(); i > 0; --i) {
        if (messages[i - 1].role == Role::User)
            return static_cast<qsizetype>(i - 1);
    }
    return -1;
}

QJsonArray messageArray(const ChatRequest &request)
{
    const qsizetype lastUser = lastUserMessage(request.messages);
    QJsonArray array;
    for (size_t i = 0; i < request.messages.size(); ++i) {
        const RequestMessage &message = request.messages[i];
        QJsonObject object{{u"role"_s, roleWord(message.role)},
                           {u"content"_s, mendedText(message.content)}};
        if (message.role == Role::Tool)
            object.insert(u"tool_call_id"_s, message.toolCallId);
        if (message.role == Role::Assistant) {
            const bool isContinued = request.continues && i + 1 == request.messages.size();
            const bool inToolLoop = static_cast<qsizetype>(i) > lastUser && !isContinued;
            addReasoning(object, message, request.reasoningReplay, inToolLoop);
            if (!message.toolCalls.empty())
                object.insert(u"tool_calls"_s, toolCalls(message.toolCalls));
        }
        array.append(object);
    }
    return array;
}

void addContinuation(QJsonObject &object, QJsonArray &messages, ContinueStyle style)
{
    if (style == ContinueStyle::NewTurn) {
        messages.append(
            QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, RequestBuilder::continuePrompt()}});
        return;
    }
    if (style == ContinueStyle::ContinueFlag) {
        object.insert(u"continue_final_message"_s, true);
        object.insert(u"add_generation_prompt"_s, false);
        return;
    }
    if (style == ContinueStyle::Prefill || messages.isEmpty())
        return;
    QJsonObject last = messages.last().toObject();
    last.insert(style == ContinueStyle::PrefixFlag ? u"prefix"_s : u"partial"_s, true);
    messages[messages.size() - 1] = last;
}

} // namespace

QJsonObject RequestBuilder::object(const ChatRequest &request)
{
    QJsonObject object = request.parameters;
    QJsonArray messages = messageArray(request);
    if (request.continues)
        addContinuation(object, messages, request.continueStyle);
    object.insert(u"model"_s, request.model);
    object.insert(u"messages"_s, messages);
    object.insert(u"stream"_s, request.stream);
    if (request.stream && request.includeUsage)
        object.insert(u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}});
    return mergedDeeply(std::move(object), request.extraBody);
}

QByteArray RequestBuilder::body(const ChatRequest &request)
{
    return QJsonDocument(object(request)).toJson(QJsonDocument::Compact);
}

QString RequestBuilder::preview(const ChatRequest &request)
{
    return QString::fromUtf8(QJsonDocument(object(request)).toJson(QJsonDocument::Indented));
}

QString RequestBuilder::continuePrompt()
{
    return u"Continue your last answer exactly where it stopped. Do not repeat anything and do not "
           "comment on the interruption."_s;
}

QJsonObject mergedDeeply(QJsonObject base, const QJsonObject &extra)
{
    for (auto it = extra.begin(); it != extra.end(); ++it) {
        const QJsonValue old = base.value(it.key());
        if (old.isObject() && it.value().isObject())
            base.insert(it.key(), mergedDeeply(old.toObject(), it.value().toObject()));
        else
            base.insert(it.key(), it.value());
    }
    return base;
}

QString usableArguments(const QString &arguments)
{
    const bool isObject = QJsonDocument::fromJson(arguments.toUtf8()).isObject();
    return isObject ? arguments : u"{}"_s;
}

} // namespace ponder
