#include "ui/FormulaPicture.h"

#include "ui/Formulas.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace ponder {

namespace {

/// Half the least height of an inline picture, of the size of the text: Chinese letters with their
/// leading reach 1.16 of it above the baseline.
constexpr qreal kPictureRoom = 1.05;

qreal quarterOf(const QFont &font)
{
    return QFontMetrics(font).xHeight() / 4.0;
}

} // namespace

FormulaPicture::FormulaPicture(const MathPicture &picture, int pixelSize, qreal widest)
    : m_picture(picture), m_pixelSize(pixelSize), m_em(pixelSize * kFormulaScale)
{
    const qreal width = std::ceil(picture.width * m_em);
    if (widest > 0 && width > widest)
        m_em *= widest / width;
}

/// The baseline is at four fifths of a line, and letters leave a little of the rest free.
bool FormulaPicture::isTall(qreal lineHeight) const
{
    constexpr qreal kBaseline = 0.8;
    constexpr qreal kRoom = 0.14; // of the line height
    return ascent() > lineHeight * (kBaseline + kRoom) ||
           depth() > lineHeight * (1 - kBaseline + kRoom);
}

QSizeF FormulaPicture::size(const QFont &font) const
{
    const qreal quarter = quarterOf(font);
    const qreal above = std::ceil(
        std::max({ascent(), depth() + 2 * quarter, kPictureRoom * m_pixelSize + quarter}));
    return {std::ceil(width()), std::round(2 * (above - quarter))};
}

QImage FormulaPicture::draw(const QFont &font, qreal ratio, QRgb color) const
{
    const qreal height = size(font).height();
    return renderMath(m_picture, m_em, ratio, color, height,
                      height / 2 + quarterOf(font) - ascent());
}

} // namespace ponder
