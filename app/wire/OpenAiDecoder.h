#pragma once

#include "wire/AnswerAssembler.h"
#include "wire/Delta.h"
#include "wire/SseParser.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace ponder {

/// Turns the payloads of a chat completion, streamed or whole, into Deltas. Accepts what servers
/// that call themselves OpenAI-compatible really send: every shape of reasoning and usage, repeated
/// and missing finish reasons, errors inside a stream; also the events of Anthropic's messages API.
///
/// Pieces that cannot be decided yet (half a surrogate pair, the beginning of a think tag, tool
/// calls, the finish reason) are held back until they can: call finish() at the end of the stream,
/// also when the connection was lost.
class OpenAiDecoder
{
public:
    explicit OpenAiDecoder(bool splitThinkTags = true);

    /// One event of a stream. Comments are ignored.
    void readEvent(const SseEvent &event, Deltas &out);
    /// One chunk's JSON (or "[DONE]"). `atEnd`: the stream was cut off there.
    void readChunk(QByteArrayView payload, Deltas &out, bool atEnd = false);
    /// The whole body of a reply that is not a stream. Follow with finish().
    void readBody(const QByteArray &body, Deltas &out);
    /// The stream is over. Emits what was held back and says how it ended.
    StreamEnd finish(Deltas &out);

    [[nodiscard]] bool isDone() const { return m_answer.isClosed(); } ///< nothing more is to come
    /// The server has said why the answer ended, or that it failed; usage and [DONE] may follow.
    [[nodiscard]] bool isEnding() const
    {
        return m_answer.hasFinishReason() || m_answer.hasError();
    }
    [[nodiscard]] int badChunks() const { return m_badChunks; } ///< payloads that were not JSON
    /// Switches the short way for plain chunks off; it must never change the result (see the
    /// tests).
    void setFastPathEnabled(bool enabled) { m_fastPath = enabled; }

private:
    void readObject(const QJsonObject &object, QByteArrayView raw, Deltas &out);
    bool readLines(QByteArrayView payload, Deltas &out, bool atEnd);
    void readChoices(const QJsonArray &choices, Deltas &out);
    void readMessage(const QJsonObject &message, Deltas &out);
    bool readReasoning(const QJsonObject &message, Deltas &out);
    void readContent(const QJsonValue &content, bool hasReasoning, Deltas &out);
    void readContentPart(const QJsonObject &part, bool hasReasoning, Deltas &out);
    void readToolCalls(const QJsonArray &calls);
    void readUsage(const QJsonObject &object, QByteArrayView raw, Deltas &out);
    void readBadPayload(QByteArrayView payload);

    AnswerAssembler m_answer;
    QByteArray m_model; ///< UTF-8, as last announced
    QByteArray m_firstBadPayload;
    std::optional<int> m_choice; ///< the choice that is followed
    int m_badChunks = 0;
    int m_goodChunks = 0;
    bool m_fastPath = true;
    bool m_wholeBody = false;
};

} // namespace ponder
