#pragma once

#include <QColor>
#include <QImage>
#include <QString>

namespace ponder {

/// The sign that stands in a text for a reference like "[citation:3]" or "[^3]": its number in a
/// small rounded box.
struct CitationChip
{
    QString family;
    int textSize = 15; ///< of the text around it
    QColor color;      ///< of the number; the box is a tint of it

    /// "3" of "[citation:3]" and of "[^3]"; "" for any other text.
    [[nodiscard]] static QString number(const QString &source);
    [[nodiscard]] QSizeF size(const QString &number) const;
    [[nodiscard]] QImage draw(const QString &number, qreal ratio) const;
};

} // namespace ponder
