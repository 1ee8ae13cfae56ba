#include "cli/PlainAnswerSink.h"

#include "cli/Command.h"

#include <QCoreApplication>

namespace ponder::cli {

namespace {

class AnswerText
{
    Q_DECLARE_TR_FUNCTIONS(AnswerText)

public:
    static QString moved() { return tr("What was printed so far was reasoning."); }
    static QString toolCall(const ToolCallDelta &call)
    {
        return tr("The model calls %1(%2)").arg(call.name, call.arguments);
    }
    static QString ending(FinishReason reason)
    {
        switch (reason) {
        case FinishReason::Length:
            return tr("The answer was cut at the token limit.");
        case FinishReason::ContentFilter:
            return tr("The provider's content filter ended the answer.");
        case FinishReason::Interrupted:
            return tr("The answer was interrupted.");
        case FinishReason::Cancelled:
            return tr("Stopped.");
        default:
            return {};
        }
    }
};

} // namespace

PlainAnswerSink::PlainAnswerSink(Console &console, bool quiet) : m_console(console), m_quiet(quiet)
{}

void PlainAnswerSink::started(const AnswerStart &start)
{
    if (!start.conversationId.isEmpty())
        remark(QStringLiteral("conversation ") + start.conversationId);
}

void PlainAnswerSink::status(const TurnStatus &status, const QString &providerName)
{
    if (status.phase == TurnStatus::Phase::Answering)
        endReasoningLine();
    else
        remark(statusText(status, providerName));
}

void PlainAnswerSink::piece(const Delta &delta)
{
    if (const auto *text = std::get_if<TextDelta>(&delta))
        writeText(text->text);
    else if (const auto *reasoning = std::get_if<ReasoningDelta>(&delta))
        writeReasoning(reasoning->text);
    else if (std::holds_alternative<MovedToReasoning>(delta))
        remark(AnswerText::moved());
    else if (const auto *call = std::get_if<ToolCallDelta>(&delta))
        remark(AnswerText::toolCall(*call));
}

void PlainAnswerSink::usage(const Usage &)
{}

void PlainAnswerSink::error(const Error &error, const QString &providerName,
                            const QString &providerId)
{
    endReasoningLine();
    endTextLine();
    m_console.complain(errorReport(error, providerName, providerId));
}

void PlainAnswerSink::finished(FinishReason reason, const QString &, const Timings &)
{
    endReasoningLine();
    endTextLine();
    remark(AnswerText::ending(reason));
}

void PlainAnswerSink::writeText(const QString &text)
{
    if (text.isEmpty())
        return;
    endReasoningLine();
    const bool terminal = m_console.outIsTerminal();
    // The encoder keeps half of a character that is split between two pieces.
    const QByteArray bytes = m_encoder.encode(terminal ? terminalSafe(text) : text);
    m_read = m_console.writeOut(bytes) && m_read;
    m_inTextLine = terminal && !text.endsWith(u'\n');
}

void PlainAnswerSink::writeReasoning(const QString &text)
{
    if (m_quiet || text.isEmpty())
        return;
    endTextLine();
    m_console.writeErr((m_console.errIsTerminal() ? terminalSafe(text) : text).toUtf8());
    m_inReasoningLine = !text.endsWith(u'\n');
}

void PlainAnswerSink::remark(const QString &line)
{
    if (m_quiet || line.isEmpty())
        return;
    endReasoningLine();
    endTextLine();
    m_console.remark(QStringLiteral("[%1]").arg(line));
}

void PlainAnswerSink::endReasoningLine()
{
    if (std::exchange(m_inReasoningLine, false))
        m_console.writeErr(QByteArrayLiteral("\n"));
}

void PlainAnswerSink::endTextLine()
{
    // Only what a person sees on a terminal gets a line break that the answer does not have.
    if (std::exchange(m_inTextLine, false))
        m_read = m_console.writeOut(QByteArrayLiteral("\n")) && m_read;
}

} // namespace ponder::cli
