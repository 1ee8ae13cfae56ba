#include "cli/AskOptions.h"

#include <QCoreApplication>
#include <QUrl>

#include <cmath>

namespace ponder::cli {

namespace {

constexpr double kLongestTimeoutSeconds = 86'400;

class AskText
{
    Q_DECLARE_TR_FUNCTIONS(AskText)

public:
    static Error usage(const QString &sentence) { return {ErrorKind::Usage, 0, sentence, {}, {}}; }
    static Error badUrl(const QString &url)
    {
        return usage(
            tr("--base-url must be an address like https://example.com/v1, not “%1”.").arg(url));
    }
    static Error urlWithKey()
    {
        return usage(tr("--base-url must not contain a user name or password; set PONDER_API_KEY "
                        "instead."));
    }
    static Error badTimeout()
    {
        return usage(tr("--timeout must be a number of seconds above 0 and at most %1.")
                         .arg(kLongestTimeoutSeconds));
    }
    static Error badContext()
    {
        return usage(tr("--context must be a whole number of tokens above 0."));
    }
    static Error badSet(const QString &text)
    {
        return usage(tr("--set must be NAME=VALUE, not “%1”.").arg(text));
    }
    static Error emptyConversation()
    {
        return usage(
            tr("--conversation needs the ID of a conversation. `ponder list` shows them."));
    }
    static Error onePrompt()
    {
        return usage(
            tr("`ponder ask` takes one PROMPT in quotes, or - to read it from standard input."));
    }
};

std::optional<Error> problemOfUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool http =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.userInfo().isEmpty())
        return AskText::urlWithKey();
    if (!url.isValid() || !http || url.host().isEmpty() || url.hasFragment())
        return AskText::badUrl(text);
    return std::nullopt;
}

std::optional<Error> readParameter(const QString &text, const ParameterTable &table,
                                   AskOptions &options)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals <= 0)
        return AskText::badSet(text);
    const QString name = text.left(equals).trimmed();
    const QJsonValue value = ParameterTable::parseText(text.mid(equals + 1));
    options.parameters.remove(name);
    options.leftOut.removeAll(name);
    if (value.isNull() && table.find(name)) {
        options.leftOut.append(name);
        return std::nullopt;
    }
    const ParameterSpec *spec = table.find(name);
    const Result<QJsonValue> valid =
        spec ? spec->validate(value) : Result<QJsonValue>(table.validate({{name, value}}).error());
    if (!valid) {
        Error error = valid.error();
        error.message = QStringLiteral("--set %1: %2").arg(name, error.message);
        return error;
    }
    options.parameters.insert(name, *valid);
    return std::nullopt;
}

} // namespace

Result<EndpointChoice> endpointChoice(const Invocation &invocation)
{
    EndpointChoice choice;
    choice.providerId = invocation.value(QStringLiteral("provider"));
    choice.model = invocation.value(QStringLiteral("model"));
    if (invocation.has(QStringLiteral("base-url"))) {
        choice.baseUrl = invocation.value(QStringLiteral("base-url")).trimmed();
        if (const std::optional<Error> problem = problemOfUrl(choice.baseUrl))
            return *problem;
    }
    if (invocation.has(QStringLiteral("timeout"))) {
        bool isNumber = false;
        const double seconds = invocation.value(QStringLiteral("timeout")).toDouble(&isNumber);
        if (!isNumber || !(seconds > 0) || seconds > kLongestTimeoutSeconds)
            return AskText::badTimeout();
        choice.idleTimeoutMs = static_cast<int>(std::ceil(seconds * 1000));
    }
    return choice;
}

Result<AskOptions> askOptions(const Invocation &invocation, const ParameterTable &parameters)
{
    AskOptions options;
    const Result<EndpointChoice> endpoint = endpointChoice(invocation);
    if (!endpoint)
        return endpoint.error();
    options.endpoint = *endpoint;
    if (invocation.positional.size() != 1)
        return AskText::onePrompt();
    options.prompt = invocation.positional.constFirst();
    if (invocation.has(QStringLiteral("system")))
        options.systemPrompt = invocation.value(QStringLiteral("system"));
    for (const QString &text : invocation.options.value(QStringLiteral("set"))) {
        if (const std::optional<Error> problem = readParameter(text, parameters, options))
            return *problem;
    }
    if (invocation.has(QStringLiteral("context"))) {
        bool isNumber = false;
        const qint64 tokens = invocation.value(QStringLiteral("context")).toLongLong(&isNumber);
        if (!isNumber || tokens <= 0)
            return AskText::badContext();
        options.contextTokens = tokens;
    }
    options.conversationId = invocation.value(QStringLiteral("conversation"));
    if (invocation.has(QStringLiteral("conversation")) && options.conversationId.isEmpty())
        return AskText::emptyConversation();
    options.save =
        invocation.has(QStringLiteral("save")) || invocation.has(QStringLiteral("conversation"));
    options.stream = !invocation.has(QStringLiteral("no-stream"));
    options.json = invocation.has(QStringLiteral("json"));
    options.quiet = invocation.has(QStringLiteral("quiet"));
    return options;
}

} // namespace ponder::cli
