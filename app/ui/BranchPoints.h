#pragma once

#include "chat/Conversation.h"

namespace ponder {

/// The last message of the shown branch that was written by `role`; "" when there is none.
QString lastMessageBy(const Conversation &conversation, Role role);

/// The last message of the shown branch that has alternatives; "" when there is none.
QString lastBranchPoint(const Conversation &conversation);

} // namespace ponder
