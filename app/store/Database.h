#pragma once

#include "store/StorageError.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>
#include <optional>

namespace ponder {

/// One connection to the file of conversations, for the thread that opened it. Knows how to open it
/// whatever state it is in: brings an older schema up to date, refuses a newer one untouched, keeps
/// a damaged file aside and begins a new one, and reads where it may not write.
class Database
{
public:
    struct Opened
    {
        std::unique_ptr<Database> database; ///< null when `failure` is set
        StorageFailure failure;
        QString keptAside; ///< where a damaged file went; empty: it was sound
    };

    /// Every call waits at most this long for another process; waiting longer is up to the caller.
    static constexpr int kBusyTimeoutMs = 200;

    /// `thorough` also reads every page first: after a failure that looked like damage.
    static Opened open(const QString &path, bool thorough = false);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    [[nodiscard]] const QString &path() const { return m_path; }

    [[nodiscard]] QSqlQuery query() const;
    /// Prepares, binds in order and runs. On failure the query is not active and `failure` is set.
    StorageFailure run(QSqlQuery &query, const QString &sql, const QVariantList &values = {}) const;
    StorageFailure run(const QString &sql, const QVariantList &values = {}) const;
    /// Runs `work` as a whole or not at all. A writer takes its place in the queue of writers at
    /// once, so that it cannot fail half-way because another process was faster.
    StorageFailure transaction(const std::function<StorageFailure()> &work) const;
    /// The same for reading: everything that `work` reads is of one moment.
    StorageFailure snapshot(const std::function<StorageFailure()> &work) const;

    [[nodiscard]] StorageFailure failureOf(const QSqlError &error) const;
    /// The first column of the first row; nothing is asked once `failure` is set.
    std::optional<QVariant> value(const QString &sql, StorageFailure &failure) const;

private:
    enum class Access { ReadWrite, ReadOnly, Immutable };

    Database(QString path, Access access);
    static Opened openOnce(const QString &path, bool thorough);
    static Opened openForReading(const QString &path, const StorageFailure &cause);
    static Opened replaceDamaged(const QString &path, bool thorough);
    StorageFailure connect();
    StorageFailure prepare(bool thorough);
    StorageFailure enclose(const QString &begin, const std::function<StorageFailure()> &work) const;

    QString m_path;
    QString m_connection;
    Access m_access;
    bool m_readOnly = false;
};

} // namespace ponder
