#pragma once

#include "base/Clock.h"
#include "chat/ChatSessions.h"
#include "chat/ConversationStore.h"
#include "chat/ParameterTable.h"
#include "chat/ProviderDirectory.h"
#include "chat/SecretStore.h"
#include "settings/Settings.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace ponder::ui {

/// Everything the window needs from the rest of the program, as ports. Made once by the program's
/// context (or by a test, with fakes) and outlives every controller.
struct Services
{
    ChatSessions &sessions;
    ConversationStore &store;
    ProviderDirectory &providers;
    SecretStore &secrets;
    Settings &settings;
    const ParameterTable &parameters;
    const Clock &clock;
    /// A conversation as the bytes of a file; `format` is "md" or "json".
    std::function<Result<QByteArray>(const Conversation &, const QString &format)>
        exportConversation;
    /// Asks where to save; `done` gets a path, or "" when the user changed their mind. Unset: no
    /// export is offered.
    std::function<void(const QString &suggestedName, std::function<void(const QString &)> done)>
        askSavePath = {};
};

} // namespace ponder::ui
