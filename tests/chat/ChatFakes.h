#pragma once

#include "base/Clock.h"
#include "chat/ChatBackend.h"
#include "chat/ConversationStore.h"
#include "chat/Pricing.h"

#include <QHash>
#include <QPointer>
#include <QTimeZone>

namespace ponder::test {

/// Time that stands still until a test moves it.
class SteppedClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_start.addMSecs(m_ms); }
    [[nodiscard]] qint64 monotonicMs() const override { return m_ms; }
    void advance(qint64 ms) { m_ms += ms; }

private:
    QDateTime m_start = QDateTime(QDate(2026, 5, 4), QTime(12, 0), QTimeZone::utc());
    qint64 m_ms = 0;
};

/// A turn whose every step the test takes by hand.
class HandTurn final : public ChatTurn
{
    Q_OBJECT

public:
    void cancel() override
    {
        cancelled = true;
        Q_EMIT finished(std::nullopt);
    }
    void retryNow() override { ++retries; }
    void say(const Deltas &deltas) { Q_EMIT deltasReady(deltas); }
    void end(const std::optional<Error> &error = std::nullopt) { Q_EMIT finished(error); }

    bool cancelled = false;
    int retries = 0;
};

/// Hands out HandTurns and remembers what was asked.
class HandBackend final : public ChatBackend
{
public:
    std::unique_ptr<ChatTurn> start(const ProviderProfile &provider,
                                    const ChatRequest &request) override
    {
        providers.push_back(provider);
        requests.push_back(request);
        auto turn = std::make_unique<HandTurn>();
        turns.push_back(turn.get());
        return turn;
    }
    [[nodiscard]] HandTurn *turn() const { return turns.empty() ? nullptr : turns.back().data(); }
    [[nodiscard]] const ChatRequest &request() const { return requests.back(); }

    std::vector<ProviderProfile> providers;
    std::vector<ChatRequest> requests;
    std::vector<QPointer<HandTurn>> turns;
};

/// Keeps conversations in memory and answers at once, later in the event loop.
class MemoryStore final : public ConversationStore
{
    Q_OBJECT

public:
    void loadSummaries(QObject *context,
                       std::function<void(Result<std::vector<ConversationSummary>>)> done) override
    {
        std::vector<ConversationSummary> all;
        for (const Conversation &conversation : std::as_const(stored))
            all.push_back(conversation.summary);
        QMetaObject::invokeMethod(
            context, [done, all] { done(all); }, Qt::QueuedConnection);
    }
    void load(const QString &id, QObject *context,
              std::function<void(Result<Conversation>)> done) override
    {
        Result<Conversation> found = Error{ErrorKind::Storage, 0, QStringLiteral("none"), {}, {}};
        if (stored.contains(id))
            found = stored.value(id);
        QMetaObject::invokeMethod(
            context, [done, found] { done(found); }, Qt::QueuedConnection);
    }
    void saveConversation(const Conversation &conversation) override
    {
        Conversation &mine = stored[conversation.summary.id];
        mine.summary = conversation.summary;
        mine.draft = conversation.draft;
        mine.providerId = conversation.providerId;
        mine.model = conversation.model;
        mine.systemPrompt = conversation.systemPrompt;
        mine.leafId = conversation.leafId;
    }
    void saveMessage(const QString &conversationId, const Message &message) override
    {
        stored[conversationId].insert(message);
        ++savedMessages;
    }
    void journal(const QString &conversationId, const Message &message) override
    {
        stored[conversationId].insert(message);
        ++journalled;
    }
    void remove(const QString &conversationId) override { stored.remove(conversationId); }
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
    bool flush(int) override { return true; }

    QHash<QString, Conversation> stored;
    std::vector<Spending> spending;
    int journalled = 0;
    int savedMessages = 0;
};

} // namespace ponder::test
