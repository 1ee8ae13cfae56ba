#pragma once

#include <QString>

namespace ponder::screenshots {

/// Makes pictures come out the same on every machine: no display, software drawing, the fonts of
/// fonts.conf, one locale and time zone, no desktop and no folders of the user. To be called before
/// the application object is made. `scale` is the device pixel ratio.
void pinSurroundings(double scale = 1);

/// What the pixels depend on besides the program: Qt's version and the files of the fonts, one a
/// line. The baselines carry the same text.
QString describeSurroundings();

} // namespace ponder::screenshots
