#pragma once

#include "base/Result.h"
#include "chat/ConversationStore.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ponder::testing {

/// A message in which no field has its default value.
Message fullMessage();
/// One message for each field, in which only that field differs from a plain answer; with its name.
std::vector<std::pair<QString, Message>> messagesByField();
Message plainMessage(const QString &id, const QString &parent, Role role, const QString &text);
/// A conversation of `count` messages that follow on one another, prompts and answers in turn.
Conversation longConversation(const QString &id, int count);

// What a caller does with a store, waiting for the reply. A failed wait is an error of kind
// Timeout.
Result<Conversation> loadFrom(ConversationStore &store, const QString &id);
Result<std::vector<ConversationSummary>> summariesOf(ConversationStore &store);
/// The header and every message.
void saveAll(ConversationStore &store, const Conversation &conversation);
QStringList idsOf(const std::vector<ConversationSummary> &summaries);

/// Empty when both are the same, else what differs, for a failure message.
QString difference(const Message &actual, const Message &expected);

} // namespace ponder::testing
