#include "cli/CommandLine.h"

#include "cli/AskCommand.h"
#include "cli/ConfigCommand.h"
#include "cli/ConversationCommand.h"
#include "cli/JsonAnswerSink.h"
#include "cli/KeyCommand.h"
#include "cli/ListCommand.h"
#include "cli/ModelsCommand.h"
#include "cli/ProvidersCommand.h"
#include "cli/StandardConsole.h"
#include "cli/VerbTable.h"

#include <QEventLoop>
#include <QLoggingCategory>

#include <algorithm>
#include <memory>

namespace ponder::cli {

namespace {

std::unique_ptr<Command> makeCommand(const Invocation &invocation, Services &services,
                                     Console &console)
{
    const QString &verb = invocation.verb;
    if (verb == QLatin1String("ask"))
        return std::make_unique<AskCommand>(invocation, services, console);
    if (verb == QLatin1String("models"))
        return std::make_unique<ModelsCommand>(invocation, services, console);
    if (verb == QLatin1String("providers"))
        return std::make_unique<ProvidersCommand>(invocation, services, console);
    if (verb == QLatin1String("config"))
        return std::make_unique<ConfigCommand>(invocation, services, console);
    if (verb == QLatin1String("key"))
        return std::make_unique<KeyCommand>(invocation, services, console);
    if (verb == QLatin1String("list"))
        return std::make_unique<ListCommand>(invocation, services, console);
    return std::make_unique<ConversationCommand>(invocation, services, console);
}

constexpr auto kHelpVerb = QLatin1StringView("help");

bool isHelp(const QString &word)
{
    return word == QLatin1String("--help") || word == QLatin1String("-h");
}

bool isVersion(const QString &word)
{
    return word == QLatin1String("--version") || word == QLatin1String("-v");
}

/// Whether such a word stands among the options, wherever.
bool asks(const QStringList &arguments, bool (*isWord)(const QString &))
{
    const qsizetype end = arguments.indexOf(QStringLiteral("--"));
    const QStringList options = arguments.mid(0, end);
    return std::any_of(options.begin(), options.end(), isWord);
}

/// Standard error is for people here, who get sentences: the log is for QT_LOGGING_RULES, which
/// outweighs this.
void keepLogQuiet(bool silent)
{
    QString rules = QStringLiteral("ponder.*.debug=false\nponder.*.info=false");
    if (silent)
        rules += QStringLiteral("\nponder.*.warning=false");
    QLoggingCategory::setFilterRules(rules);
}

/// A script that asked for events gets its end as events, whatever is wrong.
void tellWrongUsage(const QStringList &arguments, const Error &error, Console &console)
{
    console.complain(error.message);
    if (arguments.constFirst() != QLatin1String("ask") ||
        !arguments.contains(QStringLiteral("--json")))
        return;
    JsonAnswerSink sink(console);
    sink.error(error, {}, {});
    sink.finished(FinishReason::Error, {}, {});
}

} // namespace

bool isVerb(const QStringList &arguments)
{
    return findVerb(arguments.value(0)).has_value() || arguments.value(0) == kHelpVerb ||
           asks(arguments, isHelp) || asks(arguments, isVersion);
}

bool usesEnvironmentKey(const QStringList &arguments)
{
    const QString verb = arguments.value(0);
    return verb != QLatin1String("key") && verb != QLatin1String("providers");
}

bool isForPrograms(const QStringList &arguments)
{
    return asks(arguments, [](const QString &word) { return word == QLatin1String("--json"); });
}

std::optional<int> runWithoutServices(const QStringList &arguments, Console &console)
{
    const bool hasVerb = findVerb(arguments.value(0)).has_value();
    if (!hasVerb && (arguments.value(0) == kHelpVerb || asks(arguments, isHelp))) {
        const std::optional<VerbSpec> verb = findVerb(arguments.value(1));
        console.printLine(verb ? verbHelp(*verb) : programHelp());
        return Answered;
    }
    if (!hasVerb && asks(arguments, isVersion)) {
        console.printLine(QStringLiteral("ponder " PONDER_VERSION));
        return Answered;
    }
    const Result<Invocation> invocation = parseInvocation(arguments);
    if (!invocation) {
        tellWrongUsage(arguments, invocation.error(), console);
        return exitCodeFor(invocation.error().kind);
    }
    if (invocation->help) {
        console.printLine(verbHelp(*findVerb(invocation->verb)));
        return Answered;
    }
    return std::nullopt;
}

int run(const QStringList &arguments, Services &services, Console &console)
{
    if (const std::optional<int> ended = runWithoutServices(arguments, console))
        return *ended;
    const Result<Invocation> invocation = parseInvocation(arguments);
    keepLogQuiet(invocation->has(QStringLiteral("quiet")));
    if (const QString problem = services.providers.loadProblem(); !problem.isEmpty())
        console.complain(problem);
    const std::unique_ptr<Command> command = makeCommand(*invocation, services, console);
    QEventLoop loop;
    // Queued, because a command may end before the loop has begun.
    QObject::connect(command.get(), &Command::done, &loop, &QEventLoop::exit, Qt::QueuedConnection);
    QMetaObject::invokeMethod(command.get(), &Command::start, Qt::QueuedConnection);
    return loop.exec();
}

int run(const QStringList &arguments, Services &services)
{
    StandardConsole console;
    return run(arguments, services, console);
}

} // namespace ponder::cli
