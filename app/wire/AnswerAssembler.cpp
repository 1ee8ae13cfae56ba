#include "wire/AnswerAssembler.h"

#include "wire/UsageDecoder.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ponder {

namespace {

/// Longer names are no names.
constexpr qsizetype kMaxName = 256;

struct FinishWord
{
    const char *word;
    FinishReason reason;
};

constexpr std::array<FinishWord, 20> kFinishWords{{
    {"stop", FinishReason::Stop},
    {"end_turn", FinishReason::Stop},
    {"stop_sequence", FinishReason::Stop},
    {"eos", FinishReason::Stop},
    {"pause_turn", FinishReason::Stop},
    {"length", FinishReason::Length},
    {"max_tokens", FinishReason::Length},
    {"model_length", FinishReason::Length},
    {"model_context_window_exceeded", FinishReason::Length},
    {"tool_calls", FinishReason::ToolCalls},
    {"tool_use", FinishReason::ToolCalls},
    {"function_call", FinishReason::ToolCalls},
    {"content_filter", FinishReason::ContentFilter},
    {"sensitive", FinishReason::ContentFilter},
    {"refusal", FinishReason::ContentFilter},
    {"insufficient_system_resource", FinishReason::Interrupted},
    {"network_error", FinishReason::Interrupted},
    {"abort", FinishReason::Interrupted},
    {"cancelled", FinishReason::Interrupted},
    {"error", FinishReason::Error},
}};

FinishReason reasonFor(const QString &word)
{
    const auto known =
        std::find_if(kFinishWords.begin(), kFinishWords.end(), [&](const auto &entry) {
            return word.compare(QLatin1String(entry.word), Qt::CaseInsensitive) == 0;
        });
    return known == kFinishWords.end() ? FinishReason::Stop : known->reason;
}

/// The failure that a finish reason stands for, if it does.
std::optional<Error> errorFor(const QString &word)
{
    Error error;
    if (word == QLatin1String("insufficient_system_resource")) {
        error.kind = ErrorKind::Overloaded;
        error.message = QStringLiteral("The server ran out of resources (%1)").arg(word);
    } else if (word == QLatin1String("network_error")) {
        error.kind = ErrorKind::Server;
        error.message = QStringLiteral("The server could not finish the answer (%1)").arg(word);
    } else if (word == QLatin1String("abort")) {
        error.kind = ErrorKind::Server;
        error.message = QStringLiteral("The server cancelled the answer (%1)").arg(word);
    } else if (word == QLatin1String("error")) {
        error.kind = ErrorKind::Server;
        error.message =
            QStringLiteral("The server ended the answer with an error and gave no reason");
    } else {
        return std::nullopt;
    }
    return error;
}

} // namespace

AnswerAssembler::AnswerAssembler(bool splitThinkTags) : m_splitThinkTags(splitThinkTags)
{}

void AnswerAssembler::addText(QString text, Deltas &out)
{
    if (text.isEmpty())
        return;
    m_sawAnything = true;
    flushReasoning(out);
    text = m_textJoiner.add(std::move(text));
    if (!m_splitThinkTags || m_splitter.isPassive()) {
        filterText(text, out);
        return;
    }
    m_splitter.feed(text, [this, &out](ThinkTagSplitter::Piece piece, QStringView part) {
        splitPiece(piece, part, out);
    });
}

void AnswerAssembler::addReasoning(QString text, Deltas &out)
{
    if (text.isEmpty())
        return;
    m_sawAnything = true;
    m_splitter.setReasoningElsewhere([this, &out](ThinkTagSplitter::Piece piece, QStringView part) {
        splitPiece(piece, part, out);
    });
    m_filter.flush(filterSink(out));
    text = m_reasoningJoiner.add(std::move(text));
    emitReasoning(m_merger.add(ReasoningMerger::Source::Field, text), out);
}

void AnswerAssembler::splitPiece(ThinkTagSplitter::Piece piece, QStringView text, Deltas &out)
{
    switch (piece) {
    case ThinkTagSplitter::Piece::Text:
        m_merger.seal();
        filterText(text, out);
        break;
    case ThinkTagSplitter::Piece::Reasoning:
        emitReasoning(m_merger.add(ReasoningMerger::Source::Tags, text.toString()), out);
        break;
    case ThinkTagSplitter::Piece::MovedToReasoning:
        m_filter.flush(filterSink(out));
        m_filter.restart();
        out.emplace_back(MovedToReasoning{});
        break;
    }
}

LeakedMarkerFilter::Sink AnswerAssembler::filterSink(Deltas &out)
{
    return {[this, &out](QStringView part) { emitText(part, out); },
            [this](const ToolCallPiece &call) { addToolCall(call); }};
}

void AnswerAssembler::filterText(QStringView text, Deltas &out)
{
    if (m_splitThinkTags)
        m_filter.feed(text, filterSink(out));
    else
        emitText(text, out);
}

void AnswerAssembler::emitText(QStringView text, Deltas &out)
{
    if (text.isEmpty())
        return;
    if (auto *last = out.empty() ? nullptr : std::get_if<TextDelta>(&out.back()))
        last->text += text;
    else
        out.emplace_back(TextDelta{text.toString()});
}

void AnswerAssembler::emitReasoning(QString text, Deltas &out)
{
    if (text.isEmpty())
        return;
    if (auto *last = out.empty() ? nullptr : std::get_if<ReasoningDelta>(&out.back()))
        last->text += text;
    else
        out.emplace_back(ReasoningDelta{std::move(text)});
}

void AnswerAssembler::addReasoningDetails(const QJsonArray &details, Deltas &out)
{
    if (details.isEmpty())
        return;
    m_sawAnything = true;
    if (auto *last = out.empty() ? nullptr : std::get_if<ReasoningDetailsDelta>(&out.back())) {
        for (const QJsonValue detail : details)
            last->details.append(detail);
    } else {
        out.emplace_back(ReasoningDetailsDelta{details});
    }
}

void AnswerAssembler::addLogprobs(std::vector<TokenLogprob> tokens, Deltas &out)
{
    if (!tokens.empty())
        out.emplace_back(LogprobsDelta{std::move(tokens)});
}

void AnswerAssembler::addModel(const QString &model, Deltas &out)
{
    const QString name = mendedText(model.left(kMaxName));
    if (name.isEmpty() || name == m_model)
        return;
    m_model = name;
    out.emplace_back(ModelDelta{name});
}

void AnswerAssembler::addUsage(const Usage &usage, Deltas &out)
{
    if (usage.isEmpty())
        return;
    Usage updated = m_usage;
    UsageDecoder::update(updated, usage);
    if (updated == m_usage)
        return;
    m_usage = updated;
    if (auto *last = out.empty() ? nullptr : std::get_if<UsageDelta>(&out.back()))
        last->usage = updated;
    else
        out.emplace_back(UsageDelta{updated});
}

void AnswerAssembler::addError(const Error &error, Deltas &out)
{
    if (m_error)
        return;
    m_error = error;
    flushText(out);
    flushReasoning(out);
    out.emplace_back(ErrorDelta{error});
}

void AnswerAssembler::setFinishReason(const QString &word, const QString &native, Deltas &out)
{
    if (word.isEmpty())
        return;
    const FinishReason reason = reasonFor(word);
    if (m_finish && reason != FinishReason::Error)
        return;
    m_sawAnything = true;
    m_finish = FinishDelta{reason, {}};
    if (!native.isEmpty() && native != word)
        m_finish->native = mendedText(native.left(kMaxName));
    else if (word != finishReasonName(reason))
        m_finish->native = mendedText(word.left(kMaxName));
    if (const std::optional<Error> error = errorFor(word))
        addError(*error, out);
}

void AnswerAssembler::flushText(Deltas &out)
{
    const QString left = m_textJoiner.flush();
    const ThinkTagSplitter::Sink sink = [this, &out](ThinkTagSplitter::Piece piece,
                                                     QStringView part) {
        splitPiece(piece, part, out);
    };
    if (!m_splitThinkTags) {
        emitText(left, out);
        return;
    }
    m_splitter.feed(left, sink);
    m_splitter.finish(sink);
    m_filter.finish(filterSink(out));
}

void AnswerAssembler::flushReasoning(Deltas &out)
{
    if (m_reasoningJoiner.isHolding()) {
        const QString left = m_reasoningJoiner.flush();
        emitReasoning(m_merger.add(ReasoningMerger::Source::Field, left), out);
    }
}

void AnswerAssembler::giveOut(Deltas &out)
{
    if (std::exchange(m_gaveOut, true))
        return;
    flushReasoning(out);
    flushText(out);
    const bool hasCalls = !m_toolCalls.isEmpty();
    for (ToolCallDelta &call : m_toolCalls.take())
        out.emplace_back(std::move(call));
    if (m_usage.isEmpty() && m_fallbackUsage)
        addUsage(*m_fallbackUsage, out);
    if (!m_finish && m_done && !m_error && (hasCalls || m_sawAnything))
        m_finish = FinishDelta{};
    if (!m_finish)
        return;
    // Whether tools were called is decided by the calls: servers name it in different ways.
    if (hasCalls && m_finish->reason == FinishReason::Stop)
        m_finish->reason = FinishReason::ToolCalls;
    out.emplace_back(*m_finish);
}

void AnswerAssembler::close(Deltas &out)
{
    m_closed = true;
    m_done = true;
    giveOut(out);
}

StreamEnd AnswerAssembler::finish(Deltas &out)
{
    giveOut(out);
    m_closed = true;
    return {m_done || m_finish.has_value() || m_error.has_value(), m_error};
}

} // namespace ponder
