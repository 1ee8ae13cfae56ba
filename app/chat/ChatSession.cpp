#include "chat/ChatSession.h"

#include "base/Logging.h"
#include "chat/HistoryBuilder.h"
#include "chat/ThinkingEffort.h"

#include <utility>

namespace ponder {

namespace {

/// Often enough that a killed program loses no more than a blink of text.
constexpr int kJournalIntervalMs = 200;

} // namespace

ChatSession::ChatSession(Conversation conversation, ChatBackend &backend, ConversationStore *store,
                         const Clock &clock, QObject *parent)
    : QObject(parent), m_conversation(std::move(conversation)), m_reducer(m_conversation, clock),
      m_backend(backend), m_store(store), m_clock(clock)
{
    m_journalTimer.setSingleShot(true);
    m_journalTimer.setInterval(kJournalIntervalMs);
    connect(&m_journalTimer, &QTimer::timeout, this, &ChatSession::writeJournal);
}

ChatSession::~ChatSession()
{
    interrupt();
}

void ChatSession::interrupt()
{
    if (!m_turn)
        return;
    m_turn->disconnect(this);
    m_turn.reset();
    endAnswer(std::nullopt);
}

ChatRequest ChatSession::requestFor(const QStringList &path, const TurnOptions &options) const
{
    ChatRequest request;
    request.model = options.model;
    request.messages = buildHistory(m_conversation, path, options.systemPrompt);
    request.parameters = spelledParameters(options.provider, options.model, options.parameters);
    request.extraBody = options.extraBody;
    request.stream = options.stream;
    request.includeUsage = options.provider.sendStreamOptions;
    request.reasoningReplay = options.provider.reasoningReplay;
    request.continueStyle = options.provider.continueStyle;
    return request;
}

ChatRequest ChatSession::previewRequest(const QString &text, const TurnOptions &options) const
{
    ChatRequest request = requestFor(m_conversation.activePath(), options);
    RequestMessage prompt;
    prompt.content = text;
    request.messages.push_back(std::move(prompt));
    return request;
}

void ChatSession::send(const QString &text, const TurnOptions &options)
{
    if (isBusy() || text.trimmed().isEmpty())
        return;
    m_conversation.draft.clear();
    addPromptAndAnswer(m_conversation.leafId, text, options);
}

void ChatSession::edit(const QString &userMessageId, const QString &text,
                       const TurnOptions &options)
{
    const Message *original = m_conversation.message(userMessageId);
    if (isBusy() || !original || original->role != Role::User || text.trimmed().isEmpty())
        return;
    addPromptAndAnswer(original->parentId, text, options);
}

void ChatSession::addPromptAndAnswer(const QString &parentId, const QString &text,
                                     const TurnOptions &options)
{
    const QString promptId = m_reducer.addUserMessage(parentId, text);
    if (m_store) {
        m_store->saveConversation(m_conversation);
        m_store->saveMessage(m_conversation.summary.id, *m_conversation.message(promptId));
    }
    Q_EMIT summaryChanged();
    answer(promptId, options);
}

void ChatSession::regenerate(const QString &answerId, const TurnOptions &options)
{
    const Message *original = m_conversation.message(answerId);
    if (isBusy() || !original || original->role != Role::Assistant)
        return;
    answer(original->parentId, options);
}

void ChatSession::answer(const QString &promptId, const TurnOptions &options)
{
    const ChatRequest request = requestFor(m_conversation.pathTo(promptId), options);
    AnswerOrigin origin;
    origin.providerId = options.provider.id;
    origin.providerName = options.provider.name;
    origin.model = options.model;
    origin.parameters = options.parameters;
    const QString answerId = m_reducer.beginAnswer(promptId, std::move(origin));
    m_overlap = OverlapTrimmer();
    startTurn(answerId, request, options);
    Q_EMIT pathChanged();
}

void ChatSession::continueAnswer(const QString &answerId, const TurnOptions &options)
{
    const Message *original = m_conversation.message(answerId);
    if (isBusy() || !original || !original->isContinuable())
        return;
    const QString soFar = original->text();
    // Reasoning alone cannot be handed back; such an answer starts over below what is there.
    const bool goesOn = !soFar.isEmpty();
    ChatRequest request =
        requestFor(m_conversation.pathTo(goesOn ? answerId : original->parentId), options);
    request.continues = goesOn;
    m_reducer.resumeAnswer(answerId);
    m_overlap = goesOn ? OverlapTrimmer(soFar) : OverlapTrimmer();
    startTurn(answerId, request, options);
    Q_EMIT messageChanged(answerId);
}

void ChatSession::startTurn(const QString &answerId, const ChatRequest &request,
                            const TurnOptions &options)
{
    m_answerId = answerId;
    m_cancelled = false;
    m_price = options.price;
    m_currency = options.provider.currency;
    if (m_store) {
        m_store->saveConversation(m_conversation);
        m_store->saveMessage(m_conversation.summary.id, *m_conversation.message(answerId));
    }
    m_turn = m_backend.start(options.provider, request);
    connect(m_turn.get(), &ChatTurn::connecting, this,
            [this] { setPhase(TurnStatus::Phase::Connecting); });
    connect(m_turn.get(), &ChatTurn::queued, this, [this] { setPhase(TurnStatus::Phase::Queued); });
    connect(m_turn.get(), &ChatTurn::retrying, this,
            [this](int attempt, int maxAttempts, int delayMs, const Error &cause) {
                m_status = {TurnStatus::Phase::Retrying,
                            m_clock.monotonicMs(),
                            attempt,
                            maxAttempts,
                            delayMs,
                            cause};
                Q_EMIT statusChanged();
            });
    connect(m_turn.get(), &ChatTurn::deltasReady, this, &ChatSession::onDeltas);
    connect(m_turn.get(), &ChatTurn::finished, this, &ChatSession::onFinished);
    setPhase(TurnStatus::Phase::Connecting);
}

void ChatSession::setPhase(TurnStatus::Phase phase)
{
    if (m_status.phase == phase)
        return;
    m_status = {};
    m_status.phase = phase;
    m_status.sinceMs = m_clock.monotonicMs();
    Q_EMIT statusChanged();
}

void ChatSession::applyDelta(const Delta &delta)
{
    m_reducer.apply(m_answerId, delta);
    if (std::holds_alternative<ReasoningDelta>(delta))
        setPhase(TurnStatus::Phase::Thinking);
    else if (std::holds_alternative<TextDelta>(delta))
        setPhase(TurnStatus::Phase::Answering);
    Q_EMIT deltaApplied(m_answerId, delta);
}

void ChatSession::onDeltas(const Deltas &deltas)
{
    for (const Delta &delta : deltas) {
        if (const auto *text = std::get_if<TextDelta>(&delta)) {
            const QString fresh = m_overlap.feed(text->text);
            if (!fresh.isEmpty())
                applyDelta(TextDelta{fresh});
        } else {
            applyDelta(delta);
        }
    }
    Q_EMIT segmentsChanged(m_answerId);
    m_journalDirty = true;
    if (m_store && !m_journalTimer.isActive())
        m_journalTimer.start();
}

void ChatSession::writeJournal()
{
    if (!m_journalDirty || !m_store)
        return;
    m_journalDirty = false;
    if (const Message *answer = m_conversation.message(m_answerId))
        m_store->journal(m_conversation.summary.id, *answer);
}

void ChatSession::onFinished(const std::optional<Error> &error)
{
    // The turn is the sender of this signal: it must live until control is back in the event loop.
    m_turn->disconnect(this);
    m_turn.release()->deleteLater();
    endAnswer(error);
}

void ChatSession::endAnswer(const std::optional<Error> &error)
{
    const QString rest = m_overlap.finish();
    if (!rest.isEmpty())
        applyDelta(TextDelta{rest});
    m_reducer.finish(m_answerId, error, m_cancelled);
    const std::optional<Cost> cost = m_reducer.settleCost(m_answerId, m_price, m_currency);
    m_journalTimer.stop();
    m_journalDirty = false;
    if (m_store) {
        m_store->saveMessage(m_conversation.summary.id, *m_conversation.message(m_answerId));
        m_store->saveConversation(m_conversation);
        if (cost)
            m_store->recordSpending({m_clock.now(), *cost});
    }
    const QString id = std::exchange(m_answerId, {});
    setPhase(TurnStatus::Phase::Idle);
    Q_EMIT messageChanged(id);
    Q_EMIT summaryChanged();
    Q_EMIT answerFinished(id);
}

void ChatSession::stop()
{
    if (!m_turn)
        return;
    m_cancelled = true;
    m_turn->cancel();
}

void ChatSession::retryNow()
{
    if (m_turn)
        m_turn->retryNow();
}

void ChatSession::showSibling(const QString &messageId, int step)
{
    if (m_reducer.showSibling(messageId, step).isEmpty())
        return;
    saveSummary();
    Q_EMIT pathChanged();
}

void ChatSession::setThinkingOpen(const QString &messageId, bool open)
{
    m_reducer.setThinkingOpen(messageId, open);
    Q_EMIT messageChanged(messageId);
    const Message *message = m_conversation.message(messageId);
    if (m_store && message && messageId != m_answerId) // a streaming answer is saved at its end
        m_store->saveMessage(m_conversation.summary.id, *message);
}

void ChatSession::rename(const QString &title)
{
    m_reducer.rename(title);
    saveSummary();
}

void ChatSession::setPinned(bool pinned)
{
    m_reducer.setPinned(pinned);
    saveSummary();
}

void ChatSession::setDraft(const QString &draft)
{
    if (m_conversation.draft == draft)
        return;
    m_conversation.draft = draft;
    saveSummary();
}

void ChatSession::setProvider(const QString &providerId, const QString &model)
{
    m_conversation.providerId = providerId;
    m_conversation.model = model;
    saveSummary();
}

void ChatSession::setSystemPrompt(const QString &prompt)
{
    m_conversation.systemPrompt = prompt;
    saveSummary();
}

void ChatSession::saveSummary()
{
    // An empty conversation is not worth a row; its first message stores it.
    if (m_store && !m_conversation.isEmpty())
        m_store->saveConversation(m_conversation);
    Q_EMIT summaryChanged();
}

} // namespace ponder
