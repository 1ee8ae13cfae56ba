#pragma once

#include "cli/AnswerSink.h"
#include "cli/Console.h"

namespace ponder::cli {

/// `--json`: every step as one line of JSON on standard output, written at once.
class JsonAnswerSink final : public AnswerSink
{
public:
    explicit JsonAnswerSink(Console &console);

    void started(const AnswerStart &start) override;
    void status(const TurnStatus &status, const QString &providerName) override;
    void piece(const Delta &delta) override;
    void usage(const Usage &usage) override;
    void error(const Error &error, const QString &providerName, const QString &providerId) override;
    void finished(FinishReason reason, const QString &servedModel, const Timings &timings) override;
    [[nodiscard]] bool isRead() const override { return m_read; }

private:
    void write(const QJsonObject &event);

    Console &m_console;
    bool m_read = true;
};

} // namespace ponder::cli
