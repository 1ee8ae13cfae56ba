#pragma once

#include "cli/Console.h"
#include "cli/Services.h"

#include <QStringList>

#include <optional>

namespace ponder::cli {

// The command line of the program (`ponder --help`). Everywhere here `arguments` are those of the
// process without the program's name.

/// Whether these arguments are for the terminal (a verb, --help, --version) and no window opens.
bool isVerb(const QStringList &arguments);

/// Whether the key of the environment counts for these arguments. It does not for verbs that tell
/// or change what is stored.
bool usesEnvironmentKey(const QStringList &arguments);

/// Whether what comes out is for programs (`--json`): it reads the same in every language.
bool isForPrograms(const QStringList &arguments);

/// Help, version and wrong usage, for which nothing of the program has to be opened: prints it and
/// returns the exit code. Nothing when there is a verb to be run.
std::optional<int> runWithoutServices(const QStringList &arguments, Console &console);

/// Runs a verb in an event loop of its own and returns the exit code. Needs a QCoreApplication.
int run(const QStringList &arguments, Services &services, Console &console);
/// The same on the process's own streams.
int run(const QStringList &arguments, Services &services);

} // namespace ponder::cli
