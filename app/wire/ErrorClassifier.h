#pragma once

#include "base/Error.h"

#include <QString>

namespace ponder {

/// What is known about a failure before it has a kind.
struct ErrorSigns
{
    int status = 0;       ///< of HTTP, or the same number given in the body; 0 unknown
    QString codes;        ///< the body's codes and types, joined by spaces, lower case
    QString text;         ///< the body's messages, lower case
    bool flagged = false; ///< the body names moderation reasons
};

/// The kind of a failure. Status and body decide together, because providers use the same status
/// for different things: an empty account is a 402, 403 or 429, a full context a 400, 413 or 500.
ErrorKind classifiedError(const ErrorSigns &signs);

} // namespace ponder
