#include "AppContext.h"
#include "RenderChoice.h"
#include "base/Logging.h"
#include "cli/CommandLine.h"
#include "cli/StandardConsole.h"
#include "cli/WindowArguments.h"
#include "settings/Paths.h"
#include "settings/Settings.h"

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

int runVerb(int argc, char **argv, const QStringList &arguments)
{
    QCoreApplication application(argc, argv);
    describeApplication();
    cli::StandardConsole console;
    if (const std::optional<int> code = cli::runWithoutServices(arguments, console))
        return *code;
    AppContext context(cli::usesEnvironmentKey(arguments) ? qEnvironmentVariable("PONDER_API_KEY")
                                                          : QString());
    cli::Services services = context.cliServices();
    return cli::run(arguments, services, console);
}

int runWindow(int argc, char **argv)
{
    describeApplication();
    chooseRenderer(Settings(paths::settingsFile()).text(QStringLiteral("appearance.renderer")));
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Ponder"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.ponder.Ponder"));
    const Result<cli::WindowArguments> arguments =
        cli::parseWindowArguments(QCoreApplication::arguments().mid(1));
    if (!arguments) {
        std::fprintf(stderr, "%s\n", qPrintable(arguments.error().message));
        return 2;
    }
    AppContext context(qEnvironmentVariable("PONDER_API_KEY"));
    return context.runWindow(*arguments);
}

} // namespace

int main(int argc, char **argv)
{
    installLogHandler();
    const QStringList arguments = argumentsOf(argc, argv);
    return cli::isVerb(arguments) ? runVerb(argc, argv, arguments) : runWindow(argc, argv);
}
