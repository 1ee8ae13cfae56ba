#pragma once

#include "base/Error.h"
#include "wire/Usage.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMetaType>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace ponder {

/// Why an answer ended, in the words of the command line's `finish` event.
enum class FinishReason {
    Stop,
    Length,
    ToolCalls,
    ContentFilter,
    Interrupted, ///< the stream ended early; the text so far is kept
    Cancelled,   ///< the user stopped it
    Error,
};

QString finishReasonName(FinishReason reason);
std::optional<FinishReason> finishReasonFromName(const QString &name);

/// The next piece of the answer.
struct TextDelta
{
    QString text;
    bool operator==(const TextDelta &) const = default;
};

/// The next piece of the reasoning.
struct ReasoningDelta
{
    QString text;
    bool operator==(const ReasoningDelta &) const = default;
};

/// All text of this answer so far was reasoning: a closing think tag came that nothing had opened.
struct MovedToReasoning
{
    bool operator==(const MovedToReasoning &) const = default;
};

/// Structured reasoning that some providers want back unmodified in tool loops (OpenRouter).
struct ReasoningDetailsDelta
{
    QJsonArray details;
    bool operator==(const ReasoningDetailsDelta &) const = default;
};

/// A tool call, whole: emitted once, when its last piece has arrived.
struct ToolCallDelta
{
    QString id;
    QString name;
    QString arguments; ///< raw text; not always valid JSON
    QJsonObject extraContent;
    bool operator==(const ToolCallDelta &) const = default;
};

struct TokenLogprob
{
    struct Alternative
    {
        QString token;
        double logprob = 0;
        bool operator==(const Alternative &) const = default;
    };
    QString token;
    double logprob = 0;
    std::vector<Alternative> top;
    bool operator==(const TokenLogprob &) const = default;
};

struct LogprobsDelta
{
    std::vector<TokenLogprob> tokens;
    bool operator==(const LogprobsDelta &) const = default;
};

/// Usage so far; the last one counts, they are never added up.
struct UsageDelta
{
    Usage usage;
    bool operator==(const UsageDelta &) const = default;
};

/// Which model answers, as the server names it.
struct ModelDelta
{
    QString model;
    bool operator==(const ModelDelta &) const = default;
};

/// The answer ended by the server's own account. May come more than once; the first counts.
struct FinishDelta
{
    FinishReason reason = FinishReason::Stop;
    QString native; ///< the provider's own word where it differs
    bool operator==(const FinishDelta &) const = default;
};

/// A failure that arrived inside the stream.
struct ErrorDelta
{
    Error error;
    bool operator==(const ErrorDelta &) const = default;
};

/// One step of an answer, as every provider's stream is translated into.
using Delta =
    std::variant<TextDelta, ReasoningDelta, MovedToReasoning, ReasoningDetailsDelta, ToolCallDelta,
                 LogprobsDelta, UsageDelta, ModelDelta, FinishDelta, ErrorDelta>;
using Deltas = std::vector<Delta>;

} // namespace ponder

Q_DECLARE_METATYPE(ponder::Deltas)
