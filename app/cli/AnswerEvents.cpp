#include "cli/AnswerEvents.h"

#include "base/ErrorText.h"
#include "base/Redactor.h"
#include "cli/Command.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ponder::cli {

namespace {

using Phase = TurnStatus::Phase;

class StatusText
{
    Q_DECLARE_TR_FUNCTIONS(StatusText)

public:
    static QString describe(const TurnStatus &status, const QString &provider)
    {
        switch (status.phase) {
        case Phase::Idle:
            return {};
        case Phase::Connecting:
            return tr("Connecting to %1").arg(provider);
        case Phase::Queued:
            return tr("Waiting for %1").arg(provider);
        case Phase::Thinking:
            return tr("Thinking");
        case Phase::Answering:
            return tr("Answering");
        case Phase::Retrying:
            return tr("%1. Trying again in %2 s (%3 of %4)")
                .arg(status.cause ? describeError(*status.cause, provider).title
                                  : tr("No answer from %1").arg(provider))
                .arg((status.delayMs + 999) / 1000)
                .arg(status.attempt)
                .arg(status.maxAttempts);
        }
        return {};
    }
};

QJsonObject event(const char *type)
{
    return {{QStringLiteral("type"), QString::fromLatin1(type)}};
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue timeOrNull(qint64 ms)
{
    return ms < 0 ? QJsonValue() : QJsonValue(ms);
}

QJsonObject textEvent(const char *type, const QString &text)
{
    QJsonObject object = event(type);
    object.insert(QStringLiteral("text"), text);
    return object;
}

QJsonObject toolCallEvent(const ToolCallDelta &call)
{
    QJsonObject object = event("tool_call");
    object.insert(QStringLiteral("id"), call.id);
    object.insert(QStringLiteral("name"), call.name);
    object.insert(QStringLiteral("arguments"), call.arguments);
    return object;
}

template <typename Token>
QJsonObject tokenObject(const Token &token)
{
    return {{QStringLiteral("token"), token.token}, {QStringLiteral("logprob"), token.logprob}};
}

QJsonObject logprobsEvent(const LogprobsDelta &delta)
{
    QJsonArray tokens;
    for (const TokenLogprob &token : delta.tokens) {
        QJsonArray top;
        for (const TokenLogprob::Alternative &alternative : token.top)
            top.append(tokenObject(alternative));
        QJsonObject object = tokenObject(token);
        object.insert(QStringLiteral("top"), top);
        tokens.append(object);
    }
    QJsonObject object = event("logprobs");
    object.insert(QStringLiteral("tokens"), tokens);
    return object;
}

} // namespace

QString statusText(const TurnStatus &status, const QString &providerName)
{
    return StatusText::describe(status, providerName);
}

QString statusCode(Phase phase)
{
    switch (phase) {
    case Phase::Idle:
        return {};
    case Phase::Connecting:
        return QStringLiteral("connecting");
    case Phase::Queued:
        return QStringLiteral("queued");
    case Phase::Thinking:
        return QStringLiteral("thinking");
    case Phase::Answering:
        return QStringLiteral("answering");
    case Phase::Retrying:
        return QStringLiteral("retrying");
    }
    return {};
}

QJsonObject startEvent(const AnswerStart &start)
{
    QJsonObject object = event("start");
    object.insert(QStringLiteral("conversation"), orNull(start.conversationId));
    object.insert(QStringLiteral("message"), start.messageId);
    object.insert(QStringLiteral("provider"), start.providerId);
    object.insert(QStringLiteral("model"), start.model);
    return object;
}

QJsonObject statusEvent(const TurnStatus &status, const QString &providerName)
{
    QJsonObject object = event("status");
    object.insert(QStringLiteral("text"), statusText(status, providerName));
    object.insert(QStringLiteral("code"), statusCode(status.phase));
    if (status.phase == Phase::Retrying) {
        object.insert(QStringLiteral("attempt"), status.attempt);
        object.insert(QStringLiteral("delay_ms"), status.delayMs);
    }
    return object;
}

std::optional<QJsonObject> deltaEvent(const Delta &delta)
{
    if (const auto *text = std::get_if<TextDelta>(&delta))
        return textEvent("text", text->text);
    if (const auto *reasoning = std::get_if<ReasoningDelta>(&delta))
        return textEvent("reasoning", reasoning->text);
    if (std::holds_alternative<MovedToReasoning>(delta))
        return event("moved");
    if (const auto *call = std::get_if<ToolCallDelta>(&delta))
        return toolCallEvent(*call);
    if (const auto *logprobs = std::get_if<LogprobsDelta>(&delta))
        return logprobsEvent(*logprobs);
    return std::nullopt;
}

QJsonObject usageEvent(const Usage &usage)
{
    QJsonObject object = event("usage");
    object.insert(QStringLiteral("prompt_tokens"), orNull(usage.promptTokens));
    object.insert(QStringLiteral("completion_tokens"), orNull(usage.completionTokens));
    object.insert(QStringLiteral("reasoning_tokens"), orNull(usage.reasoningTokens));
    object.insert(QStringLiteral("cached_tokens"), orNull(usage.cachedTokens));
    QJsonValue cost;
    if (usage.cost) {
        cost = QJsonObject{{QStringLiteral("amount"), usage.cost->amount},
                           {QStringLiteral("currency"), usage.cost->currency}};
    }
    object.insert(QStringLiteral("cost"), cost);
    return object;
}

/// The kinds that scripts know. A server that is not running is one that cannot be reached.
static QString kindOf(const Error &error)
{
    return errorKindName(error.kind == ErrorKind::NotRunning ? ErrorKind::Network : error.kind);
}

QJsonObject errorEvent(const Error &error, const QString &providerName, const QString &providerId)
{
    const QString message =
        error.message.isEmpty() ? describeError(error, providerName).title : error.message;
    QJsonObject object = event("error");
    object.insert(QStringLiteral("kind"), kindOf(error));
    object.insert(QStringLiteral("http"), error.http > 0 ? QJsonValue(error.http) : QJsonValue());
    object.insert(QStringLiteral("message"), Redactor::instance().redact(message).simplified());
    object.insert(QStringLiteral("hint"), errorHint(error, providerName, providerId));
    object.insert(QStringLiteral("retry_after_ms"),
                  error.retryAfterMs ? QJsonValue(*error.retryAfterMs) : QJsonValue());
    return object;
}

QJsonObject finishEvent(FinishReason reason, const QString &servedModel, const Timings &timings)
{
    QJsonObject object = event("finish");
    object.insert(QStringLiteral("reason"), finishReasonName(reason));
    object.insert(QStringLiteral("model"), orNull(servedModel));
    object.insert(QStringLiteral("ms_first_token"), timeOrNull(timings.firstTokenMs));
    object.insert(QStringLiteral("ms_total"), timeOrNull(timings.totalMs));
    return object;
}

FinishReason finishReasonOf(const Message &answer)
{
    switch (answer.state) {
    case MessageState::Stopped:
        return FinishReason::Cancelled;
    case MessageState::Failed:
        return FinishReason::Error;
    case MessageState::Streaming:
    case MessageState::Interrupted:
        return FinishReason::Interrupted;
    case MessageState::Complete:
        break;
    }
    return answer.finish.value_or(FinishReason::Stop);
}

} // namespace ponder::cli
