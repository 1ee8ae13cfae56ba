#pragma once

#include "cli/Command.h"

#include <vector>

namespace ponder::cli {

/// `ponder list`: the stored conversations, the one used last first.
class ListCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void start() override;

private:
    void print(std::vector<ConversationSummary> summaries);
};

} // namespace ponder::cli
