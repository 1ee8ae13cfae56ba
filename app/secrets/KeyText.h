#pragma once

#include "base/Result.h"

#include <QString>

namespace ponder {

/// A key as it was typed, pasted or found, made fit for a request header: surrounding blanks are
/// taken off; an empty one, and one with a line break, a blank or a character outside ASCII inside
/// is refused with a sentence (a Usage error). Pasted keys carry such things more often than not.
/// Registers the key with the Redactor, so that not even a refused one can reach a log.
Result<QString> checkedKey(const QString &typed);

} // namespace ponder
