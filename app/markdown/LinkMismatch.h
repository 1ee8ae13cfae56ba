#pragma once

#include <QString>

namespace ponder {

/// Whether a link leads somewhere else than a reader must think: answers are hostile, and a text
/// that looks like an address is believed.
class LinkMismatch
{
public:
    enum class Reason {
        None,
        OtherPlace, ///< the text names another host or mail address than the target
        LookAlike,  ///< the target's host has letters that can pass for others
        HiddenHost, ///< the target has a user name before its host ("https://bank.com@evil.net")
    };

    [[nodiscard]] static Reason check(const QString &text, const QString &url);

    /// The host in the form that hides nothing ("xn--pple-43d.com"); of mailto the address.
    [[nodiscard]] static QString realPlace(const QString &url);
};

} // namespace ponder
