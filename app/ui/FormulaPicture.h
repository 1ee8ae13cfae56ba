#pragma once

#include "math/MathPicture.h"

#include <QFont>
#include <QImage>
#include <QRgb>
#include <QSizeF>

namespace ponder {

/// How a typeset formula stands in a line of text.
///
/// A text document stands an inline picture of height h so that (h + x/2)/2 of it are above the
/// baseline, x being the height of the letter x, and TextEdit paints it there only where that
/// picture decides how far the line reaches up and down. So each one is given room above and below:
/// enough to be higher than any letter, and so much more that its baseline is the text's. In lines
/// of fixed height that room costs nothing.
class FormulaPicture
{
public:
    /// `widest`: a formula that is wider is drawn smaller; 0 for no such bound.
    FormulaPicture(const MathPicture &picture, int pixelSize, qreal widest);

    /// Whether the formula would touch the lines above or below if lines kept their height.
    [[nodiscard]] bool isTall(qreal lineHeight) const;
    /// Of what can be seen of it.
    [[nodiscard]] qreal width() const { return m_picture.width * m_em; }
    /// With the room above and below, in whole pixels.
    [[nodiscard]] QSizeF size(const QFont &font) const;
    [[nodiscard]] QImage draw(const QFont &font, qreal ratio, QRgb color) const;

private:
    [[nodiscard]] qreal ascent() const { return (m_picture.height - m_picture.depth) * m_em; }
    [[nodiscard]] qreal depth() const { return m_picture.depth * m_em; }

    const MathPicture &m_picture;
    int m_pixelSize;
    qreal m_em;
};

} // namespace ponder
