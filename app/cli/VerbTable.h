#pragma once

#include "base/Result.h"
#include "cli/Invocation.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace ponder::cli {

/// One option of a verb.
struct OptionSpec
{
    QString name;        ///< long name without dashes
    QString shortName;   ///< one letter, may be empty
    QString placeholder; ///< of the value; empty: a switch
    QString description;
    bool planned = false; ///< known, but comes with a later version
};

/// One verb: what `ponder --help` and the parser know about it.
struct VerbSpec
{
    QString name;
    QStringList synopses; ///< without "ponder "
    QString summary;
    QString details; ///< what the help says below the options
    QList<OptionSpec> options;
    bool planned = false;
};

/// The verbs of the command line: the one table behind parsing and help. In the language of the
/// moment, hence made anew.
QList<VerbSpec> verbTable();
std::optional<VerbSpec> findVerb(const QString &name);

/// Takes `arguments` (the verb first, no program name) apart. A Usage error says what is wrong.
Result<Invocation> parseInvocation(const QStringList &arguments);

/// `ponder --help`.
QString programHelp();
/// `ponder VERB --help`.
QString verbHelp(const VerbSpec &verb);

} // namespace ponder::cli
