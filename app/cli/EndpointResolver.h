#pragma once

#include "base/Result.h"
#include "cli/AskOptions.h"
#include "cli/Services.h"

#include <QObject>

#include <functional>

namespace ponder::cli {

/// Who is asked in the end.
struct Endpoint
{
    ProviderProfile provider;
    QString model;
};

/// Finds the provider and model from what was said on the command line, what the conversation used
/// before, and the settings, in this order.
class EndpointResolver : public QObject
{
    Q_OBJECT

public:
    EndpointResolver(Services &services, QObject *parent = nullptr);

    /// `earlier`: the conversation that goes on; null for a new one.
    [[nodiscard]] Result<ProviderProfile> provider(const EndpointChoice &choice,
                                                   const Conversation *earlier) const;
    /// The model too, for which a server may have to be asked for its list. Calls back later or at
    /// once, not after this object is gone.
    void resolve(const EndpointChoice &choice, const Conversation *earlier,
                 std::function<void(Result<Endpoint>)> done);

private:
    [[nodiscard]] QString knownModel(const EndpointChoice &choice, const ProviderProfile &provider,
                                     const Conversation *earlier) const;

    Services &m_services;
};

/// A profile for a server that has none: needs no key, and takes PONDER_API_KEY if there is one.
/// Its id is the address, which no stored profile can have, so that no stored key goes there.
ProviderProfile adHocProfile(const QString &baseUrl);

} // namespace ponder::cli
