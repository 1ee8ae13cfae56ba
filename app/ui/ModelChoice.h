#pragma once

#include "chat/Conversation.h"
#include "chat/ProviderDirectory.h"
#include "settings/Settings.h"
#include "ui/ProviderStatus.h"

#include <optional>

namespace ponder {

/// Who answers the next message of a conversation.
struct ModelChoice
{
    std::optional<ProviderProfile> profile; ///< unset: nothing can answer
    QString model;                          ///< empty: the person has to choose one
    qint64 contextTokens = 0;               ///< 0: unknown
    std::optional<ModelPrice> price;        ///< unset: unknown

    bool operator==(const ModelChoice &) const = default;
};

/// Decides it: the conversation's own choice, else the default of the settings, else the first
/// provider that can be used as things are, else the recorded answers.
class ModelChooser
{
public:
    ModelChooser(const ProviderDirectory &directory, const ProviderStatus &status,
                 const Settings &settings);

    /// Null stands for no conversation at all.
    [[nodiscard]] ModelChoice choose(const Conversation *conversation) const;
    /// The model of a provider nobody has chosen one for.
    [[nodiscard]] QString defaultModel(const ProviderProfile &profile) const;
    /// Whether any provider but the recorded one can answer as things are.
    [[nodiscard]] bool anyReady() const;
    /// Goes before the default of the settings; for `--demo`. Empty: off.
    void setForcedProvider(const QString &providerId) { m_forced = providerId; }

private:
    [[nodiscard]] std::optional<ProviderProfile> fallback() const;
    [[nodiscard]] bool isReady(const ProviderProfile &profile) const;
    [[nodiscard]] std::optional<ProviderProfile> profile(const QString &id) const;

    const ProviderDirectory &m_directory;
    const ProviderStatus &m_status;
    const Settings &m_settings;
    QString m_forced;
};

} // namespace ponder
