#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace ponder {

enum class Role { System, User, Assistant, Tool };

/// Which earlier reasoning is sent back to the model. R1-era servers refuse any of it, newer ones
/// insist on it inside a tool loop; therefore a policy of the provider and model.
enum class ReasoningReplay {
    Never,
    ToolLoopOnly,    ///< only on assistant messages after the last user message
    Always,          ///< on every assistant message, "" where there was none
    DetailsVerbatim, ///< `reasoning_details` unmodified (OpenRouter), else `reasoning`
};

/// How a provider is asked to go on with a truncated answer.
enum class ContinueStyle {
    NewTurn,      ///< a user message that asks to continue; overlap is removed afterwards
    Prefill,      ///< the messages end with the assistant's text (OpenRouter, llama-server)
    PrefixFlag,   ///< `"prefix": true` on it (DeepSeek beta)
    PartialFlag,  ///< `"partial": true` on it (Moonshot, DashScope)
    ContinueFlag, ///< `continue_final_message` and no generation prompt (vLLM, SGLang)
};

struct RequestToolCall
{
    QString id;
    QString name;
    QString arguments;
    QJsonObject extraContent;
    bool operator==(const RequestToolCall &) const = default;
};

struct RequestMessage
{
    Role role = Role::User;
    QString content;
    QString reasoning;
    QJsonArray reasoningDetails;
    std::vector<RequestToolCall> toolCalls;
    QString toolCallId; ///< for Role::Tool
    bool operator==(const RequestMessage &) const = default;
};

/// Everything one request says, before it takes the form of a provider's JSON.
struct ChatRequest
{
    QString model;
    std::vector<RequestMessage> messages;
    QJsonObject parameters; ///< request parameters that are set; the others are not sent
    QJsonObject extraBody;  ///< the user's own object, merged last and deeply
    bool stream = true;
    bool includeUsage = true; ///< ask for `stream_options.include_usage`
    ReasoningReplay reasoningReplay = ReasoningReplay::Never;
    ContinueStyle continueStyle = ContinueStyle::NewTurn;
    bool continues = false; ///< the last message is an answer to go on with
    bool operator==(const ChatRequest &) const = default;
};

} // namespace ponder
