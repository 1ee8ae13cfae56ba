#pragma once

#include <QImage>
#include <QSizeF>
#include <QString>

namespace ponder {

/// A digit in a box, "1️⃣", as a picture. Among letters Qt's text layout looks for a font for
/// each of its three characters and finds different ones.
struct KeycapSign
{
    int textSize = 15; ///< of the text around it

    /// Whether a text is such a sign and nothing else.
    [[nodiscard]] static bool is(const QString &source);
    [[nodiscard]] QSizeF size() const;
    [[nodiscard]] QImage draw(const QString &source, qreal ratio) const;
};

} // namespace ponder
