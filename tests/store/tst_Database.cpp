#include "store/Database.h"

#include "store/ConversationRows.h"
#include "store/Migrations.h"
#include "store/SampleMessages.h"
#include "store/SpendingRows.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ponder;
using namespace ponder::testing;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// A sound database with one conversation of a few pages, closed.
void makeDatabase(const QString &path)
{
    const Database::Opened opened = Database::open(path);
    QVERIFY(opened.database);
    const Conversation conversation = longConversation(u"c"_s, 40);
    const ConversationRows rows(*opened.database);
    QVERIFY(!rows.save(ConversationHeader::of(conversation)));
    const QStringList ids = conversation.allIds();
    for (const QString &id : ids)
        QVERIFY(!rows.save(u"c"_s, *conversation.message(id)));
}

int countOf(const Database &database, const QString &table)
{
    StorageFailure failure;
    return database.value(u"SELECT count(*) FROM "_s + table, failure).value_or(-1).toInt();
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"conversations.db"_s);
    }

    void makesANewFileForItsOwnerOnly()
    {
        const QString path = m_folder->filePath(u"new/folder/conversations.db"_s);
        const Database::Opened opened = Database::open(path);
        QVERIFY2(opened.database, qPrintable(opened.failure.error.detail));
        QVERIFY(!opened.database->isReadOnly());
        QCOMPARE(opened.keptAside, QString());
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            const auto rights = QFile::permissions(path + suffix);
            QVERIFY2(!(rights & (QFileDevice::ReadGroup | QFileDevice::ReadOther)),
                     qPrintable(suffix));
        }
    }

    void setsTheConnectionUp_data()
    {
        QTest::addColumn<QString>("pragma");
        QTest::addColumn<QVariant>("expected");
        QTest::newRow("log") << u"journal_mode"_s << QVariant(u"wal"_s);
        QTest::newRow("foreign keys") << u"foreign_keys"_s << QVariant(1);
        QTest::newRow("synchronous") << u"synchronous"_s << QVariant(1);
        QTest::newRow("busy timeout") << u"busy_timeout"_s << QVariant(Database::kBusyTimeoutMs);
        QTest::newRow("version") << u"user_version"_s << QVariant(Migrations::currentVersion());
    }

    void setsTheConnectionUp()
    {
        QFETCH(const QString, pragma);
        QFETCH(const QVariant, expected);
        const Database::Opened opened = Database::open(m_path);
        StorageFailure failure;
        QCOMPARE(opened.database->value(u"PRAGMA "_s + pragma, failure)->toString(),
                 expected.toString());
    }

    void undoesATransactionThatFails()
    {
        const Database::Opened opened = Database::open(m_path);
        const Database &database = *opened.database;
        const StorageFailure failure = database.transaction([&database]() -> StorageFailure {
            const StorageFailure stub = ConversationRows(database).ensureConversation(u"c"_s);
            return stub ? stub : database.run(u"INSERT INTO nowhere VALUES (1)"_s);
        });
        QVERIFY(failure);
        QCOMPARE(failure.error.kind, ErrorKind::Storage);
        QVERIFY(failure.error.detail.contains(u"nowhere"_s));
        QCOMPARE(countOf(database, u"conversations"_s), 0);
    }

    void bringsAnOldFileUpToDateAndKeepsACopy()
    {
        makeOldDatabase();
        const Database::Opened opened = Database::open(m_path);
        QVERIFY2(opened.database, qPrintable(opened.failure.error.detail));
        StorageFailure failure;
        QCOMPARE(opened.database->value(u"PRAGMA user_version"_s, failure)->toInt(),
                 Migrations::currentVersion());
        std::optional<Conversation> found;
        QVERIFY(!ConversationRows(*opened.database).load(u"c-old"_s, found));
        QVERIFY(found);
        QCOMPARE(found->summary.title, u"Straße 草稿"_s);
        QVERIFY(found->summary.pinned);
        QCOMPARE(found->draft, u"and then"_s);
        QCOMPARE(found->activePath(), (QStringList{u"m-prompt"_s, u"m-answer"_s}));
        const Message &answer = *found->message(u"m-answer"_s);
        QCOMPARE(answer.reasoning(), u"A greeting."_s);
        QCOMPARE(answer.reasoningMs(), 3400);
        QCOMPARE(answer.text(), u"Well, thank you."_s);
        QCOMPARE(answer.usage.cost, (Cost{u"0.0031"_s, u"CNY"_s}));
        QCOMPARE(countOf(*opened.database, u"journal"_s), 0);
        std::vector<Cost> spent;
        const QDateTime ended =
            answer.createdAt.addMSecs(std::max<qint64>(0, answer.timings.totalMs));
        QVERIFY(!SpendingRows(*opened.database).between(ended, ended.addMSecs(1), spent));
        QCOMPARE(spent, (std::vector<Cost>{{u"0.0031"_s, u"CNY"_s}}));

        // The copy is a whole database of the old version, also with what stood in the log only.
        const QString copy = m_path + u".version-1"_s;
        QSqlDatabase old = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"copy"_s);
        old.setDatabaseName(copy);
        QVERIFY(old.open());
        QSqlQuery query(u"SELECT (SELECT count(*) FROM segments), user_version"
                        " FROM pragma_user_version"_s,
                        old);
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toInt(), 3);
        QCOMPARE(query.value(1).toInt(), 1);
        QVERIFY(!(QFile::permissions(copy) & QFileDevice::ReadOther));
    }

    void neverReplacesAnEarlierCopy()
    {
        makeOldDatabase();
        writeFile(m_path + u".version-1"_s, "somebody's");
        QVERIFY(Database::open(m_path).database);
        QCOMPARE(contentsOf(m_path + u".version-1"_s), QByteArray("somebody's"));
        QVERIFY(QFile::exists(m_path + u".version-1-2"_s));
    }

    void leavesANewerFileAlone()
    {
        makeDatabase(m_path);
        QVERIFY(!Database::open(m_path).database->run(u"PRAGMA user_version = 9999"_s));
        const QByteArray before = contentsOf(m_path);
        const Database::Opened opened = Database::open(m_path);
        QVERIFY(!opened.database);
        QCOMPARE(opened.failure.trouble, StorageTrouble::Newer);
        QVERIFY2(opened.failure.error.message.contains(u"newer version"_s),
                 qPrintable(opened.failure.error.message));
        QCOMPARE(contentsOf(m_path), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"conversations.db"_s});
    }

    void keepsADamagedFileAside_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("garbage") << u"garbage"_s;
        QTest::newRow("text") << u"text"_s;
        QTest::newRow("cut in half") << u"half"_s;
        QTest::newRow("cut in the header") << u"header"_s;
        QTest::newRow("zeros at the front") << u"zeros"_s;
    }

    void keepsADamagedFileAside()
    {
        QFETCH(const QString, damage);
        makeDatabase(m_path);
        QByteArray bytes = contentsOf(m_path);
        QVERIFY(bytes.size() > 10'000);
        if (damage == u"garbage"_s)
            bytes = QByteArray("\x80\xff\x00\x17", 4).repeated(5000);
        else if (damage == u"text"_s)
            bytes = "These are not chats at all.\n";
        else if (damage == u"half"_s)
            bytes.truncate(bytes.size() / 2);
        else if (damage == u"header"_s)
            bytes.truncate(60);
        else
            bytes.replace(0, 1000, QByteArray(1000, '\0'));
        writeFile(m_path, bytes);
        writeFile(m_path + u".corrupt-1"_s, "an earlier one");

        const Database::Opened opened = Database::open(m_path);
        QVERIFY2(opened.database, qPrintable(opened.failure.error.detail));
        QCOMPARE(opened.keptAside, m_path + u".corrupt-2"_s);
        QCOMPARE(contentsOf(opened.keptAside), bytes);
        QCOMPARE(contentsOf(m_path + u".corrupt-1"_s), QByteArray("an earlier one"));
        QCOMPARE(countOf(*opened.database, u"conversations"_s), 0);
    }

    void findsDamageInsideWhenAskedTo()
    {
        makeDatabase(m_path);
        QVERIFY(Database::open(m_path, true).database);
        QByteArray bytes = contentsOf(m_path);
        bytes.replace(4096, bytes.size() - 4096, QByteArray(bytes.size() - 4096, '\xee'));
        writeFile(m_path, bytes);
        const Database::Opened opened = Database::open(m_path, true);
        QVERIFY(opened.database);
        QCOMPARE(contentsOf(opened.keptAside), bytes);
    }

    void saysSoWhenThereIsAFolderInPlaceOfTheFile()
    {
        QVERIFY(QDir().mkpath(m_path));
        const Database::Opened opened = Database::open(m_path);
        QVERIFY(!opened.database);
        QCOMPARE(opened.failure.trouble, StorageTrouble::NoAccess);
        QVERIFY(!opened.failure.error.message.isEmpty());
        QVERIFY(QDir(m_path).exists());
    }

    void waitsOnlyBrieflyForAnother()
    {
        makeDatabase(m_path);
        const Database::Opened first = Database::open(m_path);
        const Database::Opened second = Database::open(m_path);
        QVERIFY(!first.database->run(u"BEGIN IMMEDIATE"_s));
        const StorageFailure failure =
            second.database->transaction([] { return StorageFailure(); });
        QCOMPARE(failure.trouble, StorageTrouble::Busy);
        QVERIFY(!first.database->run(u"ROLLBACK"_s));
        QVERIFY(!second.database->transaction([] { return StorageFailure(); }));
    }

private:
    void makeOldDatabase()
    {
        {
            QSqlDatabase old = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"old"_s);
            old.setDatabaseName(m_path);
            QVERIFY(old.open());
            QSqlQuery query(old);
            const QByteArray script =
                contentsOf(QStringLiteral(PONDER_TEST_DATA "/store/schema-1.sql"));
            QVERIFY(!script.isEmpty());
            const QStringList statements = QString::fromUtf8(script).split(u";\n"_s);
            for (const QString &statement : statements) {
                QVERIFY2(statement.trimmed().isEmpty() || query.exec(statement),
                         qPrintable(query.lastError().text()));
            }
        }
        QSqlDatabase::removeDatabase(u"old"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_Database.moc"
