#include "chat/ConversationReducer.h"

#include "base/Id.h"
#include "chat/Pricing.h"

#include <QRegularExpression>

#include <utility>

namespace ponder {

namespace {

template <typename... Cases>
struct Overloaded : Cases...
{
    using Cases::operator()...;
};

} // namespace

ConversationReducer::ConversationReducer(Conversation &conversation, const Clock &clock)
    : m_conversation(conversation), m_clock(clock)
{}

void ConversationReducer::touch()
{
    m_conversation.summary.updatedAt = m_clock.now();
}

QString ConversationReducer::addUserMessage(const QString &parentId, const QString &text)
{
    Message prompt;
    prompt.id = newId();
    prompt.parentId = parentId;
    prompt.role = Role::User;
    prompt.createdAt = m_clock.now();
    Segment segment;
    segment.text = text;
    prompt.segments.push_back(std::move(segment));
    const QString id = prompt.id;
    m_conversation.insert(std::move(prompt));
    m_conversation.leafId = id;
    if (m_conversation.summary.title.isEmpty())
        m_conversation.summary.title = titleFrom(text);
    touch();
    return id;
}

QString ConversationReducer::beginAnswer(const QString &parentId, AnswerOrigin origin)
{
    Message answer;
    answer.id = newId();
    answer.parentId = parentId;
    answer.role = Role::Assistant;
    answer.state = MessageState::Streaming;
    answer.createdAt = m_clock.now();
    answer.origin = std::move(origin);
    const QString id = answer.id;
    m_conversation.insert(std::move(answer));
    m_conversation.leafId = id;
    m_run = {.startedMs = m_clock.monotonicMs()};
    touch();
    return id;
}

void ConversationReducer::resumeAnswer(const QString &id)
{
    Message *answer = m_conversation.message(id);
    if (!answer)
        return;
    answer->state = MessageState::Streaming;
    answer->error.reset();
    answer->finish.reset();
    m_run = {.startedMs = m_clock.monotonicMs(),
             .timeBeforeMs = std::max<qint64>(0, answer->timings.totalMs),
             .firstSegment = answer->segments.size(),
             .costBefore = answer->usage.cost};
    if (!answer->segments.empty() && answer->segments.back().kind == Segment::Kind::Text)
        m_run.textOffset = answer->segments.back().text.size();
    touch();
}

Segment &ConversationReducer::tail(Message &message, Segment::Kind kind)
{
    // A resumed answer keeps its earlier reasoning as a panel of its own; its text goes on in
    // place.
    const bool atSeam = message.segments.size() == m_run.firstSegment;
    const bool reuse = !message.segments.empty() && message.segments.back().kind == kind &&
                       (!atSeam || kind == Segment::Kind::Text);
    if (!reuse) {
        Segment fresh;
        fresh.kind = kind;
        message.segments.push_back(std::move(fresh));
    }
    return message.segments.back();
}

void ConversationReducer::noteFirstPiece(Message &message) const
{
    if (message.timings.firstTokenMs < 0)
        message.timings.firstTokenMs = m_clock.monotonicMs() - m_run.startedMs;
}

void ConversationReducer::addReasoning(Message &message, const QString &text)
{
    noteFirstPiece(message);
    Segment &segment = tail(message, Segment::Kind::Reasoning);
    if (m_run.reasoningSinceMs < 0)
        m_run.reasoningSinceMs = m_clock.monotonicMs() - segment.durationMs;
    segment.text += text;
    segment.durationMs = m_clock.monotonicMs() - m_run.reasoningSinceMs;
}

void ConversationReducer::closeReasoning(Message &message)
{
    if (m_run.reasoningSinceMs < 0)
        return;
    for (auto segment = message.segments.rbegin(); segment != message.segments.rend(); ++segment) {
        if (segment->kind == Segment::Kind::Reasoning) {
            segment->durationMs = m_clock.monotonicMs() - m_run.reasoningSinceMs;
            break;
        }
    }
    m_run.reasoningSinceMs = -1;
}

void ConversationReducer::moveTextToReasoning(Message &message)
{
    std::vector<Segment> kept;
    QString moved;
    for (std::size_t i = 0; i < message.segments.size(); ++i) {
        Segment &segment = message.segments[i];
        const bool ofThisRun = i >= m_run.firstSegment;
        const bool seam = i + 1 == m_run.firstSegment && segment.kind == Segment::Kind::Text;
        if (ofThisRun && segment.kind == Segment::Kind::Text) {
            moved += segment.text;
            continue;
        }
        if (seam) {
            moved += segment.text.mid(m_run.textOffset);
            segment.text.truncate(m_run.textOffset);
        }
        kept.push_back(std::move(segment));
    }
    message.segments = std::move(kept);
    if (moved.isEmpty())
        return;
    Segment &segment = tail(message, Segment::Kind::Reasoning);
    segment.text = moved + segment.text;
    segment.durationMs =
        m_clock.monotonicMs() - m_run.startedMs - std::max<qint64>(0, message.timings.firstTokenMs);
}

void ConversationReducer::apply(const QString &id, const Delta &delta)
{
    Message *answer = m_conversation.message(id);
    if (!answer)
        return;
    std::visit(Overloaded{
                   [&](const TextDelta &d) {
                       noteFirstPiece(*answer);
                       closeReasoning(*answer);
                       tail(*answer, Segment::Kind::Text).text += d.text;
                   },
                   [&](const ReasoningDelta &d) { addReasoning(*answer, d.text); },
                   [&](const MovedToReasoning &) { moveTextToReasoning(*answer); },
                   [&](const ReasoningDetailsDelta &d) {
                       Segment &segment = tail(*answer, Segment::Kind::Reasoning);
                       for (const QJsonValue &detail : d.details)
                           segment.reasoningDetails.append(detail);
                   },
                   [&](const ToolCallDelta &d) {
                       noteFirstPiece(*answer);
                       closeReasoning(*answer);
                       Segment call;
                       call.kind = Segment::Kind::ToolCall;
                       call.toolCallId = d.id;
                       call.toolName = d.name;
                       call.toolArguments = d.arguments;
                       call.extraContent = d.extraContent;
                       answer->segments.push_back(std::move(call));
                   },
                   [](const LogprobsDelta &) {},
                   [&](const UsageDelta &d) {
                       answer->usage = d.usage;
                       m_run.counted = true;
                   },
                   [&](const ModelDelta &d) { answer->origin.servedModel = d.model; },
                   [&](const FinishDelta &d) {
                       if (!answer->finish)
                           answer->finish = d.reason;
                   },
                   [&](const ErrorDelta &d) {
                       if (!answer->error)
                           answer->error = d.error;
                   },
               },
               delta);
}

void ConversationReducer::finish(const QString &id, const std::optional<Error> &error,
                                 bool cancelled)
{
    Message *answer = m_conversation.message(id);
    if (!answer)
        return;
    closeReasoning(*answer);
    answer->timings.totalMs = m_run.timeBeforeMs + m_clock.monotonicMs() - m_run.startedMs;
    if (error && !answer->error)
        answer->error = error;

    if (cancelled) {
        answer->state = MessageState::Stopped;
        answer->finish = FinishReason::Cancelled;
        answer->error.reset();
    } else if (answer->error) {
        const bool saidSomething = !answer->segments.empty();
        answer->state = saidSomething ? MessageState::Interrupted : MessageState::Failed;
        answer->finish = saidSomething ? FinishReason::Interrupted : FinishReason::Error;
    } else if (!answer->finish) {
        answer->state = MessageState::Interrupted;
        answer->finish = FinishReason::Interrupted;
    } else {
        answer->state = MessageState::Complete;
        // Servers disagree about the word; what counts is whether there is a call to answer.
        if (!answer->segments.empty() && answer->segments.back().kind == Segment::Kind::ToolCall &&
            answer->finish == FinishReason::Stop)
            answer->finish = FinishReason::ToolCalls;
    }
    touch();
}

std::optional<Cost> ConversationReducer::settleCost(const QString &id,
                                                    const std::optional<ModelPrice> &price,
                                                    const QString &currency)
{
    Message *answer = m_conversation.message(id);
    if (!answer || !m_run.counted)
        return std::nullopt;
    std::optional<Cost> cost = answer->usage.cost;
    if (cost && !currency.isEmpty())
        cost->currency = currency;
    if (!cost && price)
        cost = costOf(answer->usage, *price);
    answer->usage.cost = cost ? cost : m_run.costBefore;
    if (cost && m_run.costBefore && m_run.costBefore->currency == cost->currency)
        answer->usage.cost = totalsOf({*m_run.costBefore, *cost}).front();
    return cost;
}

QString ConversationReducer::showSibling(const QString &id, int step)
{
    const QStringList siblings = m_conversation.siblings(id);
    const qsizetype at = siblings.indexOf(id);
    const qsizetype next = at + step;
    if (at < 0 || next < 0 || next >= siblings.size())
        return {};
    showBranchOf(siblings.at(next));
    return siblings.at(next);
}

void ConversationReducer::showBranchOf(const QString &id)
{
    if (m_conversation.contains(id))
        m_conversation.leafId = m_conversation.newestLeafBelow(id);
}

void ConversationReducer::setThinkingOpen(const QString &id, bool open)
{
    if (Message *message = m_conversation.message(id))
        message->thinkingOpen = open;
}

void ConversationReducer::rename(const QString &title)
{
    const QString tidy = title.simplified();
    if (!tidy.isEmpty())
        m_conversation.summary.title = tidy;
}

void ConversationReducer::setPinned(bool pinned)
{
    m_conversation.summary.pinned = pinned;
}

QString ConversationReducer::titleFrom(const QString &prompt)
{
    constexpr qsizetype longest = 60;
    static const QRegularExpression markup(QStringLiteral("[`\\x{0}-\\x{1f}]+"));
    QString title = prompt.left(longest * 8);
    title.replace(markup, QStringLiteral(" "));
    title = title.simplified();
    if (title.size() <= longest)
        return title;
    title.truncate(longest);
    const qsizetype space = title.lastIndexOf(u' ');
    if (space > longest / 2)
        title.truncate(space);
    if (title.back().isHighSurrogate())
        title.chop(1);
    return title + QChar(0x2026);
}

} // namespace ponder
