#pragma once

#include "cli/Command.h"

namespace ponder::cli {

/// `ponder key`: the key of a provider in the system keychain. The key itself is never an argument
/// and never printed.
class KeyCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void start() override;

private:
    void set(const QString &id);
    void clear(const QString &id);
    void status(const QString &id);
};

} // namespace ponder::cli
