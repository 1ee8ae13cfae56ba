#pragma once

#include "chat/ChatSession.h"
#include "ui/BranchPoints.h"
#include "ui/ModelChoice.h"
#include "ui/ModelMenuModel.h"
#include "ui/ProviderStatus.h"
#include "ui/Services.h"
#include "ui/TranscriptModel.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// The conversation that is shown: its transcript, the composer's draft and model, and the verbs of
/// the window. Showing another conversation does not stop an answer; it goes on in its session.
class ChatController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from AppController")
    Q_PROPERTY(QString conversationId READ conversationId NOTIFY conversationChanged)
    Q_PROPERTY(QString title READ title NOTIFY titleChanged)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY emptyChanged)
    Q_PROPERTY(ponder::TranscriptModel *transcript READ transcript CONSTANT)
    Q_PROPERTY(bool busy READ busy NOTIFY phaseChanged)
    /// "idle", "connecting", "queued", "thinking", "answering" or "retrying"
    Q_PROPERTY(QString phase READ phase NOTIFY phaseChanged)
    Q_PROPERTY(int phaseElapsedMs READ phaseElapsedMs NOTIFY tick)
    /// One line for the eye, e.g. "Waiting for OpenRouter · 6 s"
    Q_PROPERTY(QString phaseText READ phaseText NOTIFY tick)
    Q_PROPERTY(int retryDelayMs READ retryDelayMs NOTIFY phaseChanged)
    /// What is left of retryDelayMs
    Q_PROPERTY(int retryRemainingMs READ retryRemainingMs NOTIFY tick)
    Q_PROPERTY(int retryAttempt READ retryAttempt NOTIFY phaseChanged)
    Q_PROPERTY(int retryMaxAttempts READ retryMaxAttempts NOTIFY phaseChanged)
    Q_PROPERTY(QString providerId READ providerId NOTIFY modelChanged)
    Q_PROPERTY(QString providerName READ providerName NOTIFY modelChanged)
    Q_PROPERTY(QString model READ model NOTIFY modelChanged)
    /// "OpenRouter · deepseek-r1-0528"
    Q_PROPERTY(QString modelLabel READ modelLabel NOTIFY modelChanged)
    /// "deepseek-r1-0528", for narrow windows
    Q_PROPERTY(QString modelShortLabel READ modelShortLabel NOTIFY modelChanged)
    Q_PROPERTY(bool modelMissing READ modelMissing NOTIFY modelChanged)
    Q_PROPERTY(bool demo READ demo NOTIFY modelChanged)
    Q_PROPERTY(QString draft READ draft WRITE setDraft NOTIFY draftChanged)
    Q_PROPERTY(bool canSend READ canSend NOTIFY canSendChanged)
    Q_PROPERTY(qint64 contextUsed READ contextUsed NOTIFY contextChanged)
    Q_PROPERTY(qint64 contextLimit READ contextLimit NOTIFY contextChanged)
    /// "18.2K / 160K", "18.2K" where the limit is unknown
    Q_PROPERTY(QString contextLabel READ contextLabel NOTIFY contextChanged)
    /// "18.2K"
    Q_PROPERTY(QString contextShortLabel READ contextShortLabel NOTIFY contextChanged)
    Q_PROPERTY(
        QString systemPrompt READ systemPrompt WRITE setSystemPrompt NOTIFY systemPromptChanged)
    /// The last prompt of the shown branch; what Up in an empty composer edits.
    Q_PROPERTY(QString lastUserMessageId READ lastUserMessageId NOTIFY pathChanged)
    Q_PROPERTY(QString lastAnswerId READ lastAnswerId NOTIFY pathChanged)

public:
    ChatController(ui::Services &services, ProviderStatus &status, ModelMenuModel &modelMenu,
                   QObject *parent = nullptr);
    ~ChatController() override;

    /// Shows a session; null shows nothing. The draft of the former one is kept first.
    void show(ChatSession *session);
    [[nodiscard]] ChatSession *session() const { return m_session; }
    /// Keeps the draft now instead of after a pause in typing.
    void keepDraft();
    void setChinese(bool chinese);
    /// Answers of conversations without a choice of their own come from here; for `--demo`.
    [[nodiscard]] bool anyProviderReady() const { return m_chooser.anyReady(); }
    void setForcedProvider(const QString &providerId);

    [[nodiscard]] QString conversationId() const { return conversation().summary.id; }
    [[nodiscard]] QString title() const { return conversation().summary.title; }
    [[nodiscard]] bool isEmpty() const { return conversation().isEmpty(); }
    [[nodiscard]] TranscriptModel *transcript() { return &m_transcript; }
    [[nodiscard]] bool busy() const { return m_session && m_session->isBusy(); }
    [[nodiscard]] QString phase() const;
    [[nodiscard]] int phaseElapsedMs() const;
    [[nodiscard]] QString phaseText() const;
    [[nodiscard]] int retryDelayMs() const { return status().delayMs; }
    [[nodiscard]] int retryRemainingMs() const;
    [[nodiscard]] int retryAttempt() const { return status().attempt; }
    [[nodiscard]] int retryMaxAttempts() const { return status().maxAttempts; }
    [[nodiscard]] QString providerId() const
    {
        return m_choice.profile ? m_choice.profile->id : QString();
    }
    [[nodiscard]] QString providerName() const;
    [[nodiscard]] QString model() const { return m_choice.model; }
    /// Who answers the next message.
    [[nodiscard]] const ModelChoice &choice() const { return m_choice; }
    [[nodiscard]] QString modelLabel() const;
    [[nodiscard]] QString modelShortLabel() const;
    [[nodiscard]] bool modelMissing() const
    {
        return !m_choice.profile || m_choice.model.isEmpty();
    }
    [[nodiscard]] bool demo() const;
    [[nodiscard]] QString draft() const { return m_draft; }
    void setDraft(const QString &draft);
    [[nodiscard]] bool canSend() const;
    [[nodiscard]] qint64 contextUsed() const { return m_contextUsed; }
    [[nodiscard]] qint64 contextLimit() const { return m_choice.contextTokens; }
    [[nodiscard]] QString contextLabel() const;
    [[nodiscard]] QString contextShortLabel() const;
    [[nodiscard]] QString systemPrompt() const { return conversation().systemPrompt; }
    void setSystemPrompt(const QString &prompt);
    [[nodiscard]] QString lastUserMessageId() const
    {
        return lastMessageBy(conversation(), Role::User);
    }
    [[nodiscard]] QString lastAnswerId() const
    {
        return lastMessageBy(conversation(), Role::Assistant);
    }

    /// Sends the text and empties the draft; keeps both where sending is not possible now.
    Q_INVOKABLE bool send(const QString &text);
    Q_INVOKABLE void stop()
    {
        if (m_session)
            m_session->stop();
    }
    Q_INVOKABLE void retryNow()
    {
        if (m_session)
            m_session->retryNow();
    }
    Q_INVOKABLE void regenerate(const QString &messageId);
    Q_INVOKABLE void edit(const QString &messageId, const QString &text);
    Q_INVOKABLE void continueAnswer(const QString &messageId);
    Q_INVOKABLE void showSibling(const QString &messageId, int step);
    Q_INVOKABLE void setThinkingOpen(const QString &messageId, bool open);
    Q_INVOKABLE void copyMessage(const QString &messageId);
    Q_INVOKABLE void copyLastAnswer();
    Q_INVOKABLE void copyText(const QString &text);
    Q_INVOKABLE void chooseModel(const QString &providerId, const QString &model);
    /// Keeps a key in memory for this run and asks the last question again.
    Q_INVOKABLE void useSessionKey(const QString &key);
    Q_INVOKABLE void rename(const QString &title);
    /// Previous (−1) or next (+1) branch of the last message that has more than one.
    Q_INVOKABLE void stepBranch(int step);
    /// Opens or closes the thinking of the last answer.
    Q_INVOKABLE void toggleLastThinking();
    Q_INVOKABLE void editLastMessage();

Q_SIGNALS:
    void conversationChanged();
    void titleChanged();
    void emptyChanged();
    void phaseChanged();
    void tick();
    void modelChanged();
    void draftChanged();
    void canSendChanged();
    void contextChanged();
    void systemPromptChanged();
    void pathChanged();
    /// The message list shows this message as a field (Up in an empty composer).
    void editRequested(const QString &messageId);
    /// Something was put on the clipboard.
    void copied(const QString &messageId);
    /// A prompt was sent just now: the list follows the answer again.
    void sent();

private:
    void attach();
    /// That of the session; an empty one when none is shown.
    [[nodiscard]] const Conversation &conversation() const;
    [[nodiscard]] TurnStatus status() const;
    void applyShowThinking();
    void onPathChanged();
    void onStatusChanged();
    void resolveModel();
    void scheduleContext();
    void updateContext();
    [[nodiscard]] TurnOptions options() const;
    [[nodiscard]] bool canStart() const;
    [[nodiscard]] QString answeringName() const;
    /// Starts an answer with the options of now, if one can start.
    template <typename Verb>
    void begin(Verb verb);

    ui::Services &m_services;
    ProviderStatus &m_status;
    ModelMenuModel &m_modelMenu;
    ModelChooser m_chooser;
    TranscriptModel m_transcript;
    QPointer<ChatSession> m_session;
    ModelChoice m_choice;
    QString m_draft;
    QTimer m_draftTimer;
    QTimer m_tickTimer;
    QTimer m_contextTimer;
    qint64 m_contextUsed = 0;
    bool m_chinese = false;
};

} // namespace ponder
