#include "store/Migrations.h"

#include "base/Logging.h"
#include "store/Database.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <vector>

namespace ponder {

namespace {

/// Conversations and the tree of their messages. The text of a message stands in `segments`, one
/// row for each run of reasoning or text, so that it can be searched; what only some segments have
/// stands in `extras` as JSON. `seq` keeps the order in which messages were made.
QStringList conversations()
{
    return {
        QStringLiteral("CREATE TABLE conversations ("
                       " id TEXT PRIMARY KEY NOT NULL,"
                       " title TEXT NOT NULL DEFAULT '',"
                       " created_at INTEGER," // all times: milliseconds since 1970, UTC
                       " updated_at INTEGER,"
                       " pinned INTEGER NOT NULL DEFAULT 0,"
                       " provider TEXT NOT NULL DEFAULT '',"
                       " model TEXT NOT NULL DEFAULT '',"
                       " system_prompt TEXT NOT NULL DEFAULT '',"
                       " draft TEXT NOT NULL DEFAULT '',"
                       " leaf_id TEXT NOT NULL DEFAULT '')"),
        QStringLiteral("CREATE INDEX conversations_updated ON conversations (updated_at)"),
        QStringLiteral("CREATE TABLE messages ("
                       " seq INTEGER PRIMARY KEY,"
                       " id TEXT NOT NULL UNIQUE,"
                       " conversation_id TEXT NOT NULL"
                       "  REFERENCES conversations (id) ON DELETE CASCADE,"
                       " parent_id TEXT NOT NULL DEFAULT '',"
                       " role TEXT NOT NULL,"
                       " state TEXT NOT NULL,"
                       " created_at INTEGER,"
                       " provider TEXT NOT NULL DEFAULT '',"
                       " provider_name TEXT NOT NULL DEFAULT '',"
                       " model TEXT NOT NULL DEFAULT '',"
                       " served_model TEXT NOT NULL DEFAULT '',"
                       " parameters TEXT,"
                       " prompt_tokens INTEGER,"
                       " completion_tokens INTEGER,"
                       " reasoning_tokens INTEGER,"
                       " cached_tokens INTEGER,"
                       " cost_amount TEXT,"
                       " cost_currency TEXT,"
                       " first_token_ms INTEGER,"
                       " total_ms INTEGER,"
                       " finish TEXT,"
                       " error TEXT,"
                       " thinking_open INTEGER)"),
        QStringLiteral("CREATE INDEX messages_conversation ON messages (conversation_id)"),
        QStringLiteral("CREATE TABLE segments ("
                       " id INTEGER PRIMARY KEY,"
                       " message_seq INTEGER NOT NULL REFERENCES messages (seq) ON DELETE CASCADE,"
                       " position INTEGER NOT NULL,"
                       " kind TEXT NOT NULL,"
                       " text TEXT NOT NULL DEFAULT '',"
                       " duration_ms INTEGER NOT NULL DEFAULT 0,"
                       " extras TEXT,"
                       " UNIQUE (message_seq, position))"),
    };
}

/// What arrived of answers that are still streaming: pieces in order (see JournalPiece.h), by the
/// process that wrote them (see WriterId.h).
QStringList journal()
{
    return {
        QStringLiteral("CREATE TABLE journal ("
                       " id INTEGER PRIMARY KEY,"
                       " message_id TEXT NOT NULL,"
                       " conversation_id TEXT NOT NULL"
                       "  REFERENCES conversations (id) ON DELETE CASCADE,"
                       " writer TEXT NOT NULL,"
                       " position INTEGER NOT NULL,"
                       " piece BLOB NOT NULL,"
                       " UNIQUE (message_id, writer, position))"),
        QStringLiteral("CREATE INDEX journal_conversation ON journal (conversation_id)"),
    };
}

/// What answers cost, by the moment they ended. Nothing points from here to a chat: this stays when
/// the chat is deleted, and tells nothing about it. What older versions kept with their messages is
/// taken along.
QStringList spending()
{
    return {
        QStringLiteral("CREATE TABLE spending ("
                       " id INTEGER PRIMARY KEY,"
                       " at INTEGER NOT NULL,"
                       " currency TEXT NOT NULL,"
                       " amount TEXT NOT NULL)"), // decimal text: SQLite's numbers are binary
        QStringLiteral("CREATE INDEX spending_at ON spending (at, currency, amount)"),
        QStringLiteral("INSERT INTO spending (at, currency, amount)"
                       " SELECT created_at + coalesce(total_ms, 0), cost_currency, cost_amount"
                       " FROM messages WHERE created_at IS NOT NULL AND cost_amount IS NOT NULL"
                       " AND cost_currency IS NOT NULL"),
    };
}

const std::vector<QStringList (*)()> kSteps{conversations, journal, spending};

int versionOf(const Database &database, StorageFailure &failure)
{
    const auto version = database.value(QStringLiteral("PRAGMA user_version"), failure);
    return version ? version->toInt() : 0;
}

} // namespace

int Migrations::currentVersion()
{
    return static_cast<int>(kSteps.size());
}

StorageFailure Migrations::run(Database &database)
{
    StorageFailure failure;
    const int before = versionOf(database, failure);
    if (failure || before >= currentVersion())
        return failure;
    if (before > 0)
        failure = keepCopy(database, before);
    for (int from = before; !failure && from < currentVersion(); ++from)
        failure = step(database, from);
    return failure;
}

StorageFailure Migrations::keepCopy(Database &database, int version)
{
    const QString name = QStringLiteral("%1.version-%2").arg(database.path()).arg(version);
    QString copy = name;
    for (int number = 2; QFileInfo::exists(copy); ++number)
        copy = QStringLiteral("%1-%2").arg(name).arg(number);
    qCInfo(lcStore).noquote() << "Keeping a copy of the chats as" << copy;
    QFile file(copy); // SQLite takes an empty file as it is: so nobody else can read the copy
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.close();
    const StorageFailure failure = database.run(QStringLiteral("VACUUM INTO ?"), {copy});
    if (failure)
        file.remove(); // half a copy is none
    return failure;
}

StorageFailure Migrations::step(Database &database, int from)
{
    return database.transaction([&database, from]() -> StorageFailure {
        StorageFailure failure;
        if (versionOf(database, failure) != from || failure)
            return failure; // another process was faster
        for (const QString &statement : kSteps[static_cast<std::size_t>(from)]()) {
            failure = database.run(statement);
            if (failure)
                return failure;
        }
        return database.run(QStringLiteral("PRAGMA user_version = %1").arg(from + 1));
    });
}

} // namespace ponder
