#include "wire/ChunkScanner.h"

#include "wire/JsonScanner.h"

#include <QJsonDocument>

#include <array>
#include <utility>

namespace ponder {

namespace {

using Text = JsonScanner::Text;

/// What the scan has found; the marks catch a key that comes twice, which is not plain.
struct Found
{
    Text content;
    Text reasoningContent;
    Text reasoning;
    QByteArrayView details;
    unsigned marks = 0;

    bool mark(unsigned bit) { return (std::exchange(marks, marks | bit) & bit) == 0; }
};

enum Mark : unsigned {
    kChoices = 1U << 0,
    kModel = 1U << 1,
    kDelta = 1U << 2,
    kIndex = 1U << 3,
    kContent = 1U << 4,
    kReasoningContent = 1U << 5,
    kReasoning = 1U << 6,
    kDetails = 1U << 7,
};

bool scanTextOrNull(JsonScanner &json, Text &text)
{
    return json.takeNull() || json.takeText(text);
}

bool scanEmptyOrNull(JsonScanner &json)
{
    Text text;
    return scanTextOrNull(json, text) && text.isEmpty();
}

bool scanDetails(JsonScanner &json, QByteArrayView &details)
{
    return json.takeNull() || (json.peek() == '[' && json.skipValue(details));
}

/// Reads "{ key: value, … }" and hands each key to `readValue`.
template <typename ReadValue>
bool scanObject(JsonScanner &json, ReadValue readValue)
{
    if (!json.take('{'))
        return false;
    if (json.take('}'))
        return true;
    do {
        QByteArrayView key;
        if (!json.takeKey(key) || !readValue(key))
            return false;
    } while (json.take(','));
    return json.take('}');
}

bool scanDelta(JsonScanner &json, Found &found)
{
    return scanObject(json, [&](QByteArrayView key) {
        if (key == "content")
            return found.mark(kContent) && scanTextOrNull(json, found.content);
        if (key == "reasoning_content")
            return found.mark(kReasoningContent) && scanTextOrNull(json, found.reasoningContent);
        if (key == "reasoning")
            return found.mark(kReasoning) && scanTextOrNull(json, found.reasoning);
        if (key == "reasoning_details")
            return found.mark(kDetails) && scanDetails(json, found.details);
        if (key == "refusal" || key == "tool_calls" || key == "thinking")
            return scanEmptyOrNull(json);
        return json.skipScalar();
    });
}

bool scanZero(JsonScanner &json)
{
    if (!json.take('0'))
        return false;
    const char next = json.peek();
    return next == ',' || next == '}';
}

bool scanChoice(JsonScanner &json, Found &found)
{
    return scanObject(json, [&](QByteArrayView key) {
        if (key == "delta")
            return found.mark(kDelta) && scanDelta(json, found);
        if (key == "index")
            return found.mark(kIndex) && scanZero(json);
        if (key == "finish_reason")
            return scanEmptyOrNull(json);
        if (key == "logprobs" || key == "message" || key == "usage" || key == "error")
            return json.takeNull();
        return json.skipScalar();
    });
}

} // namespace

std::optional<PlainChunk> scanPlainChunk(QByteArrayView payload, QByteArrayView model)
{
    JsonScanner json(payload);
    Found found;
    const bool plain = scanObject(json, [&](QByteArrayView key) {
        if (key == "choices") {
            return found.mark(kChoices) && json.take('[') && scanChoice(json, found) &&
                   json.take(']');
        }
        if (key == "model") {
            Text name;
            return found.mark(kModel) && json.takeText(name) && !name.escaped && name.raw == model;
        }
        if (key == "usage" || key == "error" || key == "x_groq" || key == "timings")
            return json.takeNull();
        return json.skipScalar();
    });
    constexpr unsigned needed = kChoices | kDelta;
    if (!plain || (found.marks & needed) != needed || !json.atEnd())
        return std::nullopt;

    const std::optional<QString> text = JsonScanner::decoded(found.content);
    const std::optional<QString> reasoning = JsonScanner::decoded(
        found.reasoningContent.isEmpty() ? found.reasoning : found.reasoningContent);
    if (!text || !reasoning)
        return std::nullopt;
    PlainChunk chunk{*text, *reasoning, {}};
    if (found.details.isEmpty())
        return chunk;
    // The details are kept as they are; only their text may stand in for the reasoning itself.
    if (reasoning->isEmpty() || !found.details.isValidUtf8() || found.details.contains('\0'))
        return std::nullopt;
    const QJsonDocument details = QJsonDocument::fromJson(
        QByteArray::fromRawData(found.details.data(), found.details.size()));
    if (!details.isArray())
        return std::nullopt;
    chunk.details = details.array();
    return chunk;
}

} // namespace ponder
