#include "store/StorageError.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ponder {

namespace {

class StorageText
{
    Q_DECLARE_TR_FUNCTIONS(StorageText)

public:
    static QString sentence(StorageTrouble trouble, const QString &path)
    {
        const QString folder = QFileInfo(path).absolutePath();
        switch (trouble) {
        case StorageTrouble::None:
            break;
        case StorageTrouble::Busy:
            return tr("Another program is using the chats in %1. Close it.").arg(path);
        case StorageTrouble::Full:
            return tr("There is no space left for chats in %1. Free some disk space.").arg(folder);
        case StorageTrouble::ReadOnly:
            return tr("The chats in %1 cannot be written. Check the permissions of the folder.")
                .arg(folder);
        case StorageTrouble::NoAccess:
            return tr("The chats in %1 cannot be opened. Check that the folder exists and that you "
                      "may write in it.")
                .arg(folder);
        case StorageTrouble::Damaged:
            return tr("The file of chats %1 is damaged and cannot be moved away. Check the "
                      "permissions of its folder; nothing in it was changed.")
                .arg(path);
        case StorageTrouble::Newer:
            return tr("The chats in %1 were written by a newer version of Ponder. Update Ponder to "
                      "see them; nothing in the file was changed, and new chats last until Ponder "
                      "is closed.")
                .arg(path);
        case StorageTrouble::Refused:
            return tr("A message is too large to be kept in %1. Copy what you need of it; "
                      "everything else is saved.")
                .arg(path);
        case StorageTrouble::Other:
            return tr("The chats in %1 could not be read or written. Check the disk.").arg(path);
        }
        return {};
    }

    static QString keptAside(const QString &path, const QString &kept)
    {
        return tr("The file of chats %1 was damaged. It is kept as %2, and a new one was begun. A "
                  "backup of the file can be put back while Ponder is closed.")
            .arg(path, kept);
    }

    static QString noSuchConversation(const QString &id)
    {
        return tr("There is no chat %1. It may have been deleted.").arg(id);
    }
};

/// SQLite's primary result codes (https://www.sqlite.org/rescode.html).
enum Code {
    kPermission = 3,
    kBusy = 5,
    kLocked = 6,
    kReadOnly = 8,
    kInputOutput = 10,
    kCorrupt = 11,
    kFull = 13,
    kCannotOpen = 14,
    kProtocol = 15,
    kTooBig = 18,
    kConstraint = 19,
    kMismatch = 20,
    kAuth = 23,
    kNotADatabase = 26,
};

StorageTrouble troubleOf(const QSqlError &error)
{
    if (error.type() == QSqlError::NoError)
        return StorageTrouble::None;
    switch (error.nativeErrorCode().toInt() & 0xff) { // the rest only refines it
    case kBusy:
    case kLocked:
    case kProtocol: // WAL's own lock, after many tries
        return StorageTrouble::Busy;
    case kFull:
        return StorageTrouble::Full;
    case kReadOnly:
    case kPermission:
    case kAuth:
        return StorageTrouble::ReadOnly;
    case kCannotOpen:
        return StorageTrouble::NoAccess;
    case kCorrupt:
    case kNotADatabase:
        return StorageTrouble::Damaged;
    case kTooBig:
    case kConstraint:
    case kMismatch:
        return StorageTrouble::Refused;
    case kInputOutput:
    default:
        return StorageTrouble::Other;
    }
}

} // namespace

StorageFailure storageFailure(const QSqlError &error, const QString &path)
{
    return storageFailure(
        troubleOf(error), path,
        QStringLiteral("%1 (SQLite %2)").arg(error.text(), error.nativeErrorCode()));
}

StorageFailure storageFailure(StorageTrouble trouble, const QString &path, const QString &detail)
{
    return {trouble,
            Error{ErrorKind::Storage, 0, StorageText::sentence(trouble, path), detail, {}}};
}

Error keptAsideError(const QString &path, const QString &kept)
{
    return Error{ErrorKind::Storage, 0, StorageText::keptAside(path, kept), {}, {}};
}

Error noSuchConversationError(const QString &id)
{
    return Error{ErrorKind::Usage, 0, StorageText::noSuchConversation(id), {}, {}};
}

} // namespace ponder
