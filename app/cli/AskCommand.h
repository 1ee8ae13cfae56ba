#pragma once

#include "chat/ChatSession.h"
#include "cli/AnswerSink.h"
#include "cli/AskOptions.h"
#include "cli/Command.h"
#include "cli/ConversationFinder.h"
#include "cli/EndpointResolver.h"
#include "cli/InterruptNotifier.h"

#include <memory>
#include <optional>

namespace ponder::cli {

/// `ponder ask`: one answer, through the same ChatSession as the window.
class AskCommand final : public Command
{
    Q_OBJECT

public:
    AskCommand(const Invocation &invocation, Services &services, Console &console);
    ~AskCommand() override;

    void start() override;

private:
    void begin(Conversation conversation, bool isNew);
    void send(Conversation conversation, bool isNew, const Endpoint &endpoint);
    [[nodiscard]] Result<QJsonObject> parametersFor(const QString &scope) const;
    /// A request that is longer than --context says the model reads is not sent at all.
    [[nodiscard]] std::optional<Error> problemOfLength(const TurnOptions &turn) const;
    void watch();
    void announceStart();
    void onInterrupt(int signal);
    void stopIfUnread();
    void conclude();
    [[nodiscard]] int exitCode(const Message &answer) const;
    /// A failure before the answer began.
    void giveUp(const Error &error);

    AskOptions m_options;
    std::unique_ptr<AnswerSink> m_sink;
    ConversationFinder m_finder;
    EndpointResolver m_resolver;
    std::unique_ptr<InterruptNotifier> m_interrupt;
    std::unique_ptr<ChatSession> m_session;
    Endpoint m_endpoint;
    QString m_prompt;
    QString m_answerId;
    std::optional<Error> m_storageError;
    int m_signal = 0; ///< that ended the answer; 0: none
};

} // namespace ponder::cli
