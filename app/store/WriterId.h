#pragma once

#include <QString>

namespace ponder {

/// Names the process that journals, so that another one can tell whether it still runs: the boot of
/// the machine, the process, when it began, and a random part for each store in it.
class WriterId
{
public:
    static QString make();
    /// False only when it is certain that the process has ended.
    static bool mayBeAlive(const QString &writer);
};

} // namespace ponder
