#include "store/Database.h"

#include "base/Logging.h"
#include "store/Migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QUrl>

#include <atomic>
#include <utility>

namespace ponder {

namespace {

const QStringList kCompanions{QStringLiteral("-wal"), QStringLiteral("-shm"),
                              QStringLiteral("-journal")};

/// SQLite would make the file readable for everybody; its companions take over these permissions.
void createForOwnerOnly(const QString &path)
{
    if (QFileInfo::exists(path))
        return;
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

/// Renames the damaged file and what belongs to it; empty when that did not work.
QString keepAside(const QString &path)
{
    const QFileInfo info(path);
    for (int number = 1; number < 1000; ++number) {
        const QString kept = QStringLiteral("%1/%2.corrupt-%3")
                                 .arg(info.absolutePath(), info.fileName())
                                 .arg(number);
        if (QFileInfo::exists(kept))
            continue;
        if (!QFile::rename(path, kept))
            return {};
        // The newest changes stand in the companions: a rescue needs them next to the file.
        for (const QString &suffix : kCompanions)
            QFile::rename(path + suffix, kept + suffix);
        return kept;
    }
    return {};
}

} // namespace

Database::Database(QString path, Access access)
    : m_path(std::move(path)), m_access(access), m_readOnly(access != Access::ReadWrite)
{
    static std::atomic<quint64> last{0};
    m_connection = QStringLiteral("ponder-%1").arg(++last);
}

Database::~Database()
{
    QSqlDatabase::removeDatabase(m_connection);
}

Database::Opened Database::open(const QString &path, bool thorough)
{
    createForOwnerOnly(path);
    Opened opened = openOnce(path, thorough);
    switch (opened.failure.trouble) {
    case StorageTrouble::Damaged:
        return replaceDamaged(path, thorough);
    case StorageTrouble::ReadOnly:
    case StorageTrouble::NoAccess:
        return openForReading(path, opened.failure);
    default:
        return opened;
    }
}

Database::Opened Database::openOnce(const QString &path, bool thorough)
{
    Opened opened;
    opened.database.reset(new Database(path, Access::ReadWrite));
    opened.failure = opened.database->connect();
    if (!opened.failure)
        opened.failure = opened.database->prepare(thorough);
    if (opened.failure)
        opened.database.reset();
    return opened;
}

Database::Opened Database::openForReading(const QString &path, const StorageFailure &cause)
{
    if (QFileInfo(path).size() > 0) {
        for (const Access access : {Access::ReadOnly, Access::Immutable}) {
            // Without its log a database is not the whole truth.
            if (access == Access::Immutable && QFileInfo(path + QStringLiteral("-wal")).size() > 0)
                continue;
            std::unique_ptr<Database> database(new Database(path, access));
            StorageFailure failure = database->connect();
            const auto version = database->value(QStringLiteral("PRAGMA user_version"), failure);
            if (!failure && version->toInt() == Migrations::currentVersion())
                return {std::move(database), {}, {}};
        }
    }
    return {nullptr, cause, {}};
}

Database::Opened Database::replaceDamaged(const QString &path, bool thorough)
{
    // Two processes may find the damage at once: the second must not move away the first's new
    // file.
    QLockFile lock(path + QStringLiteral(".lock"));
    lock.tryLock(5000);
    Opened again = openOnce(path, thorough);
    if (again.failure.trouble != StorageTrouble::Damaged)
        return again;
    const QString kept = keepAside(path);
    if (kept.isEmpty())
        return again;
    qCWarning(lcStore).noquote() << keptAsideError(path, kept).message;
    createForOwnerOnly(path);
    again = openOnce(path, false);
    again.keptAside = kept;
    return again;
}

StorageFailure Database::connect()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyTimeoutMs);
    if (m_access == Access::Immutable) {
        QUrl url = QUrl::fromLocalFile(m_path);
        url.setQuery(QStringLiteral("immutable=1"));
        database.setDatabaseName(QString::fromLatin1(url.toEncoded()));
        options += QStringLiteral(";QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY");
    } else {
        database.setDatabaseName(m_path);
        if (m_access == Access::ReadOnly)
            options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    }
    database.setConnectOptions(options);
    if (!database.open())
        return failureOf(database.lastError());
    return {};
}

StorageFailure Database::prepare(bool thorough)
{
    StorageFailure failure;
    const auto version = value(QStringLiteral("PRAGMA user_version"), failure);
    if (failure)
        return failure;
    if (version->toInt() > Migrations::currentVersion())
        return storageFailure(StorageTrouble::Newer, m_path,
                              QStringLiteral("schema %1").arg(version->toInt()));
    if (thorough) {
        const auto check = value(QStringLiteral("PRAGMA integrity_check(1)"), failure);
        if (failure)
            return failure;
        if (check->toString() != QLatin1String("ok"))
            return storageFailure(StorageTrouble::Damaged, m_path, check->toString());
    }
    for (const QString &pragma : {QStringLiteral("PRAGMA journal_mode = WAL"),
                                  QStringLiteral("PRAGMA synchronous = NORMAL"),
                                  QStringLiteral("PRAGMA foreign_keys = ON")}) {
        failure = run(pragma);
        if (failure)
            return failure;
    }
    return Migrations::run(*this);
}

QSqlQuery Database::query() const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    return query;
}

StorageFailure Database::failureOf(const QSqlError &error) const
{
    return storageFailure(error, m_path);
}

StorageFailure Database::run(QSqlQuery &query, const QString &sql, const QVariantList &values) const
{
    if (!query.prepare(sql))
        return failureOf(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    return query.exec() ? StorageFailure() : failureOf(query.lastError());
}

StorageFailure Database::run(const QString &sql, const QVariantList &values) const
{
    QSqlQuery statement = query();
    return run(statement, sql, values);
}

std::optional<QVariant> Database::value(const QString &sql, StorageFailure &failure) const
{
    if (failure)
        return std::nullopt;
    QSqlQuery statement = query();
    failure = run(statement, sql);
    if (failure)
        return std::nullopt;
    if (!statement.next()) {
        failure = statement.lastError().isValid() ? failureOf(statement.lastError())
                                                  : storageFailure(StorageTrouble::Other, m_path);
        return std::nullopt;
    }
    return statement.value(0);
}

StorageFailure Database::enclose(const QString &begin,
                                 const std::function<StorageFailure()> &work) const
{
    StorageFailure failure = run(begin);
    if (failure)
        return failure;
    failure = work();
    if (!failure)
        failure = run(QStringLiteral("COMMIT"));
    if (failure)
        (void)run(QStringLiteral("ROLLBACK")); // SQLite may have done so already
    return failure;
}

StorageFailure Database::transaction(const std::function<StorageFailure()> &work) const
{
    return enclose(QStringLiteral("BEGIN IMMEDIATE"), work);
}

StorageFailure Database::snapshot(const std::function<StorageFailure()> &work) const
{
    return enclose(QStringLiteral("BEGIN"), work);
}

} // namespace ponder
