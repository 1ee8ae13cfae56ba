#include "chat/HistoryBuilder.h"

#include "base/PictureData.h"

#include <QSet>

namespace ponder {

namespace {

/// Turns the segments of one answer into an assistant message and the tool messages that follow its
/// calls; an answer with several tool rounds becomes several of each.
class AnswerUnfolder
{
public:
    explicit AnswerUnfolder(std::vector<RequestMessage> &out) : m_out(out)
    {
        m_open.role = Role::Assistant;
    }

    void unfold(const Message &answer)
    {
        QSet<QString> answered;
        for (const Segment &segment : answer.segments) {
            if (segment.kind == Segment::Kind::ToolResult)
                answered.insert(segment.toolCallId);
        }
        for (const Segment &segment : answer.segments) {
            if (m_resultsSeen && segment.kind != Segment::Kind::ToolResult)
                flush();
            switch (segment.kind) {
            case Segment::Kind::Reasoning:
                m_open.reasoning += segment.text;
                for (const QJsonValue &detail : segment.reasoningDetails)
                    m_open.reasoningDetails.append(detail);
                break;
            case Segment::Kind::Text:
                m_open.content += PictureData::withoutLarge(segment.text);
                break;
            case Segment::Kind::ToolCall:
                if (answered.contains(segment.toolCallId))
                    m_open.toolCalls.push_back({segment.toolCallId, segment.toolName,
                                                segment.toolArguments, segment.extraContent});
                break;
            case Segment::Kind::ToolResult:
                m_results.push_back({.role = Role::Tool,
                                     .content = segment.text,
                                     .reasoning = {},
                                     .reasoningDetails = {},
                                     .toolCalls = {},
                                     .toolCallId = segment.toolCallId});
                m_resultsSeen = true;
                break;
            }
        }
        flush();
    }

private:
    void flush()
    {
        if (!m_open.content.isEmpty() || !m_open.toolCalls.empty())
            m_out.push_back(std::move(m_open));
        for (RequestMessage &result : m_results)
            m_out.push_back(std::move(result));
        m_results.clear();
        m_resultsSeen = false;
        m_open = RequestMessage{};
        m_open.role = Role::Assistant;
    }

    std::vector<RequestMessage> &m_out;
    RequestMessage m_open;
    std::vector<RequestMessage> m_results;
    bool m_resultsSeen = false;
};

} // namespace

std::vector<RequestMessage> buildHistory(const Conversation &conversation, const QStringList &path,
                                         const QString &systemPrompt)
{
    std::vector<RequestMessage> messages;
    messages.reserve(static_cast<std::size_t>(path.size()) + 1);
    if (!systemPrompt.trimmed().isEmpty()) {
        RequestMessage system;
        system.role = Role::System;
        system.content = systemPrompt;
        messages.push_back(std::move(system));
    }
    for (const QString &id : path) {
        const Message *message = conversation.message(id);
        if (!message)
            continue;
        if (message->role == Role::Assistant) {
            AnswerUnfolder(messages).unfold(*message);
            continue;
        }
        RequestMessage prompt;
        prompt.role = message->role;
        prompt.content = message->text();
        messages.push_back(std::move(prompt));
    }
    return messages;
}

} // namespace ponder
