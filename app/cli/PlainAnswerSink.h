#pragma once

#include "cli/AnswerSink.h"
#include "cli/Console.h"

#include <QStringEncoder>

namespace ponder::cli {

/// The answer's text as it is on standard output, reasoning and status on standard error. On a
/// terminal control characters are made harmless and the text ends with a line break; into a file
/// or pipe goes exactly the answer.
class PlainAnswerSink final : public AnswerSink
{
public:
    /// `quiet`: no reasoning and no status; errors are told all the same.
    PlainAnswerSink(Console &console, bool quiet);

    void started(const AnswerStart &start) override;
    void status(const TurnStatus &status, const QString &providerName) override;
    void piece(const Delta &delta) override;
    void usage(const Usage &usage) override;
    void error(const Error &error, const QString &providerName, const QString &providerId) override;
    void finished(FinishReason reason, const QString &servedModel, const Timings &timings) override;
    [[nodiscard]] bool isRead() const override { return m_read; }

private:
    void writeText(const QString &text);
    void writeReasoning(const QString &text);
    void remark(const QString &line);
    void endReasoningLine();
    void endTextLine();

    Console &m_console;
    bool m_quiet;
    bool m_read = true;
    bool m_inReasoningLine = false; ///< standard error is not at the start of a line
    bool m_inTextLine = false;      ///< a terminal's standard output is not at the start of a line
    QStringEncoder m_encoder{QStringEncoder::Utf8};
};

} // namespace ponder::cli
