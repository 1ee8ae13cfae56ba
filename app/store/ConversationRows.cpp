#include "store/ConversationRows.h"

#include "store/MessageJson.h"

#include <QJsonDocument>
#include <QTimeZone>

#include <utility>

namespace ponder {

namespace {

const QString kMessageColumns = QStringLiteral(
    "id, parent_id, role, state, created_at, provider, provider_name, model, served_model,"
    " parameters, prompt_tokens, completion_tokens, reasoning_tokens, cached_tokens, cost_amount,"
    " cost_currency, first_token_ms, total_ms, finish, error, thinking_open");

// Values on their way into the database. SQLite reads half a surrogate pair together with whatever
// follows it and would damage the text; alone it means nothing, so it becomes U+FFFD.
QVariant textValue(const QString &text)
{
    if (text.isNull())
        return QStringLiteral(""); // a null one would be NULL
    if (text.isValidUtf16())
        return text;
    QString whole = text;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        const bool pair = whole.at(i).isHighSurrogate() && i + 1 < whole.size() &&
                          whole.at(i + 1).isLowSurrogate();
        if (pair)
            ++i;
        else if (whole.at(i).isSurrogate())
            whole[i] = QChar::ReplacementCharacter;
    }
    return whole;
}

QVariant timeValue(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QVariant numberValue(const std::optional<qint64> &number)
{
    return number ? QVariant(*number) : QVariant();
}

QVariant jsonValue(const QJsonObject &object)
{
    return object.isEmpty() ? QVariant() : QVariant(QString::fromUtf8(compactJson(object)));
}

// And out of it.
QDateTime timeFrom(const QVariant &value)
{
    return value.isNull() ? QDateTime()
                          : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone::utc());
}

std::optional<qint64> numberFrom(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
}

QJsonObject jsonFrom(const QVariant &value)
{
    if (value.isNull())
        return {};
    return QJsonDocument::fromJson(value.toString().toUtf8()).object();
}

/// Reads kMessageColumns from `column` on, without the segments.
Message messageFrom(const QSqlQuery &row, int column)
{
    const auto next = [&row, &column] { return row.value(column++); };
    Message message;
    message.id = next().toString();
    message.parentId = next().toString();
    message.role = roleFromName(next().toString()).value_or(Role::User);
    message.state = messageStateFromName(next().toString()).value_or(MessageState::Complete);
    message.createdAt = timeFrom(next());
    message.origin.providerId = next().toString();
    message.origin.providerName = next().toString();
    message.origin.model = next().toString();
    message.origin.servedModel = next().toString();
    message.origin.parameters = jsonFrom(next());
    message.usage.promptTokens = numberFrom(next());
    message.usage.completionTokens = numberFrom(next());
    message.usage.reasoningTokens = numberFrom(next());
    message.usage.cachedTokens = numberFrom(next());
    const QVariant amount = next();
    const QVariant currency = next();
    if (!amount.isNull())
        message.usage.cost = Cost{amount.toString(), currency.toString()};
    message.timings.firstTokenMs = numberFrom(next()).value_or(-1);
    message.timings.totalMs = numberFrom(next()).value_or(-1);
    message.finish = finishReasonFromName(next().toString());
    const QVariant error = next();
    if (!error.isNull())
        message.error = errorFromJson(jsonFrom(error));
    const QVariant open = next();
    if (!open.isNull())
        message.thinkingOpen = open.toBool();
    return message;
}

QVariantList valuesOf(const QString &conversationId, const Message &message)
{
    const AnswerOrigin &origin = message.origin;
    const Usage &usage = message.usage;
    return {message.id,
            textValue(message.parentId),
            roleName(message.role),
            messageStateName(message.state),
            timeValue(message.createdAt),
            textValue(origin.providerId),
            textValue(origin.providerName),
            textValue(origin.model),
            textValue(origin.servedModel),
            jsonValue(origin.parameters),
            numberValue(usage.promptTokens),
            numberValue(usage.completionTokens),
            numberValue(usage.reasoningTokens),
            numberValue(usage.cachedTokens),
            usage.cost ? textValue(usage.cost->amount) : QVariant(),
            usage.cost ? textValue(usage.cost->currency) : QVariant(),
            message.timings.firstTokenMs >= 0 ? QVariant(message.timings.firstTokenMs) : QVariant(),
            message.timings.totalMs >= 0 ? QVariant(message.timings.totalMs) : QVariant(),
            message.finish ? QVariant(finishReasonName(*message.finish)) : QVariant(),
            message.error ? jsonValue(errorToJson(*message.error)) : QVariant(),
            message.thinkingOpen ? QVariant(*message.thinkingOpen ? 1 : 0) : QVariant(),
            conversationId};
}

/// Reads kind, text, duration_ms, extras from `column` on.
Segment segmentFrom(const QSqlQuery &row, int column)
{
    Segment segment;
    segment.kind = segmentKindFromName(row.value(column).toString()).value_or(Segment::Kind::Text);
    segment.text = row.value(column + 1).toString();
    segment.durationMs = row.value(column + 2).toLongLong();
    const QVariant extras = row.value(column + 3);
    if (!extras.isNull())
        setSegmentExtras(segment, jsonFrom(extras));
    return segment;
}

ConversationSummary summaryFrom(const QSqlQuery &row)
{
    return {row.value(0).toString(), row.value(1).toString(), timeFrom(row.value(2)),
            timeFrom(row.value(3)), row.value(4).toBool()};
}

} // namespace

StorageFailure ConversationRows::summaries(std::vector<ConversationSummary> &found) const
{
    QSqlQuery rows = m_database.query();
    const StorageFailure failure = m_database.run(
        rows, QStringLiteral("SELECT id, title, created_at, updated_at, pinned FROM conversations"
                             " ORDER BY updated_at DESC, id DESC"));
    if (failure)
        return failure;
    found.clear();
    while (rows.next())
        found.push_back(summaryFrom(rows));
    return rows.lastError().isValid() ? m_database.failureOf(rows.lastError()) : StorageFailure();
}

StorageFailure ConversationRows::load(const QString &id, std::optional<Conversation> &found) const
{
    found.reset();
    QSqlQuery rows = m_database.query();
    StorageFailure failure = m_database.run(
        rows,
        QStringLiteral("SELECT id, title, created_at, updated_at, pinned, provider, model,"
                       " system_prompt, draft, leaf_id FROM conversations WHERE id = ?"),
        {id});
    if (failure)
        return failure;
    if (!rows.next())
        return rows.lastError().isValid() ? m_database.failureOf(rows.lastError())
                                          : StorageFailure();
    Conversation conversation;
    ConversationHeader{summaryFrom(rows),        rows.value(5).toString(), rows.value(6).toString(),
                       rows.value(7).toString(), rows.value(8).toString(), rows.value(9).toString()}
        .copyTo(conversation);

    // Both in the order of `seq`, so that one pass puts them together.
    QSqlQuery segments = m_database.query();
    failure = m_database.run(
        segments,
        QStringLiteral("SELECT s.message_seq, s.kind, s.text, s.duration_ms, s.extras"
                       " FROM messages m JOIN segments s ON s.message_seq = m.seq"
                       " WHERE m.conversation_id = ? ORDER BY m.seq, s.position"),
        {id});
    if (!failure) {
        failure = m_database.run(rows,
                                 QStringLiteral("SELECT seq, ") + kMessageColumns +
                                     QStringLiteral(" FROM messages WHERE conversation_id = ?"
                                                    " ORDER BY seq"),
                                 {id});
    }
    if (failure)
        return failure;
    bool hasSegment = segments.next();
    while (rows.next()) {
        const qint64 seq = rows.value(0).toLongLong();
        Message message = messageFrom(rows, 1);
        for (; hasSegment && segments.value(0).toLongLong() == seq; hasSegment = segments.next())
            message.segments.push_back(segmentFrom(segments, 1));
        conversation.insert(std::move(message));
    }
    for (const QSqlQuery *query : {&rows, &segments}) {
        if (query->lastError().isValid())
            return m_database.failureOf(query->lastError());
    }
    found = std::move(conversation);
    return {};
}

StorageFailure ConversationRows::message(const QString &id, std::optional<Message> &found) const
{
    found.reset();
    QSqlQuery rows = m_database.query();
    StorageFailure failure = m_database.run(rows,
                                            QStringLiteral("SELECT seq, ") + kMessageColumns +
                                                QStringLiteral(" FROM messages WHERE id = ?"),
                                            {id});
    if (failure || !rows.next())
        return failure;
    const qint64 seq = rows.value(0).toLongLong();
    Message message = messageFrom(rows, 1);
    failure = m_database.run(rows,
                             QStringLiteral("SELECT kind, text, duration_ms, extras FROM segments"
                                            " WHERE message_seq = ? ORDER BY position"),
                             {seq});
    if (failure)
        return failure;
    while (rows.next())
        message.segments.push_back(segmentFrom(rows, 0));
    found = std::move(message);
    return {};
}

StorageFailure ConversationRows::save(const ConversationHeader &header) const
{
    const ConversationSummary &summary = header.summary;
    return m_database.run(
        QStringLiteral("INSERT INTO conversations (id, title, created_at, updated_at, pinned,"
                       " provider, model, system_prompt, draft, leaf_id)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (id) DO UPDATE SET title = excluded.title,"
                       " created_at = excluded.created_at, updated_at = excluded.updated_at,"
                       " pinned = excluded.pinned, provider = excluded.provider,"
                       " model = excluded.model, system_prompt = excluded.system_prompt,"
                       " draft = excluded.draft, leaf_id = excluded.leaf_id"),
        {summary.id, textValue(summary.title), timeValue(summary.createdAt),
         timeValue(summary.updatedAt), summary.pinned ? 1 : 0, textValue(header.providerId),
         textValue(header.model), textValue(header.systemPrompt), textValue(header.draft),
         textValue(header.leafId)});
}

StorageFailure ConversationRows::ensureConversation(const QString &id) const
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    return m_database.run(QStringLiteral("INSERT OR IGNORE INTO conversations"
                                         " (id, created_at, updated_at) VALUES (?, ?, ?)"),
                          {id, now, now});
}

StorageFailure ConversationRows::save(const QString &conversationId, const Message &message) const
{
    StorageFailure failure = ensureConversation(conversationId);
    if (failure)
        return failure;
    static const QString upsert = [] {
        QStringList assignments;
        const QStringList columns = kMessageColumns.split(QLatin1Char(','));
        for (const QString &column : columns.mid(1))
            assignments.append(QStringLiteral("%1 = excluded.%1").arg(column.trimmed()));
        return QStringLiteral("INSERT INTO messages (%1, conversation_id) VALUES (%2)"
                              " ON CONFLICT (id) DO UPDATE SET %3 RETURNING seq")
            .arg(kMessageColumns, QStringLiteral("?, ").repeated(columns.size()) + QLatin1Char('?'),
                 assignments.join(QLatin1Char(',')));
    }();
    QSqlQuery row = m_database.query();
    failure = m_database.run(row, upsert, valuesOf(conversationId, message));
    if (failure)
        return failure;
    if (!row.next())
        return m_database.failureOf(row.lastError());
    const qint64 seq = row.value(0).toLongLong();
    row.finish();

    failure = m_database.run(QStringLiteral("DELETE FROM segments WHERE message_seq = ?"), {seq});
    for (std::size_t i = 0; !failure && i < message.segments.size(); ++i) {
        const Segment &segment = message.segments[i];
        failure = m_database.run(
            QStringLiteral("INSERT INTO segments (message_seq, position, kind, text, duration_ms,"
                           " extras) VALUES (?, ?, ?, ?, ?, ?)"),
            {seq, static_cast<qint64>(i), segmentKindName(segment.kind), textValue(segment.text),
             segment.durationMs, jsonValue(segmentExtrasToJson(segment))});
    }
    return failure;
}

StorageFailure ConversationRows::remove(const QString &id) const
{
    return m_database.run(QStringLiteral("DELETE FROM conversations WHERE id = ?"), {id});
}

} // namespace ponder
