#pragma once

#include "chat/Conversation.h"

#include <QJsonObject>

namespace ponder::cli {

/// One line of `ponder list --json`.
QJsonObject summaryObject(const ConversationSummary &summary);

/// `ponder show --json`: the conversation with the messages of the branch that is shown in
/// `messages`, first to last, and those of other branches in `other_messages`.
QJsonObject conversationObject(const Conversation &conversation);

} // namespace ponder::cli
