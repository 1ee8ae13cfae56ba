#pragma once

#include <QJsonArray>

namespace ponder {

/// The `reasoning_details` of a stream, put together from its pieces: neighbouring pieces of one
/// block (same type, same index) become that block again. Blocks keep their order and all other
/// fields.
QJsonArray joinedReasoningDetails(const QJsonArray &pieces);

} // namespace ponder
