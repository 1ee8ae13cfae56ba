#pragma once

#include "chat/ProviderProfile.h"
#include "wire/ChatRequest.h"

#include <QHash>
#include <QString>

namespace ponder {

/// Remembers for this run which models have refused a request because of the reasoning in it, and
/// what they asked for instead, so that only the first request pays for finding out.
class ReplayMemory
{
public:
    /// The policy to use: what the server demanded, else what the request says.
    [[nodiscard]] ReasoningReplay policyFor(const ProviderProfile &provider,
                                            const ChatRequest &request) const
    {
        return m_known.value(keyOf(provider, request.model), request.reasoningReplay);
    }
    void remember(const ProviderProfile &provider, const QString &model, ReasoningReplay demanded)
    {
        m_known.insert(keyOf(provider, model), demanded);
    }

private:
    /// With the policy of the profile: changing it there starts anew.
    static QString keyOf(const ProviderProfile &provider, const QString &model)
    {
        return provider.baseUrl + QLatin1Char('\n') + model + QLatin1Char('\n') +
               QString::number(static_cast<int>(provider.reasoningReplay));
    }

    QHash<QString, ReasoningReplay> m_known;
};

} // namespace ponder
