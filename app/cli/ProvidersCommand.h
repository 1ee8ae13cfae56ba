#pragma once

#include "cli/Command.h"

#include <QHash>

#include <optional>
#include <vector>

namespace ponder::cli {

/// `ponder providers`: lists, adds and removes provider profiles.
class ProvidersCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void start() override;

private:
    void add(const QString &id);
    void remove(const QString &id);
    /// Asks the keychain for one provider after the other, then prints.
    void lookForKeys(std::size_t index);
    void print();

    std::vector<ProviderProfile> m_profiles;
    QHash<QString, bool> m_hasKey; ///< missing where the keychain did not say
};

} // namespace ponder::cli
