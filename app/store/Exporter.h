#pragma once

#include "base/Result.h"
#include "chat/Conversation.h"

#include <QByteArray>
#include <QString>

namespace ponder {

/// A conversation as a file: "md" is the branch that is shown, to be read; "json" is everything,
/// the whole tree, to be read back. Neither holds a key. Another format is a Usage error.
Result<QByteArray> exportConversation(const Conversation &conversation, const QString &format);

} // namespace ponder
