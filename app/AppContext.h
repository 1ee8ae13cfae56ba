#pragma once

#include "InterfaceLanguage.h"
#include "base/Clock.h"
#include "chat/ParameterTable.h"
#include "cli/Services.h"
#include "cli/WindowArguments.h"
#include "providers/DemoBackend.h"
#include "providers/HttpChatBackend.h"
#include "providers/ProviderCatalog.h"
#include "providers/RoutingBackend.h"
#include "secrets/KeychainSecretStore.h"
#include "settings/Settings.h"
#include "store/SqliteConversationStore.h"

namespace ponder {

/// The object graph of the program, the only place that names concrete classes. The command line
/// and the window are two faces on the same objects. Members are made in the order they stand.
class AppContext
{
public:
    /// `settings` are read before everything else, because they say in which language the rest
    /// speaks, and must outlive this. `environmentKey`: the key that wins over the keychain in this
    /// run; "" for none.
    AppContext(Settings &settings, const QString &environmentKey);

    [[nodiscard]] cli::Services cliServices();

    /// Shows the window and runs until it is closed. Returns the exit code of the program.
    int runWindow(const cli::WindowArguments &arguments, InterfaceLanguage &language);

private:
    SystemClock m_clock;
    Settings &m_settings;
    ParameterTable m_parameters;
    KeychainSecretStore m_secrets;
    ProviderCatalog m_providers;
    SqliteConversationStore m_store;
    DemoBackend m_demo;
    HttpChatBackend m_http;
    RoutingBackend m_backend;
};

} // namespace ponder
