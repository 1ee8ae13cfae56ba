#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QQmlApplicationEngine;
class QQmlEngine;
QT_END_NAMESPACE

namespace ponder {

class AppController;

/// Makes the modules Ponder and Ponder.Ui, the icons and the fonts known to an engine. The modules
/// are linked statically, so nothing registers them by itself.
void registerUiTypes(QQmlEngine &engine);

/// Shows the window. False when its QML could not be loaded; the engine has said why.
bool loadMainWindow(QQmlApplicationEngine &engine, AppController &app);

} // namespace ponder
