#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace ponder {

/// A formula as it stands in markdown, without its delimiters.
struct Formula
{
    QString latex;
    bool display = false; ///< set on a line of its own

    bool operator==(const Formula &) const = default;

    /// Reads `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and `\begin{…}…\end{…}`; nothing for any other text.
    [[nodiscard]] static std::optional<Formula> read(QStringView source);
    /// Whether it begins like one that is set on a line of its own, closed or not.
    [[nodiscard]] static bool isDisplay(QStringView source);
};

} // namespace ponder
