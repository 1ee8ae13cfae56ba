#include "AppContext.h"
#include "InterfaceLanguage.h"
#include "Resources.h"
#include "base/Logging.h"
#include "cli/CommandLine.h"
#include "cli/StandardConsole.h"
#include "cli/WindowArguments.h"
#include "settings/Paths.h"
#include "settings/Settings.h"
#include "ui/RenderChoice.h"

#include <QApplication>

#include <cstdio>
#include <optional>

using namespace ponder;

namespace {

void describeApplication()
{
    // No organisation: the folders are ponder/, not organisation/ponder/.
    QCoreApplication::setApplicationName(QStringLiteral("ponder"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PONDER_VERSION));
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

/// The language of the interface; what programs read stays English, whoever sits before it.
QString languageFor(const QStringList &arguments, const Settings &settings)
{
    return cli::isForPrograms(arguments) ? QStringLiteral("en")
                                         : settings.text(QStringLiteral("language"));
}

int runVerb(int argc, char **argv, const QStringList &arguments)
{
    QCoreApplication application(argc, argv);
    describeApplication();
    cli::StandardConsole console;
    Settings settings(paths::settingsFile());
    InterfaceLanguage language;
    language.apply(languageFor(arguments, settings));
    if (!settings.loadProblem().isEmpty())
        console.complain(settings.loadProblem());
    if (const std::optional<int> code = cli::runWithoutServices(arguments, console))
        return *code;
    const bool environmentKey = cli::usesEnvironmentKey(arguments);
    AppContext context(settings,
                       environmentKey ? qEnvironmentVariable("PONDER_API_KEY") : QString());
    cli::Services services = context.cliServices();
    return cli::run(arguments, services, console);
}

int runWindow(int argc, char **argv)
{
    describeApplication();
    Settings settings(paths::settingsFile());
    RenderChoice::apply(settings.text(QStringLiteral("appearance.renderer")));
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Ponder"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.ponder.Ponder"));
    InterfaceLanguage language;
    language.apply(settings.text(QStringLiteral("language")));
    const Result<cli::WindowArguments> arguments =
        cli::parseWindowArguments(QCoreApplication::arguments().mid(1));
    if (!arguments) {
        std::fprintf(stderr, "%s\n", arguments.error().message.toUtf8().constData());
        return 2;
    }
    AppContext context(settings, qEnvironmentVariable("PONDER_API_KEY"));
    return context.runWindow(*arguments, language);
}

} // namespace

int main(int argc, char **argv)
{
    installLogHandler();
    resources::init();
    const QStringList arguments = argumentsOf(argc, argv);
    return cli::isVerb(arguments) ? runVerb(argc, argv, arguments) : runWindow(argc, argv);
}
