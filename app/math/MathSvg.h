#pragma once

#include <QByteArray>
#include <QRgb>

namespace ponder {

/// What is painted in these two is not part of a formula: the first is a region outside of which
/// nothing is painted until the second comes.
constexpr QRgb kMathClipBegins = qRgb(1, 2, 4);
constexpr QRgb kMathClipEnds = qRgb(1, 2, 5);

/// The SVG of a formula in the words that Qt Svg knows (SVG Tiny 1.2). MathJax puts what stretches
/// (tall delimiters, braces and bars above and below, arrows) into inner viewports, which also cut
/// off what is drawn too long, and leaves the lines of tables to the style sheet of its page.
QByteArray plainMathSvg(const QByteArray &svg);

} // namespace ponder
