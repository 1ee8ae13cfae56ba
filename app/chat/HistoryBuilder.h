#pragma once

#include "chat/Conversation.h"
#include "wire/ChatRequest.h"

namespace ponder {

/// The messages of a request for one branch: what the model gets to read. Leaves out answers that
/// failed before they said anything and tool calls that were never answered, because servers refuse
/// a history with either. Large pictures in answers are shortened to what they begin with.
std::vector<RequestMessage> buildHistory(const Conversation &conversation, const QStringList &path,
                                         const QString &systemPrompt);

} // namespace ponder
