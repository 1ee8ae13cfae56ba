#pragma once

#include "base/Result.h"

#include <QStringList>

namespace ponder::cli {

/// What the window is started with.
struct WindowArguments
{
    bool demo = false; ///< answer from recordings
    QStringList files; ///< absolute paths, to be attached to a new conversation
};

/// Reads `[--demo] [FILE…]` (no program name; the window system's own options taken out before).
/// A Usage error names an option or a file that does not exist, which is also what a mistyped verb
/// looks like.
Result<WindowArguments> parseWindowArguments(const QStringList &arguments);

} // namespace ponder::cli
