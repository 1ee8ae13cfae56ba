#include "cli/Command.h"

#include "base/ErrorText.h"
#include "base/Redactor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace ponder::cli {

Command::Command(Invocation invocation, Services &services, Console &console)
    : m_invocation(std::move(invocation)), m_services(services), m_console(console)
{}

void Command::finish(int exitCode)
{
    if (std::exchange(m_done, true))
        return;
    Q_EMIT done(exitCode);
}

void Command::refuse(const QString &sentence)
{
    m_console.complain(sentence);
    finish(WrongUsage);
}

void Command::fail(const Error &error, const QString &providerName, const QString &providerId)
{
    m_console.complain(errorReport(error, providerName, providerId));
    finish(exitCodeFor(error.kind));
}

void Command::printJson(const QJsonValue &value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    m_console.writeOut(document.toJson(QJsonDocument::Compact) + '\n');
}

QString errorHint(const Error &error, const QString &providerName, const QString &providerId)
{
    const QString id = providerId.isEmpty() ? QStringLiteral("ID") : providerId;
    switch (error.kind) {
    case ErrorKind::Auth:
        return Command::tr("Check the key: `ponder key set %1`, or PONDER_API_KEY.").arg(id);
    case ErrorKind::NoKey:
        return Command::tr("Store one with `ponder key set %1`, or set PONDER_API_KEY for one run.")
            .arg(id);
    case ErrorKind::Keychain:
        return Command::tr("Unlock the keychain and try again, or set PONDER_API_KEY for one run.");
    case ErrorKind::Balance:
        return Command::tr("Add credit, or choose another provider with --provider.");
    case ErrorKind::BadRequest:
        return Command::tr("Leave out the parameter it names (--set NAME=null), and try again.");
    case ErrorKind::NotFound:
        return Command::tr("`ponder models` lists the models; check the address too.");
    case ErrorKind::Server:
    case ErrorKind::Overloaded:
        return Command::tr("Try again in a moment, or choose another provider with --provider.");
    case ErrorKind::Network:
        return Command::tr("Check the network and the address, and try again.");
    case ErrorKind::NotRunning:
        return Command::tr("Start it and try again, or check the address.");
    case ErrorKind::Timeout:
        return Command::tr("Try again, or allow a longer silence with --timeout.");
    case ErrorKind::Protocol:
        return Command::tr("Check that the base URL is that of an OpenAI-compatible API.");
    case ErrorKind::Storage:
        return Command::tr("Free some disk space or check the permissions of the data folder.");
    default:
        return describeError(error, providerName).hint;
    }
}

QString errorReport(const Error &error, const QString &providerName, const QString &providerId)
{
    // These sentences are Ponder's own and say already what to do.
    const bool ownSentence = error.kind == ErrorKind::Usage || error.kind == ErrorKind::Storage;
    if (ownSentence && !error.message.isEmpty())
        return error.message;
    const QString title = describeError(error, providerName).title;
    QString report = title.isEmpty() ? error.message : title;
    if (error.http > 0)
        report += QStringLiteral(" (HTTP %1)").arg(error.http);
    if (!error.message.isEmpty() && error.message != title)
        report += QStringLiteral(": ") + Redactor::instance().redact(error.message);
    if (!report.endsWith(u'.'))
        report += u'.';
    return report + u'\n' + errorHint(error, providerName, providerId);
}

} // namespace ponder::cli
