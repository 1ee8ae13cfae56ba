#include "store/MessageJson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace ponder {

namespace {

void put(QJsonObject &object, QLatin1String name, const QString &value)
{
    if (!value.isEmpty())
        object.insert(name, value);
}

void put(QJsonObject &object, QLatin1String name, const std::optional<qint64> &value)
{
    if (value)
        object.insert(name, *value);
}

std::optional<qint64> numberIn(const QJsonObject &object, QLatin1String name)
{
    const QJsonValue value = object.value(name);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

QString textIn(const QJsonObject &object, QLatin1String name)
{
    return object.value(name).toString();
}

QJsonObject originToJson(const AnswerOrigin &origin)
{
    QJsonObject object;
    put(object, QLatin1String("provider"), origin.providerId);
    put(object, QLatin1String("provider_name"), origin.providerName);
    put(object, QLatin1String("model"), origin.model);
    put(object, QLatin1String("served_model"), origin.servedModel);
    if (!origin.parameters.isEmpty())
        object.insert(QLatin1String("parameters"), origin.parameters);
    return object;
}

AnswerOrigin originFromJson(const QJsonObject &object)
{
    return {textIn(object, QLatin1String("provider")),
            textIn(object, QLatin1String("provider_name")), textIn(object, QLatin1String("model")),
            textIn(object, QLatin1String("served_model")),
            object.value(QLatin1String("parameters")).toObject()};
}

QJsonObject usageToJson(const Usage &usage)
{
    QJsonObject object;
    put(object, QLatin1String("prompt_tokens"), usage.promptTokens);
    put(object, QLatin1String("completion_tokens"), usage.completionTokens);
    put(object, QLatin1String("reasoning_tokens"), usage.reasoningTokens);
    put(object, QLatin1String("cached_tokens"), usage.cachedTokens);
    if (usage.cost) {
        object.insert(QLatin1String("cost"),
                      QJsonObject{{QLatin1String("amount"), usage.cost->amount},
                                  {QLatin1String("currency"), usage.cost->currency}});
    }
    return object;
}

Usage usageFromJson(const QJsonObject &object)
{
    Usage usage;
    usage.promptTokens = numberIn(object, QLatin1String("prompt_tokens"));
    usage.completionTokens = numberIn(object, QLatin1String("completion_tokens"));
    usage.reasoningTokens = numberIn(object, QLatin1String("reasoning_tokens"));
    usage.cachedTokens = numberIn(object, QLatin1String("cached_tokens"));
    if (object.value(QLatin1String("cost")).isObject()) {
        const QJsonObject cost = object.value(QLatin1String("cost")).toObject();
        usage.cost =
            Cost{textIn(cost, QLatin1String("amount")), textIn(cost, QLatin1String("currency"))};
    }
    return usage;
}

void insertUnlessEmpty(QJsonObject &object, QLatin1String name, const QJsonObject &value)
{
    if (!value.isEmpty())
        object.insert(name, value);
}

} // namespace

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject errorToJson(const Error &error)
{
    QJsonObject object{{QLatin1String("kind"), errorKindName(error.kind)}};
    if (error.http != 0)
        object.insert(QLatin1String("http"), error.http);
    put(object, QLatin1String("message"), error.message);
    put(object, QLatin1String("detail"), error.detail);
    if (error.retryAfterMs)
        object.insert(QLatin1String("retry_after_ms"), *error.retryAfterMs);
    return object;
}

Error errorFromJson(const QJsonObject &object)
{
    Error error;
    error.kind =
        errorKindFromName(textIn(object, QLatin1String("kind"))).value_or(ErrorKind::Protocol);
    error.http = object.value(QLatin1String("http")).toInt();
    error.message = textIn(object, QLatin1String("message"));
    error.detail = textIn(object, QLatin1String("detail"));
    if (const auto delay = numberIn(object, QLatin1String("retry_after_ms")))
        error.retryAfterMs = static_cast<int>(*delay);
    return error;
}

QJsonObject segmentExtrasToJson(const Segment &segment)
{
    QJsonObject object;
    put(object, QLatin1String("tool_call_id"), segment.toolCallId);
    put(object, QLatin1String("tool_name"), segment.toolName);
    put(object, QLatin1String("tool_arguments"), segment.toolArguments);
    if (segment.toolFailed)
        object.insert(QLatin1String("tool_failed"), true);
    insertUnlessEmpty(object, QLatin1String("extra_content"), segment.extraContent);
    if (!segment.reasoningDetails.isEmpty())
        object.insert(QLatin1String("reasoning_details"), segment.reasoningDetails);
    return object;
}

void setSegmentExtras(Segment &segment, const QJsonObject &object)
{
    segment.toolCallId = textIn(object, QLatin1String("tool_call_id"));
    segment.toolName = textIn(object, QLatin1String("tool_name"));
    segment.toolArguments = textIn(object, QLatin1String("tool_arguments"));
    segment.toolFailed = object.value(QLatin1String("tool_failed")).toBool();
    segment.extraContent = object.value(QLatin1String("extra_content")).toObject();
    segment.reasoningDetails = object.value(QLatin1String("reasoning_details")).toArray();
}

QJsonObject segmentToJson(const Segment &segment)
{
    QJsonObject object = segmentExtrasToJson(segment);
    object.insert(QLatin1String("kind"), segmentKindName(segment.kind));
    put(object, QLatin1String("text"), segment.text);
    if (segment.durationMs != 0)
        object.insert(QLatin1String("duration_ms"), segment.durationMs);
    return object;
}

Segment segmentFromJson(const QJsonObject &object)
{
    Segment segment;
    segment.kind =
        segmentKindFromName(textIn(object, QLatin1String("kind"))).value_or(Segment::Kind::Text);
    segment.text = textIn(object, QLatin1String("text"));
    segment.durationMs = object.value(QLatin1String("duration_ms")).toInteger();
    setSegmentExtras(segment, object);
    return segment;
}

QJsonObject messageToJson(const Message &message)
{
    QJsonObject object{{QLatin1String("id"), message.id},
                       {QLatin1String("role"), roleName(message.role)},
                       {QLatin1String("state"), messageStateName(message.state)}};
    put(object, QLatin1String("parent"), message.parentId);
    if (message.createdAt.isValid()) {
        object.insert(QLatin1String("created_at"),
                      message.createdAt.toUTC().toString(Qt::ISODateWithMs));
    }
    QJsonArray segments;
    for (const Segment &segment : message.segments)
        segments.append(segmentToJson(segment));
    object.insert(QLatin1String("segments"), segments);
    insertUnlessEmpty(object, QLatin1String("origin"), originToJson(message.origin));
    insertUnlessEmpty(object, QLatin1String("usage"), usageToJson(message.usage));
    if (message.timings.firstTokenMs >= 0)
        object.insert(QLatin1String("ms_first_token"), message.timings.firstTokenMs);
    if (message.timings.totalMs >= 0)
        object.insert(QLatin1String("ms_total"), message.timings.totalMs);
    if (message.finish)
        object.insert(QLatin1String("finish"), finishReasonName(*message.finish));
    if (message.error)
        object.insert(QLatin1String("error"), errorToJson(*message.error));
    if (message.thinkingOpen)
        object.insert(QLatin1String("thinking_open"), *message.thinkingOpen);
    return object;
}

Result<Message> messageFromJson(const QJsonObject &object)
{
    Message message;
    message.id = textIn(object, QLatin1String("id"));
    const auto role = roleFromName(textIn(object, QLatin1String("role")));
    const auto state = messageStateFromName(textIn(object, QLatin1String("state")));
    if (message.id.isEmpty() || !role || !state) {
        return Error{ErrorKind::Storage,
                     0,
                     QStringLiteral("This is not a message of Ponder."),
                     QString::fromUtf8(compactJson(object).left(200)),
                     {}};
    }
    message.role = *role;
    message.state = *state;
    message.parentId = textIn(object, QLatin1String("parent"));
    message.createdAt =
        QDateTime::fromString(textIn(object, QLatin1String("created_at")), Qt::ISODateWithMs);
    const QJsonArray segments = object.value(QLatin1String("segments")).toArray();
    message.segments.reserve(static_cast<std::size_t>(segments.size()));
    for (const QJsonValue &segment : segments)
        message.segments.push_back(segmentFromJson(segment.toObject()));
    message.origin = originFromJson(object.value(QLatin1String("origin")).toObject());
    message.usage = usageFromJson(object.value(QLatin1String("usage")).toObject());
    message.timings.firstTokenMs = numberIn(object, QLatin1String("ms_first_token")).value_or(-1);
    message.timings.totalMs = numberIn(object, QLatin1String("ms_total")).value_or(-1);
    message.finish = finishReasonFromName(textIn(object, QLatin1String("finish")));
    if (object.value(QLatin1String("error")).isObject())
        message.error = errorFromJson(object.value(QLatin1String("error")).toObject());
    if (object.value(QLatin1String("thinking_open")).isBool())
        message.thinkingOpen = object.value(QLatin1String("thinking_open")).toBool();
    return message;
}

} // namespace ponder
