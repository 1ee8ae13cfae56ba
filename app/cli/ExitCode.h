#pragma once

#include "base/Error.h"

namespace ponder::cli {

/// What the program's exit code tells a script.
enum ExitCode {
    Answered = 0,
    Failed = 1,       ///< the provider, the document or the disk failed
    WrongUsage = 2,   ///< wrong arguments or a value out of range
    NoKey = 3,        ///< no key for this provider, or the keychain does not give it out
    Unreachable = 4,  ///< network, TLS or timeout
    Interrupted = 130 ///< SIGINT; what arrived is kept
};

/// The exit code for a failure of that kind.
int exitCodeFor(ErrorKind kind);

/// The exit code of a program that a signal ended.
int exitCodeForSignal(int signal);

} // namespace ponder::cli
