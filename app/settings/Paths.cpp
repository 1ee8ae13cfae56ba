#include "settings/Paths.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace ponder::paths {

namespace {

constexpr auto kOwnerOnly =
    QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

/// `base`/ponder, made for this user alone: chats are nobody else's business. A folder that exists
/// keeps the permissions its owner gave it.
QString folderIn(QStandardPaths::StandardLocation base)
{
    const QString root = QStandardPaths::writableLocation(base);
    const QString path = root + QStringLiteral("/ponder");
    QDir directory;
    if (!directory.exists(path)) {
        directory.mkpath(root);
        directory.mkdir(path, kOwnerOnly);
    }
    return path;
}

} // namespace

QString configDir()
{
    return folderIn(QStandardPaths::GenericConfigLocation);
}

QString dataDir()
{
    return folderIn(QStandardPaths::GenericDataLocation);
}

QString cacheDir()
{
    return folderIn(QStandardPaths::GenericCacheLocation);
}

QString settingsFile()
{
    return configDir() + QStringLiteral("/settings.json");
}

QString providersFile()
{
    return configDir() + QStringLiteral("/providers.json");
}

QString databaseFile()
{
    return dataDir() + QStringLiteral("/conversations.db");
}

QString modelsFile()
{
    return cacheDir() + QStringLiteral("/models.json");
}

} // namespace ponder::paths
