#pragma once

#include "math/MathOutline.h"

#include <QHashFunctions>
#include <QImage>
#include <QString>

#include <vector>

namespace ponder {

/// A filled outline, in thousandths of an em from the upper left corner of its formula.
struct MathShape
{
    MathOutline outline;
    QRgb color = 0;
    bool inherits = true; ///< the text's colour counts, not `color`
};
using MathShapes = std::vector<MathShape>;

/// One formula as vectors. Lengths are in em of the surrounding text.
struct MathPicture
{
    MathShapes shapes; ///< empty when `error` is set
    double width = 0;
    double height = 0; ///< from top to bottom, depth included
    double depth = 0;  ///< how far it goes below the baseline
    QString error;     ///< why it could not be typeset, in MathJax's words

    [[nodiscard]] bool ok() const { return error.isEmpty(); }
    /// Bytes of memory, roughly.
    [[nodiscard]] qsizetype size() const;
};

/// What a formula looks like depends on this and nothing else.
struct MathKey
{
    QString source; ///< LaTeX, without its delimiters
    bool display = false;

    bool operator==(const MathKey &) const = default;
};

inline size_t qHash(const MathKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.source, key.display);
}

/// The picture in pixels of the screen, in one colour. `fontPx` is the text's size in
/// device-independent pixels; the image carries `ratio` as its device pixel ratio.
/// With `room` the picture is at least that high, and begins `top` below its upper edge (pixels).
QImage renderMath(const MathPicture &picture, double fontPx, double ratio, QRgb color,
                  double room = 0, double top = 0);

} // namespace ponder
