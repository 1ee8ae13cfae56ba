#pragma once

#include "cli/Command.h"
#include "cli/ConversationFinder.h"

namespace ponder::cli {

/// `ponder show`, `export` and `delete`: what is done with one stored conversation.
class ConversationCommand final : public Command
{
    Q_OBJECT

public:
    ConversationCommand(const Invocation &invocation, Services &services, Console &console);

    void start() override;

private:
    void show(const Conversation &conversation);
    void exportTo(const Conversation &conversation);
    void remove(const QString &id);
    [[nodiscard]] QString format() const;
    [[nodiscard]] bool refusesFormat();

    ConversationFinder m_finder;
};

} // namespace ponder::cli
