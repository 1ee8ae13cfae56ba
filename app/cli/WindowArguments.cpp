#include "cli/WindowArguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

namespace ponder::cli {

namespace {

class WindowText
{
    Q_DECLARE_TR_FUNCTIONS(WindowArguments)

public:
    static Error unknownOption(const QString &problem)
    {
        return {ErrorKind::Usage, 0, tr("%1 See `ponder --help`.").arg(problem), {}, {}};
    }

    static Error noSuchFile(const QString &name)
    {
        return {ErrorKind::Usage,
                0,
                tr("There is no file and no verb named “%1”. See `ponder --help`.").arg(name),
                {},
                {}};
    }

    static Error notAFile(const QString &name)
    {
        return {ErrorKind::Usage, 0, tr("“%1” is a folder, not a file.").arg(name), {}, {}};
    }
};

/// File managers hand over URLs as well as paths.
QString localPath(const QString &argument)
{
    const bool isUrl = argument.startsWith(QLatin1String("file://"), Qt::CaseInsensitive);
    return isUrl ? QUrl(argument).toLocalFile() : argument;
}

} // namespace

Result<WindowArguments> parseWindowArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption demo(QStringLiteral("demo"));
    parser.addOption(demo);
    if (!parser.parse(QStringList(QStringLiteral("ponder")) + arguments))
        return WindowText::unknownOption(parser.errorText());
    WindowArguments window;
    window.demo = parser.isSet(demo);
    for (const QString &argument : parser.positionalArguments()) {
        const QFileInfo file(localPath(argument));
        if (!file.exists())
            return WindowText::noSuchFile(argument);
        if (file.isDir())
            return WindowText::notAFile(argument);
        window.files.append(file.absoluteFilePath());
    }
    return window;
}

} // namespace ponder::cli
