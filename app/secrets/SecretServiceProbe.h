#pragma once

#include <QString>

namespace ponder {

/// Asks the session bus about the keychain services, which QtKeychain cannot tell: whether there is
/// one at all (a call to none would wait for the bus to start one), and whether an entry that was
/// not found is only locked away. A call blocks for up to two seconds, or for as long as KWallet
/// takes to start: worker thread only.
class SecretServiceProbe
{
public:
    enum class Availability {
        Available,
        NoBus,      ///< no D-Bus session
        NoService,  ///< nobody offers a keychain on it
        NoMainLoop, ///< Qt runs without GLib, which the Secret Service's library needs
    };

    [[nodiscard]] static Availability availability();
    /// Whether the Secret Service holds an entry that it does not show without a password.
    [[nodiscard]] static bool holdsLockedEntry(const QString &service, const QString &entry);
};

} // namespace ponder
