#pragma once

#include <QString>

namespace ponder {

/// A new identifier for a conversation or message: UUID version 7 (RFC 9562), so that identifiers
/// sort by the time they were made.
QString newId();

} // namespace ponder
