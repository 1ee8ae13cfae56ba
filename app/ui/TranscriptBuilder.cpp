#include "ui/TranscriptBuilder.h"

#include <algorithm>
#include <utility>

namespace ponder {

namespace {

/// What is read at once when a conversation opens: more than fills a large window.
constexpr qsizetype kOpenCharacters = 24'000;
constexpr qsizetype kOpenMessages = 6;

qsizetype lengthOf(const Message &message)
{
    qsizetype length = 0;
    for (const Segment &segment : message.segments) {
        if (segment.kind == Segment::Kind::Text)
            length += segment.text.size();
    }
    return length;
}

} // namespace

void TranscriptBuilder::setSession(ChatSession *session)
{
    m_session = session;
    panels.clear();
    editing.clear();
    openCalls.clear();
    lastAnswer.clear();
}

const Message *TranscriptBuilder::message(const QString &id) const
{
    return m_session ? std::as_const(*m_session).conversation().message(id) : nullptr;
}

void TranscriptBuilder::noteLastAnswer(const QStringList &path)
{
    lastAnswer.clear();
    for (auto id = path.crbegin(); id != path.crend() && lastAnswer.isEmpty(); ++id) {
        if (message(*id)->role == Role::Assistant)
            lastAnswer = *id;
    }
}

std::vector<TranscriptEntry> TranscriptBuilder::open(const QStringList &path)
{
    noteLastAnswer(path);
    // From the end, because that is what is seen first.
    std::vector<TranscriptEntry> entries(size_t(path.size()));
    qsizetype characters = 0;
    for (qsizetype i = path.size() - 1; i >= 0; --i) {
        const bool pending = path.size() - i > kOpenMessages && characters > kOpenCharacters;
        characters += lengthOf(*message(path[i]));
        entries[size_t(i)] = make(path[i], pending);
    }
    return entries;
}

TranscriptEntry TranscriptBuilder::make(const QString &id, bool pending)
{
    TranscriptEntry entry;
    entry.id = id;
    const Message &source = *message(id);
    entry.thinkingOpen = source.thinkingOpen;
    entry.pending = pending && source.role == Role::Assistant;
    if (entry.pending)
        entry.rows.emplace_back(PendingRow{int(lengthOf(source))});
    else
        entry.rows = entry.builder.rebuild(source, contextFor(id)).rows;
    return entry;
}

std::optional<MessageRows::Update> TranscriptBuilder::refresh(TranscriptEntry &entry, bool rebuild,
                                                              bool following)
{
    const Message *source = message(entry.id);
    if (!source || entry.pending)
        return std::nullopt;
    const int before = entry.builder.runningPanel();
    if (before >= 0 && before != MessageRows::runningPanel(*source))
        panels.ended(entry.id, before, int(source->segments.size()) > before + 1, following);
    if (source->thinkingOpen != entry.thinkingOpen) {
        // Chosen elsewhere (a key, another window): that holds for all panels of the message.
        entry.thinkingOpen = source->thinkingOpen;
        panels.forget(entry.id);
        rebuild = true;
    }
    const RowsContext context = contextFor(entry.id);
    return rebuild ? entry.builder.rebuild(*source, context)
                   : entry.builder.update(*source, context);
}

bool TranscriptBuilder::isPanelOpen(const QString &messageId, int panel) const
{
    const Message *source = message(messageId);
    return source && panels.isOpen(*source, panel, panel == MessageRows::runningPanel(*source));
}

RowsContext TranscriptBuilder::contextFor(const QString &id) const
{
    RowsContext context{panels, m_session->status()};
    context.nowMs = m_clock.monotonicMs();
    const QStringList siblings = m_session->conversation().siblings(id);
    context.branches = int(std::max<qsizetype>(1, siblings.size()));
    context.branch = int(std::max<qsizetype>(0, siblings.indexOf(id))) + 1;
    context.lastAnswer = id == lastAnswer;
    context.editing = id == editing;
    context.openCalls = openCalls.value(id);
    if (billingUrls)
        context.billingUrl = billingUrls(message(id)->origin.providerId);
    return context;
}

} // namespace ponder
