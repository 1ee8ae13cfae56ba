#include "cli/VerbTable.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

namespace ponder::cli {

namespace {

class Verbs
{
    Q_DECLARE_TR_FUNCTIONS(Verbs)

public:
    static OptionSpec json(const QString &description = tr("print JSON"))
    {
        return {QStringLiteral("json"), {}, {}, description};
    }

    static OptionSpec provider()
    {
        return {QStringLiteral("provider"),
                {},
                QStringLiteral("ID"),
                tr("a provider profile (default: the one chosen in the settings)")};
    }

    static QList<OptionSpec> answerOptions()
    {
        return {
            provider(),
            {QStringLiteral("base-url"),
             {},
             QStringLiteral("URL"),
             tr("any OpenAI-compatible endpoint; with --provider, that profile spoken at "
                "another address, with its key")},
            {QStringLiteral("model"), {}, QStringLiteral("NAME"), tr("the model that answers")},
            {QStringLiteral("system"), {}, QStringLiteral("TEXT"), tr("system prompt")},
            {QStringLiteral("set"),
             {},
             QStringLiteral("NAME=VALUE"),
             tr("a request parameter; VALUE is JSON if it parses as JSON, else a text; "
                "null leaves it out; repeatable")},
            {QStringLiteral("attach"), {}, QStringLiteral("FILE"), tr("a document"), true},
            {QStringLiteral("save"), {}, {}, tr("store the conversation")},
            {QStringLiteral("conversation"),
             {},
             QStringLiteral("ID"),
             tr("continue a stored conversation (implies --save)")},
            {QStringLiteral("no-stream"), {}, {}, tr("one JSON reply instead of a stream")},
            {QStringLiteral("context"),
             {},
             QStringLiteral("TOKENS"),
             tr("the model's context window, where it is not known: a longer request is not "
                "sent")},
            {QStringLiteral("timeout"),
             {},
             QStringLiteral("SECONDS"),
             tr("give up when the server sends no byte for that long")},
            json(tr("events as JSON Lines on standard output")),
            {QStringLiteral("quiet"),
             QStringLiteral("q"),
             {},
             tr("no reasoning and no status on standard error")},
        };
    }

    static VerbSpec ask()
    {
        return {
            QStringLiteral("ask"),
            {QStringLiteral("ask [OPTIONS] PROMPT"), QStringLiteral("ask [OPTIONS] -")},
            tr("One answer: text to standard output as it streams, reasoning and status to "
               "standard error. With - the prompt is read from standard input."),
            tr("A PROMPT that begins with a dash comes after --.\n\n"
               "The key is taken from the environment's PONDER_API_KEY, else from the system "
               "keychain.\n\nExit codes: 0 answered, 1 the provider failed, 2 wrong usage, "
               "3 no key, 4 network, TLS or timeout, 130 interrupted (what arrived is kept)."),
            answerOptions(),
        };
    }

    static VerbSpec models()
    {
        return {
            QStringLiteral("models"),
            {QStringLiteral("models [--provider ID | --base-url URL] [--json]")},
            tr("The models a provider offers."),
            {},
            {provider(),
             {QStringLiteral("base-url"),
              {},
              QStringLiteral("URL"),
              tr("any OpenAI-compatible endpoint")},
             {QStringLiteral("timeout"),
              {},
              QStringLiteral("SECONDS"),
              tr("give up when the server sends no byte for that long")},
             json()},
        };
    }

    static VerbSpec providers()
    {
        return {
            QStringLiteral("providers"),
            {QStringLiteral("providers [--json]"),
             QStringLiteral(
                 "providers add ID --base-url URL [--name NAME] [--model NAME] [--no-key]"),
             QStringLiteral("providers remove ID")},
            tr("The provider profiles and whether a key is stored; adds and removes profiles."),
            {},
            {{QStringLiteral("base-url"), {}, QStringLiteral("URL"), tr("address of the API")},
             {QStringLiteral("name"), {}, QStringLiteral("NAME"), tr("name to show")},
             {QStringLiteral("model"), {}, QStringLiteral("NAME"), tr("default model")},
             {QStringLiteral("no-key"), {}, {}, tr("the server wants no key")},
             json()},
        };
    }

    static VerbSpec config()
    {
        return {
            QStringLiteral("config"),
            {QStringLiteral("config list [--json]"), QStringLiteral("config get NAME [--json]"),
             QStringLiteral("config set NAME VALUE")},
            tr("The settings of the window, by name."),
            tr("Besides the names of the list there are sampling.NAME, a request parameter for all "
               "models, and sampling.PROVIDER/MODEL.NAME for one model. The value \"default\" sets "
               "a setting back; a request parameter is then not sent."),
            {json()},
        };
    }

    static VerbSpec key()
    {
        return {
            QStringLiteral("key"),
            {QStringLiteral("key set ID"), QStringLiteral("key clear ID"),
             QStringLiteral("key status ID [--json]")},
            tr("The key of a provider in the system keychain. It is read from standard input, "
               "never from an argument."),
            tr("Example: pass show deepseek | ponder key set deepseek\n\n"
               "`key status` ends with exit code 3 when there is no key."),
            {json()},
        };
    }

    static QList<VerbSpec> conversations()
    {
        const QString id = tr("The beginning of an ID is enough where it is unique.");
        return {
            {QStringLiteral("list"),
             {QStringLiteral("list [--json]")},
             tr("The stored conversations, newest first."),
             {},
             {json()}},
            {QStringLiteral("show"),
             {QStringLiteral("show ID [--json]")},
             tr("A stored conversation."),
             id,
             {json()}},
            {QStringLiteral("export"),
             {QStringLiteral("export ID --format md|json [-o FILE]")},
             tr("A stored conversation as a file."),
             id,
             {{QStringLiteral("format"),
               {},
               QStringLiteral("md|json"),
               tr("md (default) or json; html and pdf come with a later version")},
              {QStringLiteral("output"), QStringLiteral("o"), QStringLiteral("FILE"),
               tr("where to (default: standard output)")}}},
            {QStringLiteral("delete"),
             {QStringLiteral("delete ID")},
             tr("Deletes a stored conversation for good."),
             id,
             {}},
        };
    }

    static VerbSpec planned(const QString &name, const QString &synopsis, const QString &summary)
    {
        VerbSpec verb{name, {synopsis}, summary, {}, {}};
        verb.planned = true;
        return verb;
    }

    static QList<VerbSpec> all()
    {
        QList<VerbSpec> verbs{ask(), models(), providers(), config(), key()};
        verbs += conversations();
        verbs += planned(QStringLiteral("summarize"), QStringLiteral("summarize [OPTIONS] FILE…"),
                         tr("Summarises whole documents (comes with a later version)."));
        verbs += planned(QStringLiteral("search"), QStringLiteral("search QUERY [--json]"),
                         tr("Searches the conversations (comes with a later version)."));
        verbs += planned(QStringLiteral("import"), QStringLiteral("import FILE"),
                         tr("Takes in conversations (comes with a later version)."));
        return verbs;
    }

    static Error later(const QString &what)
    {
        return {ErrorKind::Usage, 0, tr("%1 comes with a later version.").arg(what), {}, {}};
    }

    static Error wrong(const VerbSpec &verb, const QString &problem)
    {
        // What follows `ponder key` may be a key: nothing of it is repeated.
        const QString said = verb.name == QLatin1String("key")
                                 ? tr("These arguments cannot be used. The key itself is read from "
                                      "standard input, never from an argument.")
                                 : problem;
        const QString hint = tr("See `ponder %1 --help`.").arg(verb.name);
        return {ErrorKind::Usage, 0, said + QLatin1Char(' ') + hint, {}, {}};
    }

    static QString usage() { return tr("Usage:"); }
    static QString options() { return tr("Options:"); }
    static QString helpOption() { return tr("show this help"); }
    static QString notYet() { return tr("not there yet"); }
    static QString programIntro()
    {
        return tr("Ponder is a desktop chat for reasoning models. Without a verb it opens the "
                  "window; with a verb it does that job in the terminal.");
    }
    static QString verbsTitle() { return tr("Verbs:"); }
    static QString demoOption() { return tr("open the window with recorded answers, no key"); }
    static QString versionOption() { return tr("print the version"); }
    static QString moreHelp() { return tr("`ponder VERB --help` tells more about one of them."); }
};

constexpr qsizetype kHelpWidth = 80;

/// Breaks text at blanks so that it fits beside an indentation.
QString wrapped(const QString &text, qsizetype indent)
{
    QString out;
    for (const QString &paragraph : text.split(u'\n')) {
        qsizetype column = 0;
        if (!out.isEmpty())
            out += QLatin1Char('\n') + QString(indent, u' ');
        for (const QString &word : paragraph.split(u' ', Qt::SkipEmptyParts)) {
            if (column > 0 && indent + column + 1 + word.size() > kHelpWidth) {
                out += QLatin1Char('\n') + QString(indent, u' ');
                column = 0;
            } else if (column > 0) {
                out += u' ';
                ++column;
            }
            out += word;
            column += word.size();
        }
    }
    return out;
}

QString twoColumns(const QList<std::pair<QString, QString>> &rows)
{
    constexpr qsizetype margin = 2;
    qsizetype width = 0;
    for (const auto &row : rows)
        width = std::max(width, row.first.size());
    QString text;
    for (const auto &[name, description] : rows) {
        text += QString(margin, u' ') + name.leftJustified(width + margin) +
                wrapped(description, width + 2 * margin) + u'\n';
    }
    return text;
}

QString optionColumn(const OptionSpec &option)
{
    QString text = QStringLiteral("--") + option.name;
    if (!option.placeholder.isEmpty())
        text += u' ' + option.placeholder;
    if (!option.shortName.isEmpty())
        text = QStringLiteral("-%1, %2").arg(option.shortName, text);
    return text;
}

/// In `config set NAME -1` the value is no option, whatever it looks like.
QStringList withNegativeValue(QStringList arguments)
{
    const bool sets = arguments.value(0) == QLatin1String("config") &&
                      arguments.value(1) == QLatin1String("set") && arguments.size() == 4;
    if (sets && arguments.at(3).startsWith(u'-'))
        arguments.insert(3, QStringLiteral("--"));
    return arguments;
}

QCommandLineOption commandLineOption(const OptionSpec &spec)
{
    QStringList names{spec.name};
    if (!spec.shortName.isEmpty())
        names.append(spec.shortName);
    return {names, spec.description, spec.placeholder};
}

} // namespace

QList<VerbSpec> verbTable()
{
    return Verbs::all();
}

std::optional<VerbSpec> findVerb(const QString &name)
{
    const QList<VerbSpec> verbs = verbTable();
    const auto found = std::find_if(verbs.begin(), verbs.end(),
                                    [&name](const VerbSpec &verb) { return verb.name == name; });
    return found == verbs.end() ? std::nullopt : std::optional(*found);
}

Result<Invocation> parseInvocation(const QStringList &arguments)
{
    const std::optional<VerbSpec> verb = findVerb(arguments.value(0));
    if (!verb)
        return Error{ErrorKind::Usage, 0, programHelp(), {}, {}};
    Invocation invocation;
    invocation.verb = verb->name;

    const qsizetype end = arguments.indexOf(QStringLiteral("--"));
    const QStringList beforeEnd = arguments.mid(0, end);
    invocation.help =
        beforeEnd.contains(QStringLiteral("--help")) || beforeEnd.contains(QStringLiteral("-h"));
    if (invocation.help)
        return invocation;
    if (verb->planned)
        return Verbs::later(QStringLiteral("`ponder %1`").arg(verb->name));

    const QStringList readable = withNegativeValue(arguments);
    QCommandLineParser parser;
    for (const OptionSpec &option : verb->options)
        parser.addOption(commandLineOption(option));
    // The parser takes the first argument for the program's name.
    if (!parser.parse(readable))
        return Verbs::wrong(*verb, parser.errorText());
    invocation.positional = parser.positionalArguments();
    for (const OptionSpec &option : verb->options) {
        if (!parser.isSet(option.name))
            continue;
        if (option.planned)
            return Verbs::later(QStringLiteral("--") + option.name);
        invocation.options.insert(option.name, parser.values(option.name));
    }
    return invocation;
}

QString programHelp()
{
    QList<std::pair<QString, QString>> verbs;
    for (const VerbSpec &verb : verbTable())
        verbs.append({verb.name, verb.summary});
    const QList<std::pair<QString, QString>> options{
        {QStringLiteral("--demo"), Verbs::demoOption()},
        {QStringLiteral("--help"), Verbs::helpOption()},
        {QStringLiteral("--version"), Verbs::versionOption()},
    };
    return Verbs::usage() + QStringLiteral("\n  ponder [--demo] [FILE…]\n  ponder VERB …\n\n") +
           wrapped(Verbs::programIntro(), 0) + QStringLiteral("\n\n") + Verbs::verbsTitle() +
           u'\n' + twoColumns(verbs) + u'\n' + Verbs::options() + u'\n' + twoColumns(options) +
           u'\n' + Verbs::moreHelp();
}

QString verbHelp(const VerbSpec &verb)
{
    QString text = Verbs::usage() + u'\n';
    for (const QString &synopsis : verb.synopses)
        text += QStringLiteral("  ponder ") + synopsis + u'\n';
    text += u'\n' + wrapped(verb.summary, 0) + QStringLiteral("\n\n") + Verbs::options() + u'\n';
    QList<std::pair<QString, QString>> rows;
    for (const OptionSpec &option : verb.options) {
        const QString suffix =
            option.planned ? QStringLiteral(" (%1)").arg(Verbs::notYet()) : QString();
        rows.append({optionColumn(option), option.description + suffix});
    }
    rows.append({QStringLiteral("-h, --help"), Verbs::helpOption()});
    text += twoColumns(rows);
    if (!verb.details.isEmpty())
        text += u'\n' + wrapped(verb.details, 0) + u'\n';
    text.chop(1);
    return text;
}

} // namespace ponder::cli
