#include "store/Exporter.h"

#include "store/MessageJson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace ponder {

namespace {

constexpr int kJsonVersion = 1;

QString isoTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QByteArray toJson(const Conversation &conversation)
{
    const ConversationSummary &summary = conversation.summary;
    QJsonArray messages;
    const QStringList ids = conversation.allIds();
    for (const QString &id : ids)
        messages.append(messageToJson(*conversation.message(id)));
    const QJsonObject root{
        {QStringLiteral("format"), QStringLiteral("ponder-conversation")},
        {QStringLiteral("version"), kJsonVersion},
        {QStringLiteral("id"), summary.id},
        {QStringLiteral("title"), summary.title},
        {QStringLiteral("created_at"), isoTime(summary.createdAt)},
        {QStringLiteral("updated_at"), isoTime(summary.updatedAt)},
        {QStringLiteral("pinned"), summary.pinned},
        {QStringLiteral("provider"), conversation.providerId},
        {QStringLiteral("model"), conversation.model},
        {QStringLiteral("system_prompt"), conversation.systemPrompt},
        {QStringLiteral("draft"), conversation.draft},
        {QStringLiteral("leaf"), conversation.leafId},
        {QStringLiteral("messages"), messages},
    };
    return QJsonDocument(root).toJson();
}

/// Writes the shown branch as Markdown. Thinking stands in a quote, because its own text could end
/// an HTML element but not a quote.
class MarkdownWriter
{
    Q_DECLARE_TR_FUNCTIONS(Exporter)

public:
    QByteArray write(const Conversation &conversation)
    {
        const QString title = conversation.summary.title.simplified();
        add(QStringLiteral("# ") + (title.isEmpty() ? tr("Untitled chat") : title));
        if (!conversation.systemPrompt.trimmed().isEmpty()) {
            add(QStringLiteral("## ") + tr("System prompt"));
            add(conversation.systemPrompt.trimmed());
        }
        const QStringList path = conversation.activePath();
        for (const QString &id : path)
            addMessage(*conversation.message(id));
        return (m_parts.join(QStringLiteral("\n\n")) + QLatin1Char('\n')).toUtf8();
    }

private:
    void add(const QString &part) { m_parts.append(part); }

    void addMessage(const Message &message)
    {
        add(QStringLiteral("## ") + heading(message));
        const QString origin = originLine(message);
        if (!origin.isEmpty())
            add(origin);
        for (const Segment &segment : message.segments)
            addSegment(segment);
        const QString ending = endingLine(message);
        if (!ending.isEmpty())
            add(ending);
    }

    static QString heading(const Message &message)
    {
        switch (message.role) {
        case Role::System:
            return tr("System");
        case Role::User:
            return tr("You");
        case Role::Tool:
            return tr("Tool");
        case Role::Assistant:
            break;
        }
        return tr("Answer");
    }

    /// Provider, model and time of an answer; the time alone of a prompt.
    static QString originLine(const Message &message)
    {
        const AnswerOrigin &origin = message.origin;
        QStringList parts;
        const QString provider =
            origin.providerName.isEmpty() ? origin.providerId : origin.providerName;
        const QString model = origin.servedModel.isEmpty() ? origin.model : origin.servedModel;
        if (!provider.isEmpty())
            parts.append(provider);
        if (!model.isEmpty())
            parts.append(code(model));
        if (message.createdAt.isValid())
            parts.append(
                message.createdAt.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")));
        return parts.join(QStringLiteral(" · "));
    }

    void addSegment(const Segment &segment)
    {
        switch (segment.kind) {
        case Segment::Kind::Text:
            if (!segment.text.isEmpty())
                add(segment.text);
            break;
        case Segment::Kind::Reasoning:
            if (!segment.text.isEmpty()) {
                add(quoted(QStringLiteral("**%1**\n\n%2")
                               .arg(thinkingLabel(segment.durationMs), segment.text.trimmed())));
            }
            break;
        case Segment::Kind::ToolCall:
            add(tr("Tool call: %1").arg(code(segment.toolName)));
            add(fenced(segment.toolArguments));
            break;
        case Segment::Kind::ToolResult:
            add(segment.toolFailed ? tr("The tool failed:") : tr("Result of the tool:"));
            add(fenced(segment.text));
            break;
        }
    }

    static QString thinkingLabel(qint64 milliseconds)
    {
        const qint64 seconds = (milliseconds + 500) / 1000;
        if (seconds < 1)
            return tr("Thinking");
        if (seconds < 60)
            return tr("Thought for %1 s").arg(seconds);
        return tr("Thought for %1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    }

    static QString endingLine(const Message &message)
    {
        switch (message.state) {
        case MessageState::Complete:
            break;
        case MessageState::Stopped:
            return QLatin1Char('*') + tr("Stopped") + QLatin1Char('*');
        case MessageState::Streaming:
        case MessageState::Interrupted:
            return QLatin1Char('*') + tr("Interrupted") + QLatin1Char('*');
        case MessageState::Failed:
            return QLatin1Char('*') + tr("Failed") + QLatin1Char('*') +
                   (message.error ? QStringLiteral(" ") + code(message.error->message.simplified())
                                  : QString());
        }
        return {};
    }

    static QString quoted(const QString &text)
    {
        QStringList lines = text.split(QLatin1Char('\n'));
        for (QString &line : lines)
            line = line.isEmpty() ? QStringLiteral(">") : QStringLiteral("> ") + line;
        return lines.join(QLatin1Char('\n'));
    }

    /// As many backticks around as the text itself cannot close.
    static QString marks(const QString &text, int least)
    {
        static const QRegularExpression run(QStringLiteral("`+"));
        qsizetype longest = 0;
        for (auto found = run.globalMatch(text); found.hasNext();)
            longest = std::max(longest, found.next().capturedLength());
        return QString(std::max<qsizetype>(longest + 1, least), QLatin1Char('`'));
    }

    static QString code(const QString &text)
    {
        if (text.isEmpty())
            return {};
        const QString mark = marks(text, 1);
        const QString space = mark.size() > 1 ? QStringLiteral(" ") : QString();
        return mark + space + text + space + mark;
    }

    static QString fenced(const QString &text)
    {
        const QString mark = marks(text, 3);
        return mark + QLatin1Char('\n') + text + QLatin1Char('\n') + mark;
    }

    QStringList m_parts;
};

} // namespace

Result<QByteArray> exportConversation(const Conversation &conversation, const QString &format)
{
    if (format == QLatin1String("md") || format == QLatin1String("markdown"))
        return MarkdownWriter().write(conversation);
    if (format == QLatin1String("json"))
        return toJson(conversation);
    return Error{ErrorKind::Usage,
                 0,
                 QCoreApplication::translate("Exporter",
                                             "Chats cannot be exported as “%1”. Choose md or json.")
                     .arg(format),
                 {},
                 {}};
}

} // namespace ponder
