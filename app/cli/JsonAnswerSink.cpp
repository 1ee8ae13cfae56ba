#include "cli/JsonAnswerSink.h"

#include <QJsonDocument>

namespace ponder::cli {

JsonAnswerSink::JsonAnswerSink(Console &console) : m_console(console)
{}

void JsonAnswerSink::started(const AnswerStart &start)
{
    write(startEvent(start));
}

void JsonAnswerSink::status(const TurnStatus &status, const QString &providerName)
{
    write(statusEvent(status, providerName));
}

void JsonAnswerSink::piece(const Delta &delta)
{
    if (const std::optional<QJsonObject> event = deltaEvent(delta))
        write(*event);
}

void JsonAnswerSink::usage(const Usage &usage)
{
    write(usageEvent(usage));
}

void JsonAnswerSink::error(const Error &error, const QString &providerName,
                           const QString &providerId)
{
    write(errorEvent(error, providerName, providerId));
}

void JsonAnswerSink::finished(FinishReason reason, const QString &servedModel,
                              const Timings &timings)
{
    write(finishEvent(reason, servedModel, timings));
}

void JsonAnswerSink::write(const QJsonObject &event)
{
    const QByteArray line = QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n';
    m_read = m_console.writeOut(line) && m_read;
}

} // namespace ponder::cli
