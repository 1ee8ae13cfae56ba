#pragma once

#include "base/Result.h"
#include "chat/Message.h"

#include <QByteArray>
#include <QJsonObject>

namespace ponder {

/// Messages as JSON: the form of exports and of the journal. Fields that say nothing are left out;
/// unknown ones are ignored, so that a newer version's files can be read.
QJsonObject messageToJson(const Message &message);
/// A Storage error when it is not a message: no id, or a role or state that is not known.
Result<Message> messageFromJson(const QJsonObject &object);

QJsonObject segmentToJson(const Segment &segment);
Segment segmentFromJson(const QJsonObject &object);
/// The part of a segment that is not its kind, text and duration; empty for reasoning and text.
QJsonObject segmentExtrasToJson(const Segment &segment);
void setSegmentExtras(Segment &segment, const QJsonObject &object);

QJsonObject errorToJson(const Error &error);
Error errorFromJson(const QJsonObject &object);

/// One line of JSON without blanks.
QByteArray compactJson(const QJsonObject &object);

} // namespace ponder
