#include "ui/UiTypes.h"

#include "ui/AnswerPictures.h"
#include "ui/AppController.h"
#include "ui/IconProvider.h"
#include "ui/SealedNetwork.h"
#include "ui/SecretFieldAccessible.h"
#include "ui/SystemAppearance.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QUrl>
#include <QtQml/qqmlextensionplugin.h>

// Written by qt_add_qml_module(); no plug-in calls them, because both modules are linked
// statically.
extern void qml_register_types_Ponder_Ui();
extern void qml_register_types_Ponder();

using namespace Qt::StringLiterals;

namespace ponder {

void registerUiTypes(QQmlEngine &engine)
{
    static const bool once = [] {
        qml_register_types_Ponder_Ui();
        qml_register_types_Ponder();
        SystemAppearance::installFontFallbacks();
        SecretFieldAccessible::install();
        return true;
    }();
    Q_UNUSED(once)
    static SealedNetwork sealed;
    engine.setNetworkAccessManagerFactory(&sealed);
    engine.addImportPath(u"qrc:/qt/qml"_s);
    if (!engine.imageProvider(u"icon"_s))
        engine.addImageProvider(u"icon"_s, new IconProvider);
    if (!engine.imageProvider(AnswerPictures::id()))
        engine.addImageProvider(AnswerPictures::id(), new AnswerPictures);
}

bool loadMainWindow(QQmlApplicationEngine &engine, AppController &app)
{
    registerUiTypes(engine);
    // Distance fields blur small text on ordinary screens.
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    engine.setInitialProperties({{u"app"_s, QVariant::fromValue(&app)}});
    engine.load(QUrl(u"qrc:/qt/qml/Ponder/Main.qml"_s));
    return !engine.rootObjects().isEmpty();
}

} // namespace ponder
