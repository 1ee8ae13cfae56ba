#include "ui/MessageRows.h"

#include "chat/TokenEstimate.h"
#include "ui/AnswerBanner.h"
#include "ui/TextSpans.h"
#include "ui/TranscriptText.h"
#include "ui/TurnStatusText.h"

#include <algorithm>

namespace ponder {

namespace {

bool isStreaming(const Message &message)
{
    return message.state == MessageState::Streaming;
}

bool isBlank(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

qsizetype reasoningParts(const Message &message)
{
    return std::count_if(message.segments.begin(), message.segments.end(),
                         [](const Segment &s) { return s.kind == Segment::Kind::Reasoning; });
}

} // namespace

int MessageRows::runningPanel(const Message &message)
{
    if (!isStreaming(message) || message.segments.empty() ||
        message.segments.back().kind != Segment::Kind::Reasoning)
        return -1;
    return int(message.segments.size()) - 1;
}

MessageRows::Update MessageRows::update(const Message &message, const RowsContext &context)
{
    Update update;
    if (updateInPlace(message, context, update))
        return update;
    return rebuild(message, context);
}

MessageRows::Update MessageRows::rebuild(const Message &message, const RowsContext &context)
{
    Update update;
    m_runningPanel = runningPanel(message);
    m_wasStreaming = isStreaming(message);
    m_built = true;
    if (message.role == Role::System)
        return update;
    if (message.role == Role::User) {
        UserRow row{message.text(), context.editing, context.branch, context.branches};
        row.read();
        update.rows.emplace_back(std::move(row));
        return update;
    }
    syncParts(message);
    for (size_t i = 0; i < message.segments.size(); ++i)
        addPart(i, message, context, update.rows);
    addTail(message, context, update.rows);
    return update;
}

/// Drops what was read of segments that are other ones now.
void MessageRows::syncParts(const Message &message)
{
    size_t same = 0;
    while (same < m_parts.size() && same < message.segments.size() &&
           m_parts[same].kind == message.segments[same].kind)
        ++same;
    m_parts.resize(same);
    for (size_t i = same; i < message.segments.size(); ++i) {
        m_parts.emplace_back();
        m_parts.back().kind = message.segments[i].kind;
    }
}

/// The usual case while an answer arrives: the last segment has grown, nothing else has changed.
bool MessageRows::updateInPlace(const Message &message, const RowsContext &context, Update &update)
{
    if (!m_built || !m_wasStreaming || !isStreaming(message) || message.role != Role::Assistant ||
        message.segments.empty() || m_parts.size() != message.segments.size() ||
        m_parts.back().kind != message.segments.back().kind ||
        m_runningPanel != runningPanel(message))
        return false;
    const size_t last = m_parts.size() - 1;
    Part &part = m_parts[last];
    const Segment &segment = message.segments[last];
    const bool thinking = segment.kind == Segment::Kind::Reasoning;
    if (!thinking && segment.kind != Segment::Kind::Text)
        return false;
    size_t headerRows = 0;
    if (thinking) {
        const ThinkingRow fresh = header(last, message, context);
        if (fresh != part.header || fresh.open != part.open)
            return false;
        headerRows = 1;
        if (!part.open) {
            update.first = part.firstRow + 1;
            addTail(message, context, update.rows);
            return true;
        }
    }
    const size_t before = part.blocksBuilt;
    size_t firstBlock = part.text.read(segment.text, true);
    // The block that grew so far is not the last one any more.
    firstBlock = std::min(firstBlock, before > 0 ? before - 1 : 0);
    update.first = part.firstRow + headerRows + firstBlock;
    addBlocks(part, firstBlock, thinking, true, update.rows);
    addTail(message, context, update.rows);
    return true;
}

void MessageRows::addPart(size_t index, const Message &message, const RowsContext &context,
                          RowContents &rows)
{
    const Segment &segment = message.segments[index];
    Part &part = m_parts[index];
    part.firstRow = rows.size();
    part.blocksBuilt = 0;
    const bool growing = isStreaming(message) && index + 1 == message.segments.size();
    switch (segment.kind) {
    case Segment::Kind::Reasoning:
        if (!growing && isBlank(segment.text))
            return;
        part.header = header(index, message, context);
        part.open = part.header.open;
        rows.emplace_back(part.header);
        if (!part.open)
            return;
        part.text.read(segment.text, growing);
        addBlocks(part, 0, true, growing, rows);
        return;
    case Segment::Kind::Text:
        part.text.read(segment.text, growing);
        addBlocks(part, 0, false, growing, rows);
        return;
    case Segment::Kind::ToolCall:
        rows.emplace_back(ToolCallRow{segment.toolCallId, segment.toolName, segment.toolArguments,
                                      QString(), false, false,
                                      context.openCalls.contains(segment.toolCallId)});
        return;
    case Segment::Kind::ToolResult:
        for (RowContent &row : rows) {
            auto *call = std::get_if<ToolCallRow>(&row);
            if (call && call->id == segment.toolCallId) {
                call->result = segment.text;
                call->failed = segment.toolFailed;
                call->done = true;
            }
        }
        return;
    }
}

void MessageRows::addBlocks(Part &part, size_t firstBlock, bool thinking, bool growing,
                            RowContents &rows)
{
    const Blocks &blocks = part.text.blocks();
    part.directions.read(blocks, firstBlock);
    for (size_t i = firstBlock; i < blocks.size(); ++i) {
        const bool goesOn = blocks[i]->continued && i > 0 && isPartlyAsWritten(*blocks[i - 1]);
        const bool beside = i + 1 < blocks.size() && standsBeside(*blocks[i], *blocks[i + 1]);
        rows.emplace_back(BlockRow{blocks[i], thinking, growing && i + 1 == blocks.size(),
                                   part.directions.isRightToLeft(i),
                                   !goesOn && isPartlyAsWritten(*blocks[i]), beside,
                                   beside && TextSpanBuilder::isCjk(blocks[i + 1]->runs)});
    }
    part.blocksBuilt = blocks.size();
}

void MessageRows::addTail(const Message &message, const RowsContext &context,
                          RowContents &rows) const
{
    if (message.role != Role::Assistant)
        return;
    if (isStreaming(message)) {
        const qint64 elapsed = std::max<qint64>(0, context.nowMs - context.status.sinceMs);
        const auto phase = context.status.phase;
        if (phase == TurnStatus::Phase::Retrying)
            rows.emplace_back(AnswerBanner::forRetry(context.status, elapsed, message.origin));
        else if (phase == TurnStatus::Phase::Connecting || phase == TurnStatus::Phase::Queued)
            rows.emplace_back(
                StatusRow{phaseText(context.status, elapsed, message.origin.providerName)});
        return;
    }
    if (auto banner = AnswerBanner::forMessage(message, context.billingUrl))
        rows.emplace_back(std::move(*banner));
    if (message.segments.empty() && context.branches < 2)
        return;
    FooterRow footer;
    footer.branch = context.branch;
    footer.branches = context.branches;
    footer.model = TranscriptText::shortModel(message.origin);
    footer.speed = TranscriptText::speed(message);
    footer.cost = TranscriptText::cost(message.usage);
    footer.last = context.lastAnswer;
    rows.emplace_back(std::move(footer));
}

ThinkingRow MessageRows::header(size_t index, const Message &message, const RowsContext &context)
{
    const Segment &segment = message.segments[index];
    const Part &part = m_parts[index];
    ThinkingRow row;
    row.panel = int(index);
    row.running = int(index) == runningPanel(message);
    row.open = context.panels.isOpen(message, row.panel, row.running);
    if (!row.running) {
        const bool cutShort = index + 1 == message.segments.size() && !isStreaming(message) &&
                              message.state != MessageState::Complete;
        row.title = TranscriptText::thoughtFor(segment.durationMs, cutShort);
        row.tokens = tokens(index, message);
        return row;
    }
    const bool timed = context.status.phase == TurnStatus::Phase::Thinking;
    row.title = TranscriptText::thinking();
    row.elapsed = TranscriptText::duration(timed ? context.nowMs - context.status.sinceMs
                                                 : segment.durationMs);
    // Counting means reading all of it: once a second, together with the time, is enough.
    const bool sameSecond = part.header.running && part.header.elapsed == row.elapsed;
    row.tokens = sameSecond ? part.header.tokens : tokens(index, message);
    return row;
}

QString MessageRows::tokens(size_t index, const Message &message) const
{
    if (message.usage.reasoningTokens && reasoningParts(message) == 1)
        return TranscriptText::tokens(*message.usage.reasoningTokens, false);
    return TranscriptText::tokens(estimateTokens(message.segments[index].text), true);
}

} // namespace ponder
