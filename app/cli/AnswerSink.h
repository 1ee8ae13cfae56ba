#pragma once

#include "cli/AnswerEvents.h"

namespace ponder::cli {

/// Where the steps of an answer go. In this order: started, any number of status and pieces,
/// usage if known, errors, finished.
class AnswerSink
{
public:
    virtual ~AnswerSink() = default;

    virtual void started(const AnswerStart &start) = 0;
    virtual void status(const TurnStatus &status, const QString &providerName) = 0;
    virtual void piece(const Delta &delta) = 0;
    virtual void usage(const Usage &usage) = 0;
    virtual void error(const Error &error, const QString &providerName,
                       const QString &providerId) = 0;
    virtual void finished(FinishReason reason, const QString &servedModel,
                          const Timings &timings) = 0;

    /// False once nobody reads standard output any more.
    [[nodiscard]] virtual bool isRead() const = 0;
};

} // namespace ponder::cli
