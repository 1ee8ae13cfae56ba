#pragma once

#include "base/Error.h"
#include "wire/ChatRequest.h"
#include "wire/Delta.h"
#include "wire/Usage.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace ponder {

/// One run of a message. A message is an ordered list of these, because reasoning can resume after
/// text and tool calls stand between both.
struct Segment
{
    enum class Kind { Reasoning, Text, ToolCall, ToolResult };

    Kind kind = Kind::Text;
    QString text;          ///< reasoning or text; a tool result's content
    qint64 durationMs = 0; ///< reasoning: how long it has taken
    QString toolCallId;
    QString toolName;
    QString toolArguments;    ///< raw text, may be broken JSON
    bool toolFailed = false;  ///< a tool result that reports an error
    QJsonObject extraContent; ///< opaque data a provider wants back with the call
    QJsonArray reasoningDetails;

    bool operator==(const Segment &) const = default;
};

enum class MessageState {
    Complete,
    Streaming,   ///< an answer that is being received
    Stopped,     ///< the user stopped it
    Interrupted, ///< the connection or the program ended first; may be continued
    Failed,      ///< ended with `error`
};

QString messageStateName(MessageState state);
std::optional<MessageState> messageStateFromName(const QString &name);
QString roleName(Role role);
std::optional<Role> roleFromName(const QString &name);
QString segmentKindName(Segment::Kind kind);
std::optional<Segment::Kind> segmentKindFromName(const QString &name);

/// Exactly what produced an answer, kept with it for good.
struct AnswerOrigin
{
    QString providerId;
    QString providerName;
    QString model;       ///< as requested
    QString servedModel; ///< as the server named it; empty until it did
    QJsonObject parameters;

    bool operator==(const AnswerOrigin &) const = default;
};

struct Timings
{
    qint64 firstTokenMs = -1; ///< from sending to the first piece; -1: none yet
    qint64 totalMs = -1;      ///< from sending to the end; -1: not ended

    bool operator==(const Timings &) const = default;
};

/// One node of the conversation tree. Values only; ConversationReducer is the only writer.
struct Message
{
    QString id;
    QString parentId; ///< empty for the first message
    Role role = Role::User;
    std::vector<Segment> segments;
    MessageState state = MessageState::Complete;
    QDateTime createdAt; ///< UTC
    AnswerOrigin origin;
    Usage usage;
    Timings timings;
    std::optional<FinishReason> finish;
    std::optional<Error> error;
    std::optional<bool>
        thinkingOpen; ///< the reader's own choice for the thinking panel; unset: none

    bool operator==(const Message &) const = default;

    [[nodiscard]] QString text() const;      ///< all text segments joined: the answer or the prompt
    [[nodiscard]] QString reasoning() const; ///< all reasoning segments joined
    [[nodiscard]] qint64 reasoningMs() const;
    [[nodiscard]] bool isContinuable() const; ///< cut short, with something to go on from
};

} // namespace ponder
