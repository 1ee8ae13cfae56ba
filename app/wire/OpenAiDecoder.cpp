#include "wire/OpenAiDecoder.h"

#include "base/Logging.h"
#include "wire/AnthropicEventDecoder.h"
#include "wire/ChunkScanner.h"
#include "wire/ErrorDecoder.h"
#include "wire/JsonScanner.h"
#include "wire/LogprobsDecoder.h"
#include "wire/UsageDecoder.h"

#include <QJsonDocument>
#include <QList>

#include <algorithm>

namespace ponder {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kKeptBadPayload = 16 * 1024;

/// Parses JSON that may contain bytes that are no UTF-8, or NUL: they become U+FFFD.
QJsonDocument parsed(QByteArrayView json)
{
    QJsonParseError error;
    const QByteArray bytes = QByteArray::fromRawData(json.data(), json.size());
    QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error == QJsonParseError::NoError || (json.isValidUtf8() && !json.contains('\0')))
        return document;
    QString text = QString::fromUtf8(json);
    text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    return QJsonDocument::fromJson(text.toUtf8());
}

/// The text of a value that is a string or a list of `{"text": …}` parts.
QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    QString text;
    for (const QJsonValue part : value.toArray()) {
        if (part.isString())
            text += part.toString();
        else
            text += part.toObject().value("text"_L1).toString();
    }
    return text;
}

QString textOfDetails(const QJsonArray &details)
{
    QString text;
    for (const QJsonValue detail : details) {
        const QJsonObject object = detail.toObject();
        text += object.value("text"_L1).toString();
        text += object.value("summary"_L1).toString();
    }
    return text;
}

/// Arguments are a string, but some servers send the object itself.
QString argumentsOf(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toString();
}

ToolCallPiece toolCallPiece(const QJsonObject &call)
{
    const QJsonObject function = call.value("function"_L1).toObject();
    ToolCallPiece piece;
    if (call.value("index"_L1).isDouble())
        piece.index = call.value("index"_L1).toInt();
    const QJsonValue id = call.value("id"_L1);
    piece.id = id.isDouble() ? QString::number(id.toInteger()) : id.toString();
    piece.name = function.value("name"_L1).toString();
    piece.arguments = argumentsOf(function.value("arguments"_L1));
    piece.extraContent = call.value("extra_content"_L1).toObject();
    return piece;
}

} // namespace

OpenAiDecoder::OpenAiDecoder(bool splitThinkTags) : m_answer(splitThinkTags)
{}

void OpenAiDecoder::readEvent(const SseEvent &event, Deltas &out)
{
    if (isDone() || event.kind == SseEvent::Kind::Comment)
        return;
    if (event.kind == SseEvent::Kind::LegacyError) {
        ++m_goodChunks;
        m_answer.addError(ErrorDecoder::fromPayload(event.data), out);
        return;
    }
    if (event.type == "error" && event.data.trimmed() != "[DONE]") {
        ++m_goodChunks;
        m_answer.addError(ErrorDecoder::fromPayload(event.data), out);
        return;
    }
    readChunk(event.data, out, event.atEnd);
}

void OpenAiDecoder::readChunk(QByteArrayView payload, Deltas &out, bool atEnd)
{
    if (isDone())
        return;
    if (m_fastPath && m_choice.value_or(0) == 0) {
        if (std::optional<PlainChunk> chunk = scanPlainChunk(payload, m_model)) {
            ++m_goodChunks;
            m_choice = 0;
            m_answer.addReasoningDetails(chunk->details, out);
            m_answer.addReasoning(std::move(chunk->reasoning), out);
            m_answer.addText(std::move(chunk->text), out);
            return;
        }
    }
    payload = payload.trimmed();
    if (payload == "[DONE]") {
        m_answer.close(out);
        return;
    }
    if (payload.isEmpty())
        return;
    const QJsonDocument document = parsed(payload);
    if (document.isNull()) {
        if (readLines(payload, out, atEnd))
            return;
        // What the end of the stream cut off is not bad, only incomplete.
        if (!atEnd || m_goodChunks == 0)
            readBadPayload(payload);
        return;
    }
    ++m_goodChunks;
    // Google wraps its errors into a list.
    const QJsonObject object =
        document.isArray() ? document.array().first().toObject() : document.object();
    readObject(object, payload, out);
}

bool OpenAiDecoder::readLines(QByteArrayView payload, Deltas &out, bool atEnd)
{
    // Some gateways forget the blank line between events: each line is a chunk of its own then.
    QList<QByteArrayView> lines;
    for (qsizetype at = 0; at < payload.size();) {
        const qsizetype found = payload.indexOf('\n', at);
        const qsizetype end = found < 0 ? payload.size() : found;
        const QByteArrayView line = payload.sliced(at, end - at).trimmed();
        const bool whole = line == "[DONE]" || (line.startsWith('{') && !parsed(line).isNull());
        const bool cutOff = atEnd && found < 0 && !lines.isEmpty();
        if (!whole && !cutOff)
            return false;
        lines.append(line);
        at = end + 1;
    }
    if (lines.size() < 2)
        return false;
    for (const QByteArrayView line : lines)
        readChunk(line, out, atEnd);
    return true;
}

void OpenAiDecoder::readBody(const QByteArray &body, Deltas &out)
{
    m_wholeBody = true;
    QByteArrayView view(body);
    if (view.startsWith("\xEF\xBB\xBF"))
        view = view.sliced(3);
    readChunk(view, out);
}

void OpenAiDecoder::readBadPayload(QByteArrayView payload)
{
    if (m_badChunks++ == 0)
        m_firstBadPayload = payload.first(std::min(payload.size(), kKeptBadPayload)).toByteArray();
}

StreamEnd OpenAiDecoder::finish(Deltas &out)
{
    StreamEnd end = m_answer.finish(out);
    if (m_badChunks > 0)
        qCWarning(lcWire) << "skipped" << m_badChunks << "payloads that are not JSON";
    if (end.error)
        return end;
    if (m_goodChunks == 0 && m_badChunks > 0) {
        end.error = ErrorDecoder::notAnAnswer(m_firstBadPayload);
    } else if (m_answer.isEmpty() && (end.complete || m_wholeBody)) {
        Error error;
        error.message = u"The reply was empty"_s;
        end.error = error;
    }
    end.complete = end.complete || m_wholeBody || end.error.has_value();
    return end;
}

void OpenAiDecoder::readObject(const QJsonObject &object, QByteArrayView raw, Deltas &out)
{
    const QJsonValue error = object.value("error"_L1);
    const bool hasError = !error.isNull() && !error.isUndefined() && error != QJsonValue(false);
    const QJsonValue choices = object.value("choices"_L1);
    if (!choices.isArray()) {
        if (hasError || ErrorDecoder::looksLikeError(object))
            m_answer.addError(ErrorDecoder::fromInBand(object), out);
        else if (!AnthropicEventDecoder::read(object, m_answer, out))
            readUsage(object, raw, out);
        return;
    }
    if (const QString model = object.value("model"_L1).toString(); !model.isEmpty()) {
        m_answer.addModel(model, out);
        m_model = model.toUtf8();
    }
    readChoices(choices.toArray(), out);
    readUsage(object, raw, out);
    if (hasError)
        m_answer.addError(ErrorDecoder::fromInBand(object), out);
    // The reason comes last: "error" stands for a failure of its own only where none was sent.
    for (const QJsonValue value : choices.toArray()) {
        const QJsonObject choice = value.toObject();
        if (choice.value("error"_L1).isObject())
            m_answer.addError(ErrorDecoder::fromInBand(choice), out);
        if (choice.value("index"_L1).toInt() == m_choice.value_or(0)) {
            m_answer.setFinishReason(choice.value("finish_reason"_L1).toString(),
                                     choice.value("native_finish_reason"_L1).toString(), out);
        }
    }
}

void OpenAiDecoder::readChoices(const QJsonArray &choices, Deltas &out)
{
    for (const QJsonValue value : choices) {
        const QJsonObject choice = value.toObject();
        const int index = choice.value("index"_L1).toInt();
        if (!m_choice)
            m_choice = index;
        if (index != *m_choice)
            continue;
        const QJsonValue delta = choice.value("delta"_L1);
        const QJsonValue message = choice.value("message"_L1);
        if (delta.isObject() || message.isObject())
            readMessage(delta.isObject() ? delta.toObject() : message.toObject(), out);
        else
            m_answer.addText(choice.value("text"_L1).toString(), out);
        if (const QJsonValue logprobs = choice.value("logprobs"_L1); logprobs.isObject())
            m_answer.addLogprobs(decodedLogprobs(logprobs), out);
    }
}

void OpenAiDecoder::readMessage(const QJsonObject &message, Deltas &out)
{
    const bool hasReasoning = readReasoning(message, out);
    const QJsonValue content = message.value("content"_L1);
    readContent(content, hasReasoning, out);
    const QString refusal = message.value("refusal"_L1).toString();
    if (!refusal.isEmpty() && textOf(content).isEmpty())
        m_answer.addText(refusal, out);
    readToolCalls(message.value("tool_calls"_L1).toArray());
}

bool OpenAiDecoder::readReasoning(const QJsonObject &message, Deltas &out)
{
    const QJsonArray details = message.value("reasoning_details"_L1).toArray();
    m_answer.addReasoningDetails(details, out);
    for (const QLatin1String field : {"reasoning_content"_L1, "reasoning"_L1}) {
        const QString text = textOf(message.value(field));
        if (!text.isEmpty()) {
            m_answer.addReasoning(text, out);
            return true;
        }
    }
    QString text = textOfDetails(details);
    if (text.isEmpty())
        text = message.value("thinking"_L1).toString();
    m_answer.addReasoning(text, out);
    return !text.isEmpty();
}

void OpenAiDecoder::readContent(const QJsonValue &content, bool hasReasoning, Deltas &out)
{
    if (content.isString()) {
        m_answer.addText(content.toString(), out);
    } else if (content.isObject()) {
        readContentPart(content.toObject(), hasReasoning, out);
    } else {
        for (const QJsonValue part : content.toArray()) {
            if (part.isString())
                m_answer.addText(part.toString(), out);
            else
                readContentPart(part.toObject(), hasReasoning, out);
        }
    }
}

void OpenAiDecoder::readContentPart(const QJsonObject &part, bool hasReasoning, Deltas &out)
{
    const QString type = part.value("type"_L1).toString();
    if (type == "thinking"_L1 || type == "reasoning"_L1) {
        if (hasReasoning)
            return;
        QString text = textOf(part.value(type));
        if (text.isEmpty())
            text = textOf(part.value("text"_L1));
        m_answer.addReasoning(text, out);
    } else if (type == "refusal"_L1) {
        m_answer.addText(part.value("refusal"_L1).toString(), out);
    } else {
        m_answer.addText(textOf(part.value("text"_L1)), out);
    }
}

void OpenAiDecoder::readToolCalls(const QJsonArray &calls)
{
    for (const QJsonValue call : calls) {
        if (call.isObject())
            m_answer.addToolCall(toolCallPiece(call.toObject()));
    }
}

void OpenAiDecoder::readUsage(const QJsonObject &object, QByteArrayView raw, Deltas &out)
{
    if (const QJsonValue timings = object.value("timings"_L1); timings.isObject())
        m_answer.setFallbackUsage(UsageDecoder::fromTimings(timings.toObject()));
    if (const QJsonValue usage = object.value("usage"_L1); usage.isObject()) {
        const QByteArrayView rawUsage = usage.toObject().contains("cost"_L1)
                                            ? JsonScanner::find(raw, {"usage"})
                                            : QByteArrayView();
        m_answer.addUsage(UsageDecoder::fromUsage(usage.toObject(), rawUsage), out);
        return;
    }
    QJsonObject usage = object.value("x_groq"_L1).toObject().value("usage"_L1).toObject();
    for (const QJsonValue choice : object.value("choices"_L1).toArray()) {
        if (usage.isEmpty())
            usage = choice.toObject().value("usage"_L1).toObject();
    }
    if (!usage.isEmpty())
        m_answer.addUsage(UsageDecoder::fromUsage(usage, {}), out);
}

} // namespace ponder
