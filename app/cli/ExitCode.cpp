#include "cli/ExitCode.h"

namespace ponder::cli {

int exitCodeFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
        return WrongUsage;
    case ErrorKind::NoKey:
    case ErrorKind::Keychain:
        return NoKey;
    case ErrorKind::Network:
    case ErrorKind::NotRunning:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
        return Unreachable;
    default:
        return Failed;
    }
}

int exitCodeForSignal(int signal)
{
    return 128 + signal;
}

} // namespace ponder::cli
