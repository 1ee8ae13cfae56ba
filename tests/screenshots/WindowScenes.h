#pragma once

#include "qml/WindowFixture.h"
#include "screenshots/PictureTest.h"

namespace ponder::screenshots {

/// Opens the real window over fakes and brings it to what a shot shows. Problems are reported to
/// Qt Test: look at QTest::currentTestFailed().
void openScene(fakes::WindowFixture &fixture, const Shot &shot);

} // namespace ponder::screenshots
