#pragma once

#include "chat/ChatSession.h"

#include <QString>

namespace ponder {

/// The name QML knows a phase by: "idle", "connecting", "queued", "thinking", "answering",
/// "retrying".
QString phaseName(TurnStatus::Phase phase);

/// One line that says what is going on, in the language of the interface; `provider` is the display
/// name of who is asked. "" when nothing is.
QString phaseText(const TurnStatus &status, qint64 elapsedMs, const QString &provider);

} // namespace ponder
