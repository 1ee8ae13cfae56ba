#pragma once

#include "store/StorageError.h"

namespace ponder {

class Database;

/// The steps from one schema of the database to the next, counted by `PRAGMA user_version`. A step,
/// once released, is never changed: another one is added. Before the first step on a file with
/// contents a copy of it is made next to it, named for the version it has.
class Migrations
{
public:
    static int currentVersion();
    /// Takes the database to currentVersion(), each step as a whole or not at all. Safe when
    /// several processes begin at once.
    static StorageFailure run(Database &database);

private:
    static StorageFailure keepCopy(Database &database, int version);
    static StorageFailure step(Database &database, int from);
};

} // namespace ponder
