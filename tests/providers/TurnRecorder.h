#pragma once

#include "chat/ChatBackend.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace ponder {

/// Runs one turn and writes down everything it says.
class TurnRecorder
{
public:
    TurnRecorder(ChatBackend &backend, const ProviderProfile &provider, const ChatRequest &request)
        : turn(backend.start(provider, request))
    {
        QObject::connect(turn.get(), &ChatTurn::connecting, turn.get(), [this] { ++connecting; });
        QObject::connect(turn.get(), &ChatTurn::queued, turn.get(), [this] { ++queued; });
        QObject::connect(turn.get(), &ChatTurn::retrying, turn.get(),
                         [this](int attempt, int maxAttempts, int delayMs, const Error &cause) {
                             retries.push_back({attempt, maxAttempts, delayMs, cause});
                         });
        QObject::connect(turn.get(), &ChatTurn::deltasReady, turn.get(),
                         [this](const Deltas &deltas) {
                             batches.push_back(deltas);
                             for (const Delta &delta : deltas)
                                 read(delta);
                         });
        QObject::connect(turn.get(), &ChatTurn::finished, turn.get(),
                         [this](const std::optional<Error> &e) {
                             ++finishedCount;
                             error = e;
                         });
    }

    /// Waits for the end; false when it does not come. Wakes up at once, unlike QTRY_VERIFY.
    bool run(int timeoutMs = 20'000)
    {
        QEventLoop loop;
        QObject::connect(turn.get(), &ChatTurn::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
        if (finishedCount == 0)
            loop.exec();
        return finishedCount > 0;
    }

    /// For messages of failed comparisons: "kind http: message".
    [[nodiscard]] QString errorText() const
    {
        return error ? QStringLiteral("%1 %2: %3")
                           .arg(errorKindName(error->kind))
                           .arg(error->http)
                           .arg(error->message)
                     : QStringLiteral("none");
    }

    struct Retry
    {
        int attempt;
        int maxAttempts;
        int delayMs;
        Error cause;
    };

    std::unique_ptr<ChatTurn> turn;
    QString text;
    QString reasoning;
    QString model;
    std::vector<ToolCallDelta> toolCalls;
    std::optional<Usage> usage;
    std::optional<FinishReason> finish;
    std::vector<Deltas> batches;
    std::vector<Retry> retries;
    int connecting = 0;
    int queued = 0;
    int finishedCount = 0;
    int errorDeltas = 0;
    std::optional<Error> error;

private:
    void read(const Delta &delta)
    {
        if (const auto *piece = std::get_if<TextDelta>(&delta))
            text += piece->text;
        else if (const auto *thought = std::get_if<ReasoningDelta>(&delta))
            reasoning += thought->text;
        else if (const auto *named = std::get_if<ModelDelta>(&delta))
            model = named->model;
        else if (const auto *call = std::get_if<ToolCallDelta>(&delta))
            toolCalls.push_back(*call);
        else if (const auto *counted = std::get_if<UsageDelta>(&delta))
            usage = counted->usage;
        else if (const auto *end = std::get_if<FinishDelta>(&delta))
            finish = finish.value_or(end->reason);
        else if (std::holds_alternative<MovedToReasoning>(delta))
            reasoning += std::exchange(text, {});
        else if (std::holds_alternative<ErrorDelta>(delta))
            ++errorDeltas;
    }
};

} // namespace ponder
