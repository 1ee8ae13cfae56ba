#pragma once

#include "base/Clock.h"
#include "chat/ChatBackend.h"
#include "chat/Conversation.h"
#include "chat/ConversationReducer.h"
#include "chat/ConversationStore.h"
#include "chat/OverlapTrimmer.h"
#include "chat/ProviderProfile.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace ponder {

/// What the window says while an answer is under way.
struct TurnStatus
{
    enum class Phase { Idle, Connecting, Queued, Thinking, Answering, Retrying };

    Phase phase = Phase::Idle;
    qint64 sinceMs = 0; ///< monotonic, when the phase began
    int attempt = 0;    ///< while retrying
    int maxAttempts = 0;
    int delayMs = 0;
    std::optional<Error> cause; ///< while retrying

    bool operator==(const TurnStatus &) const = default;
};

/// Who answers the next message, and how.
struct TurnOptions
{
    ProviderProfile provider;
    QString model;
    QString systemPrompt;
    QJsonObject parameters;
    QJsonObject extraBody;
    bool stream = true;
    std::optional<ModelPrice> price = std::nullopt; ///< what the answer will be charged by
};

/// One open conversation: takes the user's verbs, runs at most one answer at a time, and keeps the
/// store up to date (journal every 200 ms while streaming). Lives on when nobody looks at it.
class ChatSession : public QObject
{
    Q_OBJECT

public:
    /// `store` may be null: then nothing is kept (the command line without --save).
    ChatSession(Conversation conversation, ChatBackend &backend, ConversationStore *store,
                const Clock &clock, QObject *parent = nullptr);
    ~ChatSession() override;

    [[nodiscard]] const Conversation &conversation() const { return m_conversation; }
    [[nodiscard]] const TurnStatus &status() const { return m_status; }
    [[nodiscard]] bool isBusy() const { return m_turn != nullptr; }
    [[nodiscard]] QString streamingMessageId() const { return m_answerId; }
    /// The request that send() would make for this text; what the preview shows is what is sent.
    [[nodiscard]] ChatRequest previewRequest(const QString &text, const TurnOptions &options) const;

    /// Each starts an answer and does nothing while one is under way.
    void send(const QString &text, const TurnOptions &options);
    void regenerate(const QString &answerId, const TurnOptions &options);
    void edit(const QString &userMessageId, const QString &text, const TurnOptions &options);
    void continueAnswer(const QString &answerId, const TurnOptions &options);

    void stop();
    void retryNow();
    /// Ends an answer without the user's wish (the program quits): what arrived is kept, marked
    /// interrupted, and can be continued.
    void interrupt();

    void showSibling(const QString &messageId, int step);
    void setThinkingOpen(const QString &messageId, bool open);
    void rename(const QString &title);
    void setPinned(bool pinned);
    void setDraft(const QString &draft);
    void setProvider(const QString &providerId, const QString &model);
    void setSystemPrompt(const QString &prompt);

Q_SIGNALS:
    /// The shown branch is another one now, or messages were added to it.
    void pathChanged();
    /// Pieces were added to this answer; not throttled.
    void segmentsChanged(const QString &messageId);
    /// State, usage, error or origin of a message changed.
    void messageChanged(const QString &messageId);
    void statusChanged();
    void summaryChanged();
    /// For observers that want the raw steps of the answer (the command line).
    void deltaApplied(const QString &messageId, const ponder::Delta &delta);
    void answerFinished(const QString &messageId);

private:
    void addPromptAndAnswer(const QString &parentId, const QString &text,
                            const TurnOptions &options);
    void answer(const QString &promptId, const TurnOptions &options);
    void applyDelta(const Delta &delta);
    void endAnswer(const std::optional<Error> &error);
    void startTurn(const QString &answerId, const ChatRequest &request, const TurnOptions &options);
    void onDeltas(const Deltas &deltas);
    void onFinished(const std::optional<Error> &error);
    void setPhase(TurnStatus::Phase phase);
    void saveSummary();
    void writeJournal();
    [[nodiscard]] ChatRequest requestFor(const QStringList &path, const TurnOptions &options) const;

    Conversation m_conversation;
    ConversationReducer m_reducer;
    ChatBackend &m_backend;
    ConversationStore *m_store;
    const Clock &m_clock;
    std::unique_ptr<ChatTurn> m_turn;
    QString m_answerId;
    std::optional<ModelPrice> m_price; ///< of the answer that is received
    QString m_currency;                ///< in which its server reports costs; empty: US dollars
    OverlapTrimmer m_overlap;
    bool m_cancelled = false;
    TurnStatus m_status;
    QTimer m_journalTimer;
    bool m_journalDirty = false;
};

} // namespace ponder
