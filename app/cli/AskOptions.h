#pragma once

#include "base/Result.h"
#include "chat/ParameterTable.h"
#include "cli/Invocation.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace ponder::cli {

/// Which server and model a verb speaks to, as the arguments say.
struct EndpointChoice
{
    QString providerId; ///< empty: not given
    QString baseUrl;    ///< empty: not given
    QString model;      ///< empty: not given
    std::optional<int> idleTimeoutMs;
};

/// Reads --provider, --base-url, --model and --timeout; a Usage error says what cannot be.
Result<EndpointChoice> endpointChoice(const Invocation &invocation);

/// The options of `ask`, checked.
struct AskOptions
{
    EndpointChoice endpoint;
    QString prompt; ///< "-": standard input
    std::optional<QString> systemPrompt;
    QJsonObject parameters; ///< set by --set, each valid for itself
    QStringList leftOut;    ///< parameters that --set NAME=null takes out
    std::optional<qint64> contextTokens;
    QString conversationId; ///< may be the beginning of one; empty: a new conversation
    bool save = false;
    bool stream = true;
    bool json = false;
    bool quiet = false;
};

Result<AskOptions> askOptions(const Invocation &invocation, const ParameterTable &parameters);

} // namespace ponder::cli
