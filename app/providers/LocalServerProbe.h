#pragma once

#include "chat/ProviderProfile.h"

#include <QObject>

#include <functional>
#include <vector>

namespace ponder {

class ProviderAccess;

/// Looks for model servers on this computer: asks the loopback ports of the local profiles for
/// their models, all at once and without any key, because anybody may be listening there.
class LocalServerProbe
{
public:
    using Done = std::function<void(std::vector<LocalServer>)>;

    static constexpr int kTimeoutMs = 1'000;

    /// One entry a local profile, in the order of the profiles; where nothing answers, with the
    /// profile's own address. Calls back once, later, and not at all once `context` is destroyed.
    static void run(ProviderAccess &access, const std::vector<ProviderProfile> &profiles,
                    QObject *context, Done done);

    /// The addresses that are tried for a profile: its own if it is on this computer, then its
    /// ports.
    static QStringList addresses(const ProviderProfile &profile);
};

} // namespace ponder
