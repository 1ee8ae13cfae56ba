#pragma once

#include "ui/ChatController.h"
#include "ui/ConversationListModel.h"
#include "ui/EffortController.h"
#include "ui/ModelMenuModel.h"
#include "ui/ProvidersController.h"
#include "ui/SamplingController.h"
#include "ui/Services.h"
#include "ui/SettingsController.h"
#include "ui/SpendingController.h"
#include "ui/SystemAppearance.h"
#include "ui/WindowState.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// The root of what QML sees: which page is shown, and the controllers of its parts.
class AppController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(ponder::ConversationListModel *conversations READ conversations CONSTANT)
    Q_PROPERTY(ponder::ChatController *chat READ chat CONSTANT)
    Q_PROPERTY(ponder::ProvidersController *providers READ providers CONSTANT)
    Q_PROPERTY(ponder::SamplingController *sampling READ sampling CONSTANT)
    Q_PROPERTY(ponder::SettingsController *settings READ settings CONSTANT)
    Q_PROPERTY(ponder::EffortController *effort READ effort CONSTANT)
    Q_PROPERTY(ponder::ModelMenuModel *modelMenu READ modelMenu CONSTANT)
    Q_PROPERTY(ponder::SystemAppearance *appearance READ appearance CONSTANT)
    Q_PROPERTY(ponder::WindowState *window READ window CONSTANT)
    Q_PROPERTY(ponder::SpendingController *spending READ spending CONSTANT)
    /// "chat", "settings" or "firstRun"
    Q_PROPERTY(QString page READ page NOTIFY pageChanged)
    /// "general", "providers", "sampling", …
    Q_PROPERTY(QString settingsSection READ settingsSection WRITE setSettingsSection NOTIFY
                   settingsSectionChanged)
    /// A problem with keeping conversations or settings, one sentence; "" when there is none.
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged)
    /// The first run is asking a local server for its models.
    Q_PROPERTY(bool settingUp READ settingUp NOTIFY setupChanged)
    Q_PROPERTY(QString setupError READ setupError NOTIFY setupChanged)
    Q_PROPERTY(bool canExport READ canExport CONSTANT)

public:
    explicit AppController(ui::Services services, QObject *parent = nullptr);
    ~AppController() override;

    [[nodiscard]] ConversationListModel *conversations() { return &m_conversations; }
    [[nodiscard]] ChatController *chat() { return &m_chat; }
    [[nodiscard]] ProvidersController *providers() { return &m_providers; }
    [[nodiscard]] SamplingController *sampling() { return &m_sampling; }
    [[nodiscard]] SettingsController *settings() { return &m_settings; }
    [[nodiscard]] EffortController *effort() { return &m_effort; }
    [[nodiscard]] ModelMenuModel *modelMenu() { return &m_modelMenu; }
    [[nodiscard]] SystemAppearance *appearance() { return &m_appearance; }
    [[nodiscard]] WindowState *window() { return &m_window; }
    [[nodiscard]] SpendingController *spending() { return &m_spending; }
    [[nodiscard]] QString page() const { return m_page; }
    [[nodiscard]] QString settingsSection() const { return m_settingsSection; }
    void setSettingsSection(const QString &section);
    [[nodiscard]] QString notice() const { return m_notice; }
    [[nodiscard]] bool settingUp() const { return m_settingUp; }
    [[nodiscard]] QString setupError() const { return m_setupError; }
    [[nodiscard]] bool canExport() const { return bool(m_services.askSavePath); }

    /// Loads the list of conversations and shows a new one; call once the window may appear.
    void start();
    /// For `--demo`: no first run, and new chats are answered by the demo in this run only.
    void useDemoForThisRun();
    /// Keeps the draft, makes pending deletions final. Call before the store is flushed and closed.
    void prepareToQuit();
    /// The translators were changed: texts made in C++ are asked for again.
    void retranslate();

    Q_INVOKABLE void newChat();
    Q_INVOKABLE void openChat(const QString &id);
    /// The chat `step` rows below the one that is shown, around the ends.
    Q_INVOKABLE void stepChat(int step);
    Q_INVOKABLE void openSettings(const QString &section);
    Q_INVOKABLE void openProviderSettings(const QString &providerId);
    Q_INVOKABLE void backToChats();
    Q_INVOKABLE void startDemo();
    Q_INVOKABLE void useLocal(const QString &providerId, const QString &baseUrl);
    Q_INVOKABLE void finishFirstRun(const QString &providerId);
    /// http, https and mailto only; anything else is ignored.
    Q_INVOKABLE void openExternally(const QUrl &url);
    /// Asks where to and writes the conversation there; `format` is "md" or "json".
    Q_INVOKABLE void exportChat(const QString &id, const QString &format);
    /// Asks for a place and writes a block of code there.
    Q_INVOKABLE void saveCode(const QString &code, const QString &language);
    Q_INVOKABLE void dismissNotice();

Q_SIGNALS:
    void pageChanged();
    void settingsSectionChanged();
    void noticeChanged();
    void setupChanged();
    /// The setting `language` has a new value: the program loads translators and retranslates.
    void languageChangeRequested(const QString &language);
    /// The composer should have the keyboard (a chat was opened or begun).
    void composerFocusRequested();
    /// The window comes to the front (a second start of the program).
    void raiseRequested();

private:
    [[nodiscard]] bool needsFirstRun() const;
    [[nodiscard]] QString loadProblems() const;
    void setPage(const QString &page);
    void setNotice(const QString &notice);
    void setSetup(bool busy, const QString &error);
    void showSession(ChatSession *session);
    void onRemoved(const QString &id, const QString &nextId);
    void onStoreFailed(const Error &error);
    void onStoreRecovered();
    void onSettingChanged(const QString &name);
    void chooseDefault(const QString &providerId, const QString &model);
    void enable(const ProviderProfile &profile);
    void write(const Conversation &conversation, const QString &format);

    ui::Services m_services;
    SystemAppearance m_appearance;
    WindowState m_window;
    SettingsController m_settings;
    ProvidersController m_providers;
    SamplingController m_sampling;
    EffortController m_effort;
    ModelMenuModel m_modelMenu;
    ConversationListModel m_conversations;
    ChatController m_chat;
    SpendingController m_spending;
    QString m_page;
    QString m_settingsSection;
    QString m_notice;
    QString m_storeNotice; ///< the notice that ends when the store works again
    QString m_openingId;   ///< asked for, not loaded yet
    QString m_blankId;     ///< the chat that has no message yet
    bool m_demoRun = false;
    bool m_settingUp = false;
    QString m_setupError;
};

} // namespace ponder
