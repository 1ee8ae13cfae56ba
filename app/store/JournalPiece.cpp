#include "store/JournalPiece.h"

#include "store/MessageJson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace ponder {

namespace {

// {"message": {…}} starts over; {"head": {…}, "count": n, "steps": [{"at": i, "append": "…",
// "ms": n} | {"at": i, "segment": {…}}]} goes on, every part optional.
constexpr QLatin1String kMessage("message");
constexpr QLatin1String kHead("head");
constexpr QLatin1String kCount("count");
constexpr QLatin1String kSteps("steps");
constexpr QLatin1String kAt("at");
constexpr QLatin1String kAppend("append");
constexpr QLatin1String kMs("ms");
constexpr QLatin1String kSegment("segment");

Message headOf(const Message &message)
{
    Message head = message;
    head.segments.clear();
    return head;
}

bool sameBut(const Segment &before, const Segment &now)
{
    return before.kind == now.kind && before.toolCallId == now.toolCallId &&
           before.toolName == now.toolName && before.toolArguments == now.toolArguments &&
           before.toolFailed == now.toolFailed && before.extraContent == now.extraContent &&
           before.reasoningDetails == now.reasoningDetails;
}

QJsonObject stepFor(const Segment *before, const Segment &now)
{
    if (!before || !sameBut(*before, now) || !now.text.startsWith(before->text))
        return {{kSegment, segmentToJson(now)}};
    QJsonObject step;
    if (now.text.size() > before->text.size())
        step.insert(kAppend, now.text.mid(before->text.size()));
    if (now.durationMs != before->durationMs)
        step.insert(kMs, now.durationMs);
    return step;
}

} // namespace

QByteArray journalPiece(const Message *before, const Message &now)
{
    if (!before)
        return compactJson({{kMessage, messageToJson(now)}});
    QJsonObject piece;
    const Message head = headOf(now);
    if (head != headOf(*before))
        piece.insert(kHead, messageToJson(head));
    if (now.segments.size() < before->segments.size())
        piece.insert(kCount, static_cast<qint64>(now.segments.size()));
    QJsonArray steps;
    for (std::size_t i = 0; i < now.segments.size(); ++i) {
        const Segment *old = i < before->segments.size() ? &before->segments[i] : nullptr;
        QJsonObject step = stepFor(old, now.segments[i]);
        if (step.isEmpty())
            continue;
        step.insert(kAt, static_cast<qint64>(i));
        steps.append(step);
    }
    if (!steps.isEmpty())
        piece.insert(kSteps, steps);
    return piece.isEmpty() ? QByteArray() : compactJson(piece);
}

bool applyJournalPiece(Message &message, const QByteArray &bytes)
{
    const QJsonObject piece = QJsonDocument::fromJson(bytes).object();
    if (piece.isEmpty())
        return false;
    if (piece.contains(kMessage)) {
        Result<Message> whole = messageFromJson(piece.value(kMessage).toObject());
        if (whole)
            message = std::move(whole).value();
        return whole.ok();
    }
    Message next = message;
    if (piece.contains(kHead)) {
        Result<Message> head = messageFromJson(piece.value(kHead).toObject());
        if (!head)
            return false;
        head.value().segments = std::move(next.segments);
        next = std::move(head).value();
    }
    const auto count = static_cast<std::size_t>(piece.value(kCount).toInteger());
    if (piece.contains(kCount) && count <= next.segments.size())
        next.segments.resize(count);
    const QJsonArray steps = piece.value(kSteps).toArray();
    for (const QJsonValue &value : steps) {
        const QJsonObject step = value.toObject();
        const auto at = static_cast<std::size_t>(step.value(kAt).toInteger());
        if (at > next.segments.size())
            return false;
        if (at == next.segments.size())
            next.segments.emplace_back();
        Segment &segment = next.segments[at];
        if (step.contains(kSegment))
            segment = segmentFromJson(step.value(kSegment).toObject());
        segment.text += step.value(kAppend).toString();
        if (step.contains(kMs))
            segment.durationMs = step.value(kMs).toInteger();
    }
    message = std::move(next);
    return true;
}

Message withoutHalfCharacter(Message message)
{
    if (!message.segments.empty()) {
        QString &text = message.segments.back().text;
        if (!text.isEmpty() && text.back().isHighSurrogate())
            text.chop(1);
    }
    return message;
}

} // namespace ponder
