#pragma once

#include <QImage>

QT_BEGIN_NAMESPACE
class QQuickWindow;
QT_END_NAMESPACE

namespace ponder::screenshots {

/// The picture of a window once nothing more comes: every formula is set, every picture loaded,
/// every rule of code colours read, and several looks in a row show the same. Null when that does
/// not happen.
QImage stillPicture(QQuickWindow &window);

} // namespace ponder::screenshots
