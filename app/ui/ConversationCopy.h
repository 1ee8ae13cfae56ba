#pragma once

#include "chat/Conversation.h"

namespace ponder {

/// The same conversation under new ids, with all branches; an answer that still streams is kept as
/// far as it has come.
Conversation copyOf(const Conversation &original, const QString &title, const QDateTime &now);

} // namespace ponder
