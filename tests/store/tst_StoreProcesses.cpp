// The store where only a process of its own will do: killed in the middle, beside a second one,
// without the right to write, and without space.

#include "store/SampleMessages.h"
#include "store/SqliteConversationStore.h"
#include "store/WriterId.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ponder;
using namespace ponder::testing;

namespace {

constexpr int kWaitMs = 30'000;
constexpr uint kNobody = 65534;

/// store_writer as a child process.
class Writer
{
public:
    explicit Writer(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationDirPath() + u"/store_writer"_s, arguments);
        m_started = m_process.waitForStarted();
    }
    ~Writer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Writer)

    [[nodiscard]] bool isRunning() const { return m_started; }

    /// Waits for a line that begins so; the line, empty when it did not come.
    QString line(const QString &begin)
    {
        QString found;
        const auto arrived = [&] {
            while (m_process.canReadLine()) {
                const QString next = QString::fromUtf8(m_process.readLine()).trimmed();
                m_lines.append(next);
                if (next.startsWith(begin)) {
                    found = next;
                    return true;
                }
            }
            return false;
        };
        return QTest::qWaitFor(arrived, kWaitMs) ? found : QString();
    }
    void tell(const QByteArray &word) { m_process.write(word + '\n'); }
    void kill()
    {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished();
    }
    bool waitForEnd()
    {
        return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(kWaitMs);
    }
    /// Every line so far.
    QStringList lines()
    {
        while (m_process.canReadLine())
            m_lines.append(QString::fromUtf8(m_process.readLine()).trimmed());
        return m_lines;
    }

private:
    QProcess m_process;
    QStringList m_lines;
    bool m_started = false;
};

/// What the writer streams into answer `number`.
QString expectedText(int number, int words)
{
    QString text;
    for (int word = 1; word <= words; ++word)
        text += u"%1-%2 "_s.arg(number).arg(word);
    return text;
}

/// Reasoning and text of an answer, in order.
QString allText(const Message &message)
{
    return message.reasoning() + message.text();
}

} // namespace

class TestStoreProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"conversations.db"_s);
    }

    void losesNothingThatIsJournalledWhenKilled_data()
    {
        QTest::addColumn<int>("afterMs");
        for (int round = 0; round < 12; ++round) {
            const int delay = QRandomGenerator::global()->bounded(5, 700);
            QTest::addRow("round %d, after %d ms", round, delay) << delay;
        }
    }

    void losesNothingThatIsJournalledWhenKilled()
    {
        QFETCH(const int, afterMs);
        Writer writer({u"stream"_s, m_path});
        QVERIFY(writer.isRunning());
        QVERIFY(!writer.line(u"kept"_s).isEmpty());
        QTest::qWait(afterMs); // a pause: the random moment is what is tested
        writer.kill();

        QString last;
        const QStringList lines = writer.lines();
        for (const QString &line : lines) {
            if (line.startsWith(u"kept "_s))
                last = line;
        }
        const int answer = last.section(u' ', 1, 1).toInt();
        const int words = last.section(u' ', 2, 2).toInt();
        QVERIFY(answer > 0 && words > 0);

        SqliteConversationStore store(m_path);
        const Result<Conversation> loaded = loadFrom(store, u"c"_s);
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().detail));
        const QStringList ids = loaded->activePath();
        QVERIFY(ids.size() >= answer);
        for (int number = 1; number <= ids.size(); ++number) {
            const Message &message = *loaded->message(QString::number(number));
            const int least = number < answer ? 120 : number == answer ? words : 0;
            const QString text = allText(message);
            QVERIFY2(text.startsWith(expectedText(number, least)), qPrintable(text));
            QVERIFY2(expectedText(number, 120).startsWith(text), qPrintable(text));
            QCOMPARE(message.state, text.size() == expectedText(number, 120).size()
                                        ? MessageState::Complete
                                        : MessageState::Interrupted);
        }
    }

    void keepsForGoodWhatADeadProcessJournalled()
    {
        {
            Writer writer({u"stream"_s, m_path});
            QVERIFY(!writer.line(u"kept 1 30"_s).isEmpty());
            writer.kill();
        }
        {
            SqliteConversationStore store(m_path);
            QVERIFY(summariesOf(store).ok());
        }
        const auto close = qScopeGuard([] { QSqlDatabase::removeDatabase(u"file"_s); });
        QSqlDatabase::addDatabase(u"QSQLITE"_s, u"file"_s).setDatabaseName(m_path);
        QSqlQuery query(QSqlDatabase::database(u"file"_s));
        QVERIFY(query.exec(u"SELECT state, (SELECT count(*) FROM journal), (SELECT text FROM"
                           " segments WHERE message_seq = seq) FROM messages WHERE id = '1'"_s));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toString(), u"interrupted"_s);
        QCOMPARE(query.value(1).toInt(), 0);
        QVERIFY(query.value(2).toString().startsWith(expectedText(1, 30)));
        query = QSqlQuery();
    }

    void leavesTheAnswerOfALivingProcessAlone()
    {
        Writer writer({u"stream"_s, m_path});
        QVERIFY(!writer.line(u"kept 1 30"_s).isEmpty());
        SqliteConversationStore store(m_path);
        const Result<Conversation> seen = loadFrom(store, u"c"_s);
        QVERIFY(seen.ok());
        const QString streaming = seen->activePath().constLast();
        QCOMPARE(seen->message(streaming)->state, MessageState::Interrupted);
        // It goes on as if nobody had looked, while this process writes as well.
        saveAll(store, longConversation(u"mine"_s, 40));
        QVERIFY(store.flush(kWaitMs));
        QVERIFY(!writer.line(u"kept 3 "_s).isEmpty());
        writer.tell("finish");
        const QString finished = writer.line(u"finished "_s);
        QVERIFY(!finished.isEmpty());
        QVERIFY(writer.waitForEnd());

        const Result<Conversation> loaded = loadFrom(store, u"c"_s);
        const int last = finished.section(u' ', 1, 1).toInt();
        const int words = finished.section(u' ', 2, 2).toInt();
        QCOMPARE(loaded->size(), last);
        for (int number = 1; number <= last; ++number) {
            const Message &message = *loaded->message(QString::number(number));
            QCOMPARE(allText(message), expectedText(number, number < last ? 120 : words));
            QCOMPARE(message.state, MessageState::Complete);
        }
        QCOMPARE(loadFrom(store, u"mine"_s)->size(), 40);
    }

    void waitsForPermissionToWrite()
    {
        {
            SqliteConversationStore store(m_path);
            saveAll(store, longConversation(u"earlier"_s, 6));
        }
        // Permissions do not bind root: then the child becomes somebody else.
        const bool isRoot = geteuid() == 0;
        const QStringList user = isRoot ? QStringList{QString::number(kNobody)} : QStringList();
        if (isRoot) {
            QCOMPARE(chown(qPrintable(m_folder->path()), kNobody, kNobody), 0);
            QCOMPARE(chown(qPrintable(m_path), kNobody, kNobody), 0);
        }
        QVERIFY(QFile::setPermissions(m_path, QFileDevice::ReadOwner));
        const auto reading = QFileDevice::ReadOwner | QFileDevice::ExeOwner;
        QVERIFY(QFile::setPermissions(m_folder->path(), reading));

        Writer writer(QStringList{u"keep"_s, m_path} + user);
        const QString failed = writer.line(u"failed "_s);
        QVERIFY2(failed.contains(u"cannot be"_s), qPrintable(failed));
        QCOMPARE(writer.line(u"loaded"_s), u"loaded 40"_s);
        QCOMPARE(writer.line(u"earlier"_s), u"earlier 6"_s); // reading still works

        QVERIFY(QFile::setPermissions(m_folder->path(), reading | QFileDevice::WriteOwner));
        QVERIFY(QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QCOMPARE(writer.line(u"recovered"_s), u"recovered"_s);
        writer.tell("quit");
        QVERIFY(writer.waitForEnd());
        SqliteConversationStore store(m_path);
        QCOMPARE(loadFrom(store, u"kept"_s)->size(), 40);
        QCOMPARE(loadFrom(store, u"earlier"_s)->size(), 6);
    }

    void worksInAFolderThatMayNotBeWritten()
    {
        const bool isRoot = geteuid() == 0;
        const QStringList user = isRoot ? QStringList{QString::number(kNobody)} : QStringList();
        if (isRoot)
            QCOMPARE(chown(qPrintable(m_folder->path()), kNobody, kNobody), 0);
        const auto reading = QFileDevice::ReadOwner | QFileDevice::ExeOwner;
        QVERIFY(QFile::setPermissions(m_folder->path(), reading));
        Writer writer(QStringList{u"keep"_s, m_path} + user);
        QVERIFY(!writer.line(u"failed "_s).isEmpty());
        QCOMPARE(writer.line(u"loaded"_s), u"loaded 40"_s); // from memory
        QCOMPARE(writer.line(u"earlier"_s), u"earlier -1"_s);
        QVERIFY(QFile::setPermissions(m_folder->path(), reading | QFileDevice::WriteOwner));
        QVERIFY(!writer.line(u"recovered"_s).isEmpty());
        writer.tell("quit");
        QVERIFY(writer.waitForEnd());
        SqliteConversationStore store(m_path);
        QCOMPARE(loadFrom(store, u"kept"_s)->size(), 40);
    }

    void waitsForSpaceToWrite()
    {
        {
            SqliteConversationStore store(m_path);
            saveAll(store, longConversation(u"earlier"_s, 6));
        }
        const qint64 size = QFile(m_path).size();
        Writer writer({u"limited"_s, m_path, QString::number(size)});
        QVERIFY(!writer.line(u"failed "_s).isEmpty());
        QCOMPARE(writer.line(u"loaded"_s), u"loaded 40"_s);
        QCOMPARE(writer.line(u"earlier"_s), u"earlier 6"_s);
        writer.tell("free");
        QVERIFY(!writer.line(u"recovered"_s).isEmpty());
        writer.tell("quit");
        QVERIFY(writer.waitForEnd());
        SqliteConversationStore store(m_path);
        QCOMPARE(loadFrom(store, u"kept"_s)->size(), 40);
        QCOMPARE(loadFrom(store, u"earlier"_s)->size(), 6);
    }

    void waitsForAFullDiskToHaveSpace()
    {
        const QString disk = m_folder->filePath(u"disk"_s);
        QVERIFY(QDir().mkpath(disk));
        if (QProcess::execute(
                u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=256k"_s, u"tmpfs"_s, disk}) != 0)
            QSKIP("A small disk can be mounted by root only; waitsForSpaceToWrite() covers the "
                  "rest.");
        const auto unmount = qScopeGuard([&disk] {
            QProcess::execute(u"umount"_s, {u"-l"_s, disk});
        });
        QFile filler(disk + u"/filler"_s);
        QVERIFY(filler.open(QIODevice::WriteOnly));
        QVERIFY(filler.write(QByteArray(200 * 1024, 'x')) > 0);
        filler.close();

        Writer writer({u"keep"_s, disk + u"/conversations.db"_s});
        const QString failed = writer.line(u"failed "_s);
        QVERIFY2(failed.contains(u"no space left"_s), qPrintable(failed));
        QCOMPARE(writer.line(u"loaded"_s), u"loaded 40"_s);
        QVERIFY(QProcess::execute(u"mount"_s, {u"-o"_s, u"remount,size=4m"_s, disk}) == 0);
        QVERIFY(!writer.line(u"recovered"_s).isEmpty());
        writer.tell("quit");
        QVERIFY(writer.waitForEnd());
        SqliteConversationStore store(disk + u"/conversations.db"_s);
        QCOMPARE(loadFrom(store, u"kept"_s)->size(), 40);
    }

    void knowsWhetherAWriterLives()
    {
        const QString mine = WriterId::make();
        QVERIFY(WriterId::mayBeAlive(mine));
        QVERIFY(mine != WriterId::make());
        QStringList parts = mine.split(u':');
        parts[2] = u"1"_s; // the same number, another process
        QVERIFY(!WriterId::mayBeAlive(parts.join(u':')));
        parts = mine.split(u':');
        parts[0] = u"another-boot"_s;
        QVERIFY(!WriterId::mayBeAlive(parts.join(u':')));
        QVERIFY(WriterId::mayBeAlive(u"something else"_s)); // better safe
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestStoreProcesses)
#include "tst_StoreProcesses.moc"
