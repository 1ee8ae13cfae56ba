#pragma once

#include "chat/ChatBackend.h"
#include "chat/ConversationStore.h"
#include "chat/Pricing.h"
#include "chat/ProviderDirectory.h"
#include "chat/SecretStore.h"
#include "cli/Console.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <vector>

namespace ponder::test {

/// Streams that a test reads and writes.
class MemoryConsole final : public cli::Console
{
public:
    bool writeOut(const QByteArray &bytes) override
    {
        if (out.size() >= readLimit)
            return false;
        out += bytes;
        both += bytes;
        ++writes;
        return true;
    }
    void writeErr(const QByteArray &bytes) override
    {
        err += bytes;
        both += bytes;
    }
    QByteArray readAll() override { return in; }
    std::optional<QByteArray> readSecretLine(const QString &prompt) override
    {
        prompted = prompt;
        const QByteArray line = in.left(in.indexOf('\n') < 0 ? in.size() : in.indexOf('\n'));
        return line.isEmpty() ? std::nullopt : std::optional(line);
    }
    [[nodiscard]] bool outIsTerminal() const override { return terminal; }
    [[nodiscard]] bool errIsTerminal() const override { return terminal; }

    QByteArray in;
    QByteArray out;
    QByteArray err;
    QByteArray both; ///< as a terminal shows it
    QString prompted;
    int writes = 0;
    qsizetype readLimit = 1 << 30; ///< the reader goes away after that many bytes
    bool terminal = false;
};

/// A turn that plays a script, one step each time the event loop comes round.
class ScriptTurn final : public ChatTurn
{
    Q_OBJECT

public:
    using Step = std::function<void(ScriptTurn &)>;

    explicit ScriptTurn(std::vector<Step> script) : m_script(std::move(script))
    {
        connect(&m_timer, &QTimer::timeout, this, &ScriptTurn::next);
        m_timer.start(0);
    }
    void cancel() override
    {
        m_timer.stop();
        QTimer::singleShot(0, this, [this] { end(); });
    }
    void retryNow() override {}

    void say(const Deltas &deltas) { Q_EMIT deltasReady(deltas); }
    void queue() { Q_EMIT queued(); }
    void retry(int attempt, int of, int delayMs, const Error &cause)
    {
        Q_EMIT retrying(attempt, of, delayMs, cause);
    }
    void end(const std::optional<Error> &error = std::nullopt)
    {
        m_timer.stop();
        if (!std::exchange(m_ended, true))
            Q_EMIT finished(error);
    }

private:
    void next()
    {
        if (m_at < m_script.size())
            m_script[m_at++](*this);
        else
            m_timer.stop(); // silent until it is cancelled
    }

    std::vector<Step> m_script;
    std::size_t m_at = 0;
    QTimer m_timer;
    bool m_ended = false;
};

/// Answers every request with the same script and remembers what was asked.
class ScriptBackend final : public ChatBackend
{
public:
    std::unique_ptr<ChatTurn> start(const ProviderProfile &provider,
                                    const ChatRequest &request) override
    {
        providers.push_back(provider);
        requests.push_back(request);
        return std::make_unique<ScriptTurn>(script);
    }

    std::vector<ScriptTurn::Step> script;
    std::vector<ProviderProfile> providers;
    std::vector<ChatRequest> requests;
};

inline ScriptTurn::Step say(Deltas deltas)
{
    return [deltas = std::move(deltas)](ScriptTurn &turn) { turn.say(deltas); };
}

inline ScriptTurn::Step end(const std::optional<Error> &error = std::nullopt)
{
    return [error](ScriptTurn &turn) { turn.end(error); };
}

/// Conversations in memory, on request behind a broken disk.
class FakeStore final : public ConversationStore
{
    Q_OBJECT

public:
    void loadSummaries(QObject *context,
                       std::function<void(Result<std::vector<ConversationSummary>>)> done) override
    {
        Result<std::vector<ConversationSummary>> result = summaries();
        if (broken)
            result = problem();
        QMetaObject::invokeMethod(
            context, [done, result] { done(result); }, Qt::QueuedConnection);
    }
    void load(const QString &id, QObject *context,
              std::function<void(Result<Conversation>)> done) override
    {
        Result<Conversation> result = problem();
        if (stored.contains(id))
            result = stored.value(id);
        QMetaObject::invokeMethod(
            context, [done, result] { done(result); }, Qt::QueuedConnection);
    }
    void saveConversation(const Conversation &conversation) override
    {
        if (complain())
            return;
        Conversation &mine = stored[conversation.summary.id];
        mine.summary = conversation.summary;
        mine.providerId = conversation.providerId;
        mine.model = conversation.model;
        mine.systemPrompt = conversation.systemPrompt;
        mine.leafId = conversation.leafId;
    }
    void saveMessage(const QString &conversationId, const Message &message) override
    {
        if (!complain())
            stored[conversationId].insert(message);
    }
    void journal(const QString &, const Message &) override {}
    void remove(const QString &conversationId) override
    {
        if (!complain())
            stored.remove(conversationId);
    }
    void recordSpending(const Spending &entry) override { spending.push_back(entry); }
    void loadSpending(const QDateTime &from, const QDateTime &until, QObject *context,
                      std::function<void(Result<std::vector<Cost>>)> done) override
    {
        std::vector<Cost> costs;
        for (const Spending &entry : spending) {
            if (entry.at >= from && entry.at < until)
                costs.push_back(entry.cost);
        }
        QMetaObject::invokeMethod(
            context, [done, costs] { done(totalsOf(costs)); }, Qt::QueuedConnection);
    }
    bool flush(int) override { return !broken; }

    QHash<QString, Conversation> stored;
    std::vector<Spending> spending;
    bool broken = false;

private:
    static Error problem() { return {ErrorKind::Storage, 0, QStringLiteral("disk full"), {}, {}}; }
    bool complain()
    {
        if (broken) {
            QMetaObject::invokeMethod(
                this, [this] { Q_EMIT failed(problem()); }, Qt::QueuedConnection);
        }
        return broken;
    }
    [[nodiscard]] std::vector<ConversationSummary> summaries() const
    {
        std::vector<ConversationSummary> all;
        for (const Conversation &conversation : stored)
            all.push_back(conversation.summary);
        return all;
    }
};

/// Keys in memory; with `refusal` like a locked keychain.
class FakeSecrets final : public SecretStore
{
    Q_OBJECT

public:
    void read(const QString &providerId, QObject *context,
              std::function<void(Result<QString>)> done) override
    {
        ++reads;
        const Result<QString> result =
            refusal ? Result<QString>(*refusal) : Result<QString>(keys.value(providerId));
        QMetaObject::invokeMethod(
            context, [done, result] { done(result); }, Qt::QueuedConnection);
    }
    void write(const QString &providerId, const QString &key, QObject *context,
               std::function<void(Result<void>)> done) override
    {
        if (!refusal)
            keys.insert(providerId, key);
        reply(context, std::move(done));
    }
    void remove(const QString &providerId, QObject *context,
                std::function<void(Result<void>)> done) override
    {
        if (!refusal)
            keys.remove(providerId);
        reply(context, std::move(done));
    }
    void writeForSession(const QString &, const QString &) override {}
    void probe() override {}
    [[nodiscard]] Persistence persistence() const override
    {
        return sessionOnly ? Persistence::SessionOnly : Persistence::Keychain;
    }
    [[nodiscard]] QString persistenceReason() const override
    {
        return sessionOnly ? QStringLiteral("There is no keychain here.") : QString();
    }

    QHash<QString, QString> keys;
    std::optional<Error> refusal;
    bool sessionOnly = false;
    int reads = 0;

private:
    void reply(QObject *context, std::function<void(Result<void>)> done) const
    {
        const Result<void> result = refusal ? Result<void>(*refusal) : Result<void>();
        QMetaObject::invokeMethod(
            context, [done, result] { done(result); }, Qt::QueuedConnection);
    }
};

/// Profiles in memory; every server has the same models.
class FakeDirectory final : public ProviderDirectory
{
    Q_OBJECT

public:
    [[nodiscard]] std::vector<ProviderProfile> profiles() const override { return all; }
    [[nodiscard]] std::optional<ProviderProfile> profile(const QString &id) const override
    {
        for (const ProviderProfile &profile : all) {
            if (profile.id == id)
                return profile;
        }
        return std::nullopt;
    }
    Result<void> save(const ProviderProfile &profile) override
    {
        if (profile.id.contains(u' '))
            return Error{ErrorKind::Usage, 0, QStringLiteral("no blanks in an id"), {}, {}};
        std::erase_if(all, [&](const ProviderProfile &known) { return known.id == profile.id; });
        all.push_back(profile);
        return {};
    }
    Result<void> remove(const QString &id) override
    {
        std::erase_if(all, [&](const ProviderProfile &known) { return known.id == id; });
        return {};
    }
    [[nodiscard]] std::vector<ModelInfo> knownModels(const QString &id) const override
    {
        return lists.value(id);
    }
    void fetchModels(const QString &id, QObject *context,
                     std::function<void(Result<std::vector<ModelInfo>>)> done) override
    {
        fetchModelsOf(*profile(id), context, std::move(done));
    }
    void fetchModelsOf(const ProviderProfile &profile, QObject *context,
                       std::function<void(Result<std::vector<ModelInfo>>)> done) override
    {
        fetchedFrom.append(profile.baseUrl);
        QMetaObject::invokeMethod(
            context, [done, result = models] { done(result); }, Qt::QueuedConnection);
    }
    void testConnection(const QString &, QObject *,
                        std::function<void(Result<ConnectionReport>)>) override
    {}
    void probeLocalServers(QObject *, std::function<void(std::vector<LocalServer>)>) override {}

    std::vector<ProviderProfile> all;
    Result<std::vector<ModelInfo>> models = std::vector<ModelInfo>();
    QHash<QString, std::vector<ModelInfo>> lists; ///< by provider, from earlier
    QStringList fetchedFrom;
};

} // namespace ponder::test
