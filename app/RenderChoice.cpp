#include "RenderChoice.h"

#include "base/Logging.h"

#include <QDir>
#include <QFileInfo>
#include <QQuickWindow>

#include <algorithm>

namespace ponder {

namespace {

/// Kernel drivers that show pictures but cannot draw triangles.
bool isDisplayOnly(const QString &driver)
{
    static const QStringList names{QStringLiteral("vgem"),      QStringLiteral("vkms"),
                                   QStringLiteral("bochs-drm"), QStringLiteral("simpledrm"),
                                   QStringLiteral("cirrus"),    QStringLiteral("ast"),
                                   QStringLiteral("mgag200")};
    return names.contains(driver);
}

bool hasGpu()
{
#ifdef Q_OS_LINUX
    const QStringList nodes =
        QDir(QStringLiteral("/dev/dri")).entryList({QStringLiteral("renderD*")}, QDir::System);
    return std::any_of(nodes.begin(), nodes.end(), [](const QString &node) {
        const QFileInfo driver(QStringLiteral("/sys/class/drm/%1/device/driver").arg(node));
        return !isDisplayOnly(QFileInfo(driver.symLinkTarget()).fileName());
    });
#else
    return true;
#endif
}

} // namespace

void chooseRenderer(const QString &setting)
{
    if (qEnvironmentVariableIsSet("QT_QUICK_BACKEND") || setting == QLatin1String("hardware"))
        return;
    if (setting == QLatin1String("software") || !hasGpu()) {
        qCDebug(lcUi) << "drawing with the software adaptation";
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    }
}

} // namespace ponder
