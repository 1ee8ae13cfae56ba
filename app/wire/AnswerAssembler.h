#pragma once

#include "wire/Delta.h"
#include "wire/LeakedMarkerFilter.h"
#include "wire/ReasoningMerger.h"
#include "wire/SurrogateJoiner.h"
#include "wire/ThinkTagSplitter.h"
#include "wire/ToolCallAssembler.h"

#include <QJsonArray>
#include <QString>

#include <optional>

namespace ponder {

/// How a reply ended.
struct StreamEnd
{
    /// The server said that this is the end ([DONE], a finish reason, a whole body, an error). If
    /// not, the connection broke off and the answer is interrupted.
    bool complete = false;
    /// The failure that ended it: one that was also given out as an ErrorDelta, or that nothing
    /// came that could be read.
    std::optional<Error> error;
};

/// Where decoders put what they find; gives it out as Deltas in order and keeps what must wait.
/// Neighbouring pieces of text, or of reasoning, are joined into one delta.
class AnswerAssembler
{
public:
    explicit AnswerAssembler(bool splitThinkTags);

    void addText(QString text, Deltas &out);
    void addReasoning(QString text, Deltas &out);
    void addReasoningDetails(const QJsonArray &details, Deltas &out);
    void addToolCall(const ToolCallPiece &piece)
    {
        m_sawAnything = m_sawAnything || !piece.name.isEmpty() || !piece.arguments.isEmpty();
        m_toolCalls.add(piece);
    }
    void addLogprobs(std::vector<TokenLogprob> tokens, Deltas &out);
    void addModel(const QString &model, Deltas &out);
    void addUsage(const Usage &usage, Deltas &out);
    /// Usage to fall back on if the server sends no other.
    void setFallbackUsage(const Usage &usage) { m_fallbackUsage = usage; }
    void addError(const Error &error, Deltas &out);
    /// The server's own word for why the answer ended; `native` where it has another one besides.
    void setFinishReason(const QString &word, const QString &native, Deltas &out);
    /// [DONE]: gives everything out and takes nothing more.
    void close(Deltas &out);
    /// The bytes have ended.
    StreamEnd finish(Deltas &out);

    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] bool hasError() const { return m_error.has_value(); }
    [[nodiscard]] bool hasFinishReason() const { return m_finish.has_value(); }
    [[nodiscard]] bool isEmpty() const { return !m_sawAnything; }

private:
    void filterText(QStringView text, Deltas &out);
    void emitText(QStringView text, Deltas &out);
    void emitReasoning(QString text, Deltas &out);
    void splitPiece(ThinkTagSplitter::Piece piece, QStringView text, Deltas &out);
    [[nodiscard]] LeakedMarkerFilter::Sink filterSink(Deltas &out);
    void flushText(Deltas &out);
    void flushReasoning(Deltas &out);
    void giveOut(Deltas &out);

    ThinkTagSplitter m_splitter;
    LeakedMarkerFilter m_filter;
    ReasoningMerger m_merger;
    SurrogateJoiner m_textJoiner;
    SurrogateJoiner m_reasoningJoiner;
    ToolCallAssembler m_toolCalls;
    Usage m_usage;
    std::optional<Usage> m_fallbackUsage;
    std::optional<FinishDelta> m_finish;
    std::optional<Error> m_error;
    QString m_model;
    bool m_splitThinkTags;
    bool m_closed = false;
    bool m_done = false;
    bool m_gaveOut = false;
    bool m_sawAnything = false;
};

} // namespace ponder
