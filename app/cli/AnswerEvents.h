#pragma once

#include "chat/ChatSession.h"
#include "chat/Message.h"

#include <QJsonObject>

#include <optional>

namespace ponder::cli {

/// Which answer begins.
struct AnswerStart
{
    QString conversationId; ///< empty: not stored
    QString messageId;
    QString providerId;
    QString model;
};

/// The words for what an answer is waiting for or doing.
QString statusText(const TurnStatus &status, const QString &providerName);
/// "connecting", "queued", …; empty while idle.
QString statusCode(TurnStatus::Phase phase);

// The events of `ponder ask --json`, one object each.
QJsonObject startEvent(const AnswerStart &start);
QJsonObject statusEvent(const TurnStatus &status, const QString &providerName);
/// Nothing for steps that are told of otherwise (usage, model, the end) or to nobody.
std::optional<QJsonObject> deltaEvent(const Delta &delta);
QJsonObject usageEvent(const Usage &usage);
QJsonObject errorEvent(const Error &error, const QString &providerName, const QString &providerId);
QJsonObject finishEvent(FinishReason reason, const QString &servedModel, const Timings &timings);

/// How the answer ended, in the words of the `finish` event.
FinishReason finishReasonOf(const Message &answer);

} // namespace ponder::cli
