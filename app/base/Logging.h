#pragma once

#include <QLoggingCategory>

namespace ponder {

// All logging categories of the program. Switch them on with QT_LOGGING_RULES="ponder.*=true".
Q_DECLARE_LOGGING_CATEGORY(lcWire)
Q_DECLARE_LOGGING_CATEGORY(lcNetwork)
Q_DECLARE_LOGGING_CATEGORY(lcChat)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcSecrets)
Q_DECLARE_LOGGING_CATEGORY(lcSettings)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

/// Sends every log line of the process through the Redactor before it is written to standard error.
void installLogHandler();

} // namespace ponder
