#include "ui/RenderChoice.h"

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

/// Whether there is a device that can draw and that this user may draw with.
bool hasGpu(const QDir &root)
{
#ifdef Q_OS_LINUX
    const QDir devices(root.filePath(QStringLiteral("dev/dri")));
    const QStringList nodes = devices.entryList({QStringLiteral("renderD*")}, QDir::System);
    return std::any_of(nodes.begin(), nodes.end(), [&](const QString &node) {
        const QFileInfo device(devices.filePath(node));
        const QFileInfo driver(
            root.filePath(QStringLiteral("sys/class/drm/%1/device/driver").arg(node)));
        return device.isReadable() && device.isWritable() &&
               !isDisplayOnly(QFileInfo(driver.symLinkTarget()).fileName());
    });
#else
    Q_UNUSED(root)
    return true;
#endif
}

} // namespace

bool RenderChoice::isSoftware(const QString &setting, const QString &root)
{
    if (setting != QLatin1String("auto"))
        return setting == QLatin1String("software");
    // Mesa's switch: its rasteriser whatever the devices can do.
    const QByteArray mesa = qgetenv("LIBGL_ALWAYS_SOFTWARE").toLower();
    return mesa == "1" || mesa == "true" || !hasGpu(QDir(root));
}

void RenderChoice::apply(const QString &setting)
{
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND") && isSoftware(setting)) {
        qCDebug(lcUi) << "drawing with the software adaptation";
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    }
}

} // namespace ponder
