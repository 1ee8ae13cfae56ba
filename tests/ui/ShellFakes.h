#pragma once

#include "chat/ChatFakes.h"
#include "chat/ChatSessions.h"
#include "ui/AppController.h"
#include "ui/SettingsFakes.h"

#include <memory>

namespace ponder::fakes {

/// The whole window without network, disk or keychain: every port is a fake that a test can steer.
class Shell
{
public:
    Shell()
    {
        directory.list = {
            remote(QStringLiteral("openrouter"), QStringLiteral("OpenRouter"),
                   QStringLiteral("deepseek/deepseek-r1-0528")),
            remote(QStringLiteral("deepseek"), QStringLiteral("DeepSeek"),
                   QStringLiteral("deepseek-reasoner")),
            local(QStringLiteral("ollama"), QStringLiteral("Ollama"), 11434),
            local(QStringLiteral("llama-server"), QStringLiteral("llama-server"), 8080),
            recorded()};
        directory.models[QStringLiteral("openrouter")] = {
            model(QStringLiteral("deepseek/deepseek-r1-0528"), 163'840, QStringLiteral("0.50"),
                  QStringLiteral("2.15")),
            model(QStringLiteral("qwen/qwen3-235b-a22b"), 40'960, QStringLiteral("0.13"),
                  QStringLiteral("0.60"))};
        for (ProviderProfile &profile : directory.list)
            profile.featured = !profile.local;
    }

    static ProviderProfile recorded()
    {
        ProviderProfile profile;
        profile.id = QStringLiteral("demo");
        profile.name = QStringLiteral("Demo");
        profile.kind = ProviderProfile::Kind::Demo;
        profile.needsKey = false;
        profile.defaultModel = QStringLiteral("demo-reasoner");
        return profile;
    }

    /// As after the first run with OpenRouter.
    void chooseOpenRouter()
    {
        secrets.keys[QStringLiteral("openrouter")] = QStringLiteral("sk-or-v1-0123456789abcdef");
        (void)settings().set(QStringLiteral("default.provider"), QStringLiteral("openrouter"));
        (void)settings().set(QStringLiteral("default.model"),
                             QStringLiteral("deepseek/deepseek-r1-0528"));
        (void)settings().set(QStringLiteral("first_run.done"), true);
    }

    /// Puts a conversation with one question and one answer into the store.
    QString addConversation(const QString &title, const QDateTime &updated, bool pinned = false)
    {
        Conversation conversation;
        conversation.summary.id = QStringLiteral("c%1").arg(++m_made, 4, 10, QLatin1Char('0'));
        conversation.summary.title = title;
        conversation.summary.createdAt = updated;
        conversation.summary.updatedAt = updated;
        conversation.summary.pinned = pinned;
        Message prompt;
        prompt.id = conversation.summary.id + QStringLiteral("-q");
        prompt.segments.resize(1);
        prompt.segments.front().text = title;
        prompt.createdAt = updated;
        Message answer;
        answer.id = conversation.summary.id + QStringLiteral("-a");
        answer.parentId = prompt.id;
        answer.role = Role::Assistant;
        answer.segments.resize(1);
        answer.segments.front().text = QStringLiteral("An answer to: ") + title;
        answer.createdAt = updated;
        conversation.leafId = answer.id;
        conversation.insert(prompt);
        conversation.insert(answer);
        store.stored.insert(conversation.summary.id, conversation);
        return conversation.summary.id;
    }

    Settings &settings() { return kept.settings; }

    AppController &app()
    {
        if (!m_app) {
            m_app = std::make_unique<AppController>(ui::Services{
                sessions, store, directory, secrets, kept.settings, table, clock, exporter, asker});
        }
        return *m_app;
    }
    /// As when the program ends.
    void closeApp() { m_app.reset(); }

    test::SteppedClock clock;
    test::HandBackend backend;
    test::MemoryStore store;
    ChatSessions sessions{backend, store, clock};
    Directory directory;
    Secrets secrets;
    TemporarySettings kept;
    ParameterTable table = shippedTable();
    std::function<Result<QByteArray>(const Conversation &, const QString &)> exporter;
    std::function<void(const QString &, std::function<void(const QString &)>)> asker;

private:
    std::unique_ptr<AppController> m_app;
    int m_made = 0;
};

} // namespace ponder::fakes
