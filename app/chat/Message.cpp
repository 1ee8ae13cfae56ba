#include "chat/Message.h"

#include <array>
#include <utility>

namespace ponder {

namespace {

template <typename Enum, std::size_t N>
using Names = std::array<std::pair<Enum, const char *>, N>;

template <typename Enum, std::size_t N>
QString nameIn(const Names<Enum, N> &names, Enum value)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return QString::fromLatin1(name);
    }
    return {};
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueIn(const Names<Enum, N> &names, const QString &name)
{
    for (const auto &[value, known] : names) {
        if (name == QLatin1String(known))
            return value;
    }
    return std::nullopt;
}

constexpr Names<MessageState, 5> kStates{{{MessageState::Complete, "complete"},
                                          {MessageState::Streaming, "streaming"},
                                          {MessageState::Stopped, "stopped"},
                                          {MessageState::Interrupted, "interrupted"},
                                          {MessageState::Failed, "failed"}}};
constexpr Names<Role, 4> kRoles{{{Role::System, "system"},
                                 {Role::User, "user"},
                                 {Role::Assistant, "assistant"},
                                 {Role::Tool, "tool"}}};
constexpr Names<Segment::Kind, 4> kKinds{{{Segment::Kind::Reasoning, "reasoning"},
                                          {Segment::Kind::Text, "text"},
                                          {Segment::Kind::ToolCall, "tool_call"},
                                          {Segment::Kind::ToolResult, "tool_result"}}};

QString joined(const std::vector<Segment> &segments, Segment::Kind kind)
{
    QString all;
    for (const Segment &segment : segments) {
        if (segment.kind == kind)
            all += segment.text;
    }
    return all;
}

} // namespace

QString messageStateName(MessageState state)
{
    return nameIn(kStates, state);
}

std::optional<MessageState> messageStateFromName(const QString &name)
{
    return valueIn(kStates, name);
}

QString roleName(Role role)
{
    return nameIn(kRoles, role);
}

std::optional<Role> roleFromName(const QString &name)
{
    return valueIn(kRoles, name);
}

QString segmentKindName(Segment::Kind kind)
{
    return nameIn(kKinds, kind);
}

std::optional<Segment::Kind> segmentKindFromName(const QString &name)
{
    return valueIn(kKinds, name);
}

QString Message::text() const
{
    return joined(segments, Segment::Kind::Text);
}

QString Message::reasoning() const
{
    return joined(segments, Segment::Kind::Reasoning);
}

qint64 Message::reasoningMs() const
{
    qint64 total = 0;
    for (const Segment &segment : segments) {
        if (segment.kind == Segment::Kind::Reasoning)
            total += segment.durationMs;
    }
    return total;
}

bool Message::isContinuable() const
{
    if (role != Role::Assistant || segments.empty())
        return false;
    return state == MessageState::Stopped || state == MessageState::Interrupted ||
           (state == MessageState::Complete && finish == FinishReason::Length);
}

} // namespace ponder
