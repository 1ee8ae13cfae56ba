#include "wire/AnthropicEventDecoder.h"

#include "wire/ErrorDecoder.h"
#include "wire/UsageDecoder.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace ponder {

namespace {

using namespace Qt::StringLiterals;

void readUsage(const QJsonObject &usage, AnswerAssembler &answer, Deltas &out)
{
    answer.addUsage(UsageDecoder::fromUsage(usage, {}), out);
}

void readBlock(const QJsonObject &block, int index, AnswerAssembler &answer, Deltas &out)
{
    const QString type = block.value("type"_L1).toString();
    if (type == "text"_L1) {
        answer.addText(block.value("text"_L1).toString(), out);
    } else if (type == "thinking"_L1) {
        answer.addReasoning(block.value("thinking"_L1).toString(), out);
    } else if (type == "tool_use"_L1) {
        ToolCallPiece piece;
        piece.index = index;
        piece.id = block.value("id"_L1).toString();
        piece.name = block.value("name"_L1).toString();
        const QJsonObject input = block.value("input"_L1).toObject();
        if (!input.isEmpty())
            piece.arguments =
                QString::fromUtf8(QJsonDocument(input).toJson(QJsonDocument::Compact));
        answer.addToolCall(piece);
    }
}

void readBlockDelta(const QJsonObject &delta, int index, AnswerAssembler &answer, Deltas &out)
{
    const QString type = delta.value("type"_L1).toString();
    if (type == "text_delta"_L1) {
        answer.addText(delta.value("text"_L1).toString(), out);
    } else if (type == "thinking_delta"_L1) {
        answer.addReasoning(delta.value("thinking"_L1).toString(), out);
    } else if (type == "input_json_delta"_L1) {
        ToolCallPiece piece;
        piece.index = index;
        piece.arguments = delta.value("partial_json"_L1).toString();
        answer.addToolCall(piece);
    }
}

/// A message, whole or as the stream's first event announces it.
void readMessage(const QJsonObject &message, AnswerAssembler &answer, Deltas &out)
{
    answer.addModel(message.value("model"_L1).toString(), out);
    const QJsonArray blocks = message.value("content"_L1).toArray();
    for (qsizetype i = 0; i < blocks.size(); ++i)
        readBlock(blocks.at(i).toObject(), static_cast<int>(i), answer, out);
    readUsage(message.value("usage"_L1).toObject(), answer, out);
    answer.setFinishReason(message.value("stop_reason"_L1).toString(), {}, out);
}

} // namespace

bool AnthropicEventDecoder::read(const QJsonObject &event, AnswerAssembler &answer, Deltas &out)
{
    const QString type = event.value("type"_L1).toString();
    const int index = event.value("index"_L1).toInt();
    if (type == "message_start"_L1) {
        readMessage(event.value("message"_L1).toObject(), answer, out);
    } else if (type == "message"_L1) {
        readMessage(event, answer, out);
    } else if (type == "content_block_start"_L1) {
        readBlock(event.value("content_block"_L1).toObject(), index, answer, out);
    } else if (type == "content_block_delta"_L1) {
        readBlockDelta(event.value("delta"_L1).toObject(), index, answer, out);
    } else if (type == "message_delta"_L1) {
        readUsage(event.value("usage"_L1).toObject(), answer, out);
        answer.setFinishReason(
            event.value("delta"_L1).toObject().value("stop_reason"_L1).toString(), {}, out);
    } else if (type == "message_stop"_L1) {
        answer.close(out);
    } else {
        return type == "ping"_L1 || type == "content_block_stop"_L1;
    }
    return true;
}

} // namespace ponder
