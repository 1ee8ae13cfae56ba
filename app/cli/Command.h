#pragma once

#include "cli/Console.h"
#include "cli/ExitCode.h"
#include "cli/Invocation.h"
#include "cli/Services.h"

#include <QJsonValue>
#include <QObject>

namespace ponder::cli {

/// One verb at work. Starts when control is in the event loop and says with done() how it ended.
class Command : public QObject
{
    Q_OBJECT

public:
    Command(Invocation invocation, Services &services, Console &console);

    virtual void start() = 0;

Q_SIGNALS:
    void done(int exitCode);

protected:
    [[nodiscard]] const Invocation &invocation() const { return m_invocation; }
    [[nodiscard]] Services &services() const { return m_services; }
    [[nodiscard]] Console &console() const { return m_console; }
    [[nodiscard]] bool wantsJson() const { return m_invocation.has(QStringLiteral("json")); }

    /// The end; later calls are ignored.
    void finish(int exitCode);
    /// Ends because of wrong usage, with a sentence that says what is wrong.
    void refuse(const QString &sentence);
    /// Ends with the sentences for an error; names and identifies who was asked, if anybody was.
    void fail(const Error &error, const QString &providerName = {}, const QString &providerId = {});
    /// Prints one JSON value on a line of its own.
    void printJson(const QJsonValue &value);

private:
    Invocation m_invocation;
    Services &m_services;
    Console &m_console;
    bool m_done = false;
};

/// What to do about an error, in the words of the command line; describeError() speaks of pages of
/// the window and of what it keeps.
QString errorHint(const Error &error, const QString &providerName, const QString &providerId);

/// The error in full sentences for standard error: what happened, in whose words, what to do.
QString errorReport(const Error &error, const QString &providerName, const QString &providerId);

} // namespace ponder::cli
