#pragma once

#include "chat/Message.h"

#include <QByteArray>

namespace ponder {

/// The steps a streaming answer's journal is made of. Each piece holds what changed since the one
/// before, so that journalling costs the same at the start and at the end of a long answer.

/// `before` null: the whole message. Empty when nothing changed.
QByteArray journalPiece(const Message *before, const Message &now);
/// Takes `message` one step on; false (and `message` as it was) when the piece is damaged or does
/// not follow on what is there.
bool applyJournalPiece(Message &message, const QByteArray &piece);

/// The same message without half of a surrogate pair at its end: the other half comes with the next
/// delta, and neither is text on its own.
Message withoutHalfCharacter(Message message);

} // namespace ponder
