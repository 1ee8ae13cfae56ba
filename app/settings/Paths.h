#pragma once

#include <QString>

namespace ponder::paths {

/// The XDG folders of the program, made when they are first asked for.
QString configDir(); ///< XDG_CONFIG_HOME/ponder
QString dataDir();   ///< XDG_DATA_HOME/ponder
QString cacheDir();  ///< XDG_CACHE_HOME/ponder

QString settingsFile();  ///< configDir/settings.json
QString providersFile(); ///< configDir/providers.json: user-made profiles and overrides
QString databaseFile();  ///< dataDir/conversations.db
QString modelsFile();    ///< cacheDir/models.json

} // namespace ponder::paths
