#pragma once

#include "base/Error.h"

#include <QSqlError>
#include <QString>

namespace ponder {

/// What kind of trouble the database is in: decides whether waiting helps.
enum class StorageTrouble {
    None,
    Busy,     ///< another process holds it just now
    Full,     ///< no space left, or a limit of the system
    ReadOnly, ///< the file or its folder cannot be written
    NoAccess, ///< it cannot be opened at all
    Damaged,  ///< not a database, or parts are missing
    Newer,    ///< written by a newer version
    Refused,  ///< this very data cannot be stored; the rest can
    Other,
};

/// A failure of the database, with the sentence a person reads.
struct StorageFailure
{
    StorageTrouble trouble = StorageTrouble::None;
    Error error;

    [[nodiscard]] explicit operator bool() const { return trouble != StorageTrouble::None; }
};

/// From what SQLite said; `path` is the database file.
StorageFailure storageFailure(const QSqlError &error, const QString &path);
/// For trouble that is found without an error of SQLite.
StorageFailure storageFailure(StorageTrouble trouble, const QString &path,
                              const QString &detail = {});
/// The damaged file at `path` was moved to `kept` and a new one begun.
Error keptAsideError(const QString &path, const QString &kept);
Error noSuchConversationError(const QString &id);

} // namespace ponder
