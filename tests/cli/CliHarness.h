#pragma once

#include "base/Clock.h"
#include "chat/ParameterTable.h"
#include "cli/CliFakes.h"
#include "cli/Services.h"
#include "settings/Settings.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QTemporaryDir>

namespace ponder::test {

/// A whole command line with nothing real behind it. Two providers: "alpha" (needs a key, default
/// model "a-one") and "local" (no key, no default model).
class CliHarness
{
public:
    CliHarness();

    /// Runs a verb; what it said is in `console`, anew for each run.
    int run(const QStringList &arguments);

    /// The lines of standard output, each of which must be a JSON object.
    [[nodiscard]] QList<QJsonObject> events() const;
    /// Their types, e.g. "start status text finish".
    [[nodiscard]] QString eventTypes() const;
    [[nodiscard]] QJsonObject event(const QString &type) const; ///< the last of that type
    /// The `text` of all events of that type, joined.
    [[nodiscard]] QString joined(const QString &type) const;
    /// Standard output as one JSON value.
    [[nodiscard]] QJsonValue json() const;
    [[nodiscard]] QString complaint() const { return QString::fromUtf8(console.err); }

    /// A stored conversation of one question and one answer; returns its id.
    QString addConversation(const QString &id, const QString &title, int minutesOld = 0);

    QTemporaryDir folder;
    Settings settings;
    ParameterTable parameters;
    SystemClock clock;
    MemoryConsole console;
    ScriptBackend backend;
    FakeStore store;
    FakeSecrets secrets;
    FakeDirectory directory;
    cli::Services services;
};

} // namespace ponder::test
