#pragma once

#include "chat/Conversation.h"

namespace ponder {

/// How many tokens of the model's window the shown branch takes: as the provider counted them up to
/// its last answer, estimated from there on.
qint64 contextTokensUsed(const Conversation &conversation);

/// A number of tokens in few characters: 18,234 → "18.2K".
QString shortTokenText(qint64 tokens);

} // namespace ponder
