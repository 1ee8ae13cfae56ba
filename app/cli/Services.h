#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "chat/ChatBackend.h"
#include "chat/Conversation.h"
#include "chat/ConversationStore.h"
#include "chat/ParameterTable.h"
#include "chat/ProviderDirectory.h"
#include "chat/SecretStore.h"
#include "settings/Settings.h"

#include <QByteArray>

#include <functional>

namespace ponder::cli {

/// Everything the verbs work with; the same objects the window uses.
struct Services
{
    ChatBackend &backend;
    ConversationStore &store;
    SecretStore &secrets;
    ProviderDirectory &providers;
    Settings &settings;
    const ParameterTable &parameters;
    const Clock &clock;
    /// A conversation as a file of that format ("md", "json").
    std::function<Result<QByteArray>(const Conversation &, const QString &format)>
        exportConversation;
};

} // namespace ponder::cli
