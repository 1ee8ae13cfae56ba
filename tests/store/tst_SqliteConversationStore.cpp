#include "store/SqliteConversationStore.h"

#include "store/Database.h"
#include "store/SampleMessages.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace ponder;
using namespace ponder::testing;

namespace {

constexpr int kFlushMs = 20'000;

/// Another program at the same file.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &path)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, kName);
        database.setDatabaseName(path);
        QVERIFY(database.open());
    }
    ~OtherProgram()
    {
        QSqlDatabase::database(kName).close();
        QSqlDatabase::removeDatabase(kName);
    }
    Q_DISABLE_COPY_MOVE(OtherProgram)

    QVariant ask(const QString &sql)
    {
        QSqlQuery query(QSqlDatabase::database(kName));
        if (!query.exec(sql)) {
            qWarning() << query.lastError();
            return {};
        }
        return query.next() ? query.value(0) : QVariant(true);
    }

private:
    const QString kName = u"other"_s;
};

Message streamed(const QString &text)
{
    Message message = plainMessage(u"answer"_s, u"prompt"_s, Role::Assistant, text);
    message.state = MessageState::Streaming;
    return message;
}

Conversation asked()
{
    Conversation conversation = longConversation(u"c"_s, 0);
    conversation.insert(plainMessage(u"prompt"_s, {}, Role::User, u"?"_s));
    conversation.leafId = u"prompt"_s;
    return conversation;
}

} // namespace

class TestSqliteConversationStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"conversations.db"_s);
    }

    void keepsEveryField_data()
    {
        QTest::addColumn<Message>("message");
        for (const auto &[name, message] : messagesByField())
            QTest::addRow("%s", qPrintable(name)) << message;
    }

    void keepsEveryField()
    {
        QFETCH(const Message, message);
        {
            SqliteConversationStore store(m_path);
            store.saveMessage(u"c"_s, message);
        }
        SqliteConversationStore store(m_path);
        const Result<Conversation> loaded = loadFrom(store, u"c"_s);
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().detail));
        const Message *back = loaded->message(message.id);
        QVERIFY(back);
        QVERIFY2(*back == message, qPrintable(difference(*back, message)));
    }

    void remembersWhatWasSpent()
    {
        const QDateTime day(QDate(2026, 5, 4), QTime(0, 0), QTimeZone::utc());
        {
            SqliteConversationStore store(m_path);
            saveAll(store, asked());
            store.recordSpending({day, {u"0.1"_s, u"USD"_s}});
            store.recordSpending({day.addSecs(60), {u"0.40"_s, u"CNY"_s}});
            store.recordSpending({day.addSecs(61), {u"0.2"_s, u"USD"_s}});
            store.recordSpending({day.addSecs(62), {u"0.02"_s, u"CNY"_s}});
            store.recordSpending({day.addMSecs(-1), {u"9"_s, u"CNY"_s}});
            store.recordSpending({day.addDays(1), {u"9"_s, u"CNY"_s}});
        }
        SqliteConversationStore store(m_path);
        store.remove(u"c"_s); // the money stays spent
        std::optional<Result<std::vector<Cost>>> found;
        store.loadSpending(day, day.addDays(1), this,
                           [&found](Result<std::vector<Cost>> costs) { found = std::move(costs); });
        QTRY_VERIFY(found);
        QVERIFY(found->ok());
        QCOMPARE(found->value(), (std::vector<Cost>{{u"0.42"_s, u"CNY"_s}, {u"0.3"_s, u"USD"_s}}));
        QVERIFY(store.flush(kFlushMs));

        OtherProgram other(m_path);
        QSqlQuery plan(QSqlDatabase::database(u"other"_s));
        QVERIFY(plan.exec(u"EXPLAIN QUERY PLAN SELECT amount, currency FROM spending"
                          " WHERE at >= 1 AND at < 2"_s));
        QVERIFY(plan.next());
        const QString detail = plan.value(3).toString();
        QVERIFY2(detail.contains(u"USING COVERING INDEX"_s), qPrintable(detail));
    }

    void keepsTheConversation()
    {
        Conversation conversation = longConversation(u"c"_s, 6);
        conversation.summary.title = u"Ein „Titel“ 标题 🐸"_s;
        conversation.summary.pinned = true;
        conversation.providerId = u"openrouter"_s;
        conversation.model = u"deepseek/deepseek-r1-0528"_s;
        conversation.systemPrompt = u"Be\nbrief"_s;
        conversation.draft = u"half a thou"_s;
        {
            SqliteConversationStore store(m_path);
            saveAll(store, conversation);
        }
        SqliteConversationStore store(m_path);
        const Result<Conversation> loaded = loadFrom(store, u"c"_s);
        QVERIFY(loaded.ok());
        QCOMPARE(loaded->summary, conversation.summary);
        QCOMPARE(loaded->providerId, conversation.providerId);
        QCOMPARE(loaded->model, conversation.model);
        QCOMPARE(loaded->systemPrompt, conversation.systemPrompt);
        QCOMPARE(loaded->draft, conversation.draft);
        QCOMPARE(loaded->leafId, conversation.leafId);
        QCOMPARE(loaded->activePath(), conversation.activePath());
        QCOMPARE(summariesOf(store).value(), std::vector{conversation.summary});
    }

    void keepsSiblingsInTheirOrder()
    {
        SqliteConversationStore store(m_path);
        Conversation conversation = asked();
        for (const char *id : {"z", "a", "m"}) {
            conversation.insert(
                plainMessage(QString::fromLatin1(id), u"prompt"_s, Role::Assistant, u"x"_s));
        }
        conversation.leafId = u"a"_s;
        saveAll(store, conversation);
        store.saveMessage(u"c"_s, *conversation.message(u"z"_s)); // again: keeps its place
        const Result<Conversation> loaded = loadFrom(store, u"c"_s);
        QCOMPARE(loaded->children(u"prompt"_s), (QStringList{u"z"_s, u"a"_s, u"m"_s}));
        QCOMPARE(loaded->leafId, u"a"_s);
    }

    void listsTheMostRecentFirst()
    {
        SqliteConversationStore store(m_path);
        saveAll(store, longConversation(u"old"_s, 2));
        saveAll(store, longConversation(u"new"_s, 8));
        saveAll(store, longConversation(u"middle"_s, 4));
        QCOMPARE(idsOf(summariesOf(store).value()), (QStringList{u"new"_s, u"middle"_s, u"old"_s}));
    }

    void removesWithEverything()
    {
        {
            SqliteConversationStore store(m_path);
            saveAll(store, longConversation(u"c"_s, 4));
            saveAll(store, longConversation(u"d"_s, 4));
            store.journal(u"c"_s, streamed(u"text"_s));
            store.remove(u"c"_s);
            // What a session that is being closed still says does not bring it back.
            store.journal(u"c"_s, streamed(u"text and more"_s));
            store.saveMessage(u"c"_s, streamed(u"text and more"_s));
            QCOMPARE(idsOf(summariesOf(store).value()), QStringList{u"d"_s});
            const Result<Conversation> gone = loadFrom(store, u"c"_s);
            QVERIFY(!gone.ok());
            QCOMPARE(gone.error().kind, ErrorKind::Usage);
        }
        OtherProgram other(m_path);
        QCOMPARE(other.ask(u"SELECT count(*) FROM messages"_s).toInt(), 4);
        QCOMPARE(other.ask(u"SELECT count(DISTINCT message_seq) FROM segments"_s).toInt(), 4);
        QCOMPARE(other.ask(u"SELECT count(*) FROM journal"_s).toInt(), 0);
    }

    void bringsBackWhatIsSavedAgain()
    {
        SqliteConversationStore store(m_path);
        const Conversation conversation = longConversation(u"c"_s, 4);
        saveAll(store, conversation);
        store.remove(u"c"_s);
        saveAll(store, conversation);
        QCOMPARE(loadFrom(store, u"c"_s)->size(), 4);
    }

    void showsWhatIsJournalledAsInterrupted()
    {
        {
            SqliteConversationStore store(m_path);
            saveAll(store, asked());
            store.saveMessage(u"c"_s, streamed({}));
            for (int words = 1; words <= 50; ++words) {
                store.journal(u"c"_s, streamed(u"word "_s.repeated(words)));
                if (words % 10 == 0)
                    QVERIFY(store.flush(kFlushMs));
            }
            const Result<Conversation> live = loadFrom(store, u"c"_s);
            QCOMPARE(live->message(u"answer"_s)->text(), u"word "_s.repeated(50));
            QCOMPARE(live->message(u"answer"_s)->state, MessageState::Interrupted);
            QCOMPARE(live->leafId, u"answer"_s); // though the conversation was saved before it
        }
        SqliteConversationStore store(m_path);
        const Result<Conversation> loaded = loadFrom(store, u"c"_s);
        QCOMPARE(loaded->message(u"answer"_s)->text(), u"word "_s.repeated(50));
        QVERIFY(loaded->message(u"answer"_s)->isContinuable());
    }

    void goesOnWithAnInterruptedAnswer()
    {
        SqliteConversationStore store(m_path);
        saveAll(store, asked());
        store.journal(u"c"_s, streamed(u"one "_s));
        QVERIFY(store.flush(kFlushMs));
        store.saveMessage(u"c"_s, streamed(u"one "_s)); // resumed
        store.journal(u"c"_s, streamed(u"one two "_s));
        QVERIFY(store.flush(kFlushMs));
        store.journal(u"c"_s, streamed(u"one two three"_s));
        QCOMPARE(loadFrom(store, u"c"_s)->message(u"answer"_s)->text(), u"one two three"_s);
        Message done = streamed(u"one two three"_s);
        done.state = MessageState::Complete;
        store.saveMessage(u"c"_s, done);
        QCOMPARE(*loadFrom(store, u"c"_s)->message(u"answer"_s), done);
        QVERIFY(store.flush(kFlushMs));
        OtherProgram other(m_path);
        QCOMPARE(other.ask(u"SELECT count(*) FROM journal"_s).toInt(), 0);
    }

    void appendsToTheJournalOnly()
    {
        SqliteConversationStore store(m_path);
        const QString start(500'000, u'x');
        store.journal(u"c"_s, streamed(start));
        QVERIFY(store.flush(kFlushMs));
        for (int i = 1; i <= 20; ++i) {
            store.journal(u"c"_s, streamed(start + u"y"_s.repeated(i)));
            QVERIFY(store.flush(kFlushMs));
        }
        OtherProgram other(m_path);
        QCOMPARE(other.ask(u"SELECT count(*) FROM journal"_s).toInt(), 21);
        QVERIFY(other.ask(u"SELECT sum(length(piece)) FROM journal WHERE position > 0"_s).toInt() <
                3000);
        QCOMPARE(loadFrom(store, u"c"_s)->message(u"answer"_s)->text(),
                 start + u"y"_s.repeated(20));
    }

    void healsHalfSurrogatesInsteadOfSpoilingTheText()
    {
        SqliteConversationStore store(m_path);
        const QString half(QChar(0xd83d));
        store.saveMessage(u"c"_s,
                          plainMessage(u"m"_s, {}, Role::User, u"a"_s + half + u"b"_s + half));
        QCOMPARE(loadFrom(store, u"c"_s)->message(u"m"_s)->text(), u"a\uFFFDb\uFFFD"_s);
    }

    void callsBackOnTheCallersThreadAndLater()
    {
        SqliteConversationStore store(m_path);
        saveAll(store, asked());
        QThread *thread = nullptr;
        store.load(u"c"_s, this,
                   [&thread](const Result<Conversation> &) { thread = QThread::currentThread(); });
        QVERIFY(store.flush(kFlushMs));
        QCOMPARE(thread, nullptr);
        QTRY_COMPARE(thread, QThread::currentThread());
    }

    void doesNotCallBackOnceTheContextIsGone()
    {
        SqliteConversationStore store(m_path);
        bool called = false;
        auto context = std::make_unique<QObject>();
        store.loadSummaries(context.get(), [&called](const auto &) { called = true; });
        store.load(u"c"_s, context.get(), [&called](const auto &) { called = true; });
        context.reset();
        QVERIFY(summariesOf(store).ok());
        QVERIFY(!called);
    }

    void keepsOrderBetweenReadsAndWrites()
    {
        SqliteConversationStore store(m_path);
        QStringList texts;
        for (int i = 0; i < 10; ++i) {
            store.saveMessage(u"c"_s, plainMessage(u"m"_s, {}, Role::User, QString::number(i)));
            store.load(u"c"_s, this, [&texts](const Result<Conversation> &loaded) {
                texts.append(loaded->message(u"m"_s)->text());
            });
        }
        QTRY_COMPARE(texts.join(u' '), u"0 1 2 3 4 5 6 7 8 9"_s);
    }

    void waitsForAnotherProgramThatWrites()
    {
        SqliteConversationStore store(m_path);
        QSignalSpy failed(&store, &ConversationStore::failed);
        QSignalSpy recovered(&store, &ConversationStore::recovered);
        saveAll(store, asked());
        QVERIFY(store.flush(kFlushMs));
        OtherProgram other(m_path);
        other.ask(u"BEGIN IMMEDIATE"_s);

        QElapsedTimer timer;
        timer.start();
        for (int i = 1; i <= 100; ++i)
            store.journal(u"c"_s, streamed(u"word "_s.repeated(i)));
        store.saveMessage(u"c"_s, plainMessage(u"next"_s, u"answer"_s, Role::User, u"!"_s));
        QVERIFY2(timer.elapsed() < 100, "the caller was held up");
        QVERIFY(!store.flush(50));
        // A reader need not wait, and sees what is still to be written.
        const Result<Conversation> loaded = loadFrom(store, u"c"_s);
        QCOMPARE(loaded->message(u"answer"_s)->text(), u"word "_s.repeated(100));
        QVERIFY(loaded->contains(u"next"_s));
        QVERIFY(failed.wait(10'000));
        const Error error = failed.first().first().value<Error>();
        QCOMPARE(error.kind, ErrorKind::Storage);
        QVERIFY2(error.message.contains(u"Another program"_s), qPrintable(error.message));
        QCOMPARE(other.ask(u"SELECT count(*) FROM journal"_s).toInt(), 0);

        other.ask(u"COMMIT"_s);
        QVERIFY(recovered.wait(10'000));
        QVERIFY(store.flush(kFlushMs));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(other.ask(u"SELECT count(*) FROM journal"_s).toInt(), 1);
        QCOMPARE(other.ask(u"SELECT count(*) FROM messages"_s).toInt(), 2);
    }

    void waitsForAnotherProgramAtTheEnd()
    {
        QSemaphore locked;
        const std::unique_ptr<QThread> other(QThread::create([&] {
            OtherProgram program(m_path);
            program.ask(u"BEGIN IMMEDIATE"_s);
            locked.release();
            QThread::msleep(3 * Database::kBusyTimeoutMs); // a pause: longer than one try
            program.ask(u"COMMIT"_s);
        }));
        {
            SqliteConversationStore store(m_path);
            saveAll(store, asked());
            QVERIFY(store.flush(kFlushMs));
            other->start();
            locked.acquire();
            store.saveMessage(u"c"_s, plainMessage(u"last"_s, u"prompt"_s, Role::User, u"!"_s));
        }
        QVERIFY(other->wait());
        SqliteConversationStore store(m_path);
        QCOMPARE(loadFrom(store, u"c"_s)->size(), 2);
    }

    void saysNothingOfAShortLock()
    {
        SqliteConversationStore store(m_path);
        QSignalSpy failed(&store, &ConversationStore::failed);
        saveAll(store, asked());
        QVERIFY(store.flush(kFlushMs));
        OtherProgram other(m_path);
        other.ask(u"BEGIN IMMEDIATE"_s);
        store.journal(u"c"_s, streamed(u"word"_s));
        QVERIFY(!store.flush(500)); // longer than one try
        other.ask(u"ROLLBACK"_s);
        QVERIFY(store.flush(kFlushMs));
        QCOMPARE(failed.size(), 0);
    }

    void worksInMemoryBesideANewerFile()
    {
        {
            SqliteConversationStore store(m_path);
            saveAll(store, asked());
        }
        {
            OtherProgram other(m_path);
            other.ask(u"PRAGMA user_version = 9999"_s);
        }
        SqliteConversationStore store(m_path);
        QSignalSpy failed(&store, &ConversationStore::failed);
        const auto summaries = summariesOf(store);
        QVERIFY(!summaries.ok());
        QVERIFY2(summaries.error().message.contains(u"newer version"_s),
                 qPrintable(summaries.error().message));
        const Conversation conversation = longConversation(u"today"_s, 4);
        saveAll(store, conversation);
        store.journal(u"today"_s, streamed(u"so far"_s));
        const Result<Conversation> loaded = loadFrom(store, u"today"_s);
        QVERIFY(loaded.ok());
        QCOMPARE(loaded->size(), 5);
        QCOMPARE(loaded->summary, conversation.summary);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!loadFrom(store, u"c"_s).ok());
    }

    void tellsOnceOfADamagedFile()
    {
        {
            SqliteConversationStore store(m_path);
            saveAll(store, longConversation(u"c"_s, 40));
        }
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() / 2));
        file.close();
        SqliteConversationStore store(m_path);
        saveAll(store, asked());
        const auto first = summariesOf(store);
        QVERIFY(!first.ok());
        QVERIFY2(first.error().message.contains(m_path + u".corrupt-1"_s),
                 qPrintable(first.error().message));
        QCOMPARE(idsOf(summariesOf(store).value()), QStringList{u"c"_s});
        QVERIFY(QFile::exists(m_path + u".corrupt-1"_s));
    }

    void survivesDamageFoundWhileRunning_data()
    {
        QTest::addColumn<bool>("byReading");
        QTest::newRow("reading") << true;
        QTest::newRow("writing") << false;
    }

    void survivesDamageFoundWhileRunning()
    {
        QFETCH(const bool, byReading);
        {
            SqliteConversationStore store(m_path);
            saveAll(store, longConversation(u"c"_s, 200));
        }
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size = file.size();
        QVERIFY(size > 100'000);
        // The first pages, with the schema and the list of conversations, stay whole.
        SqliteConversationStore store(m_path);
        QSignalSpy failed(&store, &ConversationStore::failed);
        QVERIFY(summariesOf(store).ok());
        QVERIFY(file.seek(3 * 4096));
        QVERIFY(file.write(QByteArray(static_cast<int>(size) - 3 * 4096, '\xee')) > 0);
        file.close();
        if (byReading)
            QVERIFY(!loadFrom(store, u"c"_s).ok());
        saveAll(store, asked());
        QVERIFY(store.flush(kFlushMs));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().value<Error>().message.contains(u".corrupt-1"_s));
        QCOMPARE(loadFrom(store, u"c"_s)->size(), 1);
    }

    void recoversWhenAFolderStoodInTheWay()
    {
        QVERIFY(QDir().mkpath(m_path));
        SqliteConversationStore store(m_path);
        QSignalSpy failed(&store, &ConversationStore::failed);
        QSignalSpy recovered(&store, &ConversationStore::recovered);
        QVERIFY(!summariesOf(store).ok());
        saveAll(store, asked());
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(loadFrom(store, u"c"_s).ok());
        QVERIFY(QDir().rmdir(m_path));
        QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 10'000);
        QCOMPARE(idsOf(summariesOf(store).value()), QStringList{u"c"_s});
    }

    void doesNotLoseItsTurnAgainstAnotherWindow()
    {
        SqliteConversationStore window(m_path);
        SqliteConversationStore second(m_path);
        saveAll(window, asked());
        window.journal(u"c"_s, streamed(u"one "_s));
        QVERIFY(window.flush(kFlushMs));
        // The second sees an interrupted answer, and even saves it as such.
        const Result<Conversation> seen = loadFrom(second, u"c"_s);
        QCOMPARE(seen->message(u"answer"_s)->state, MessageState::Interrupted);
        second.saveMessage(u"c"_s, *seen->message(u"answer"_s));
        QVERIFY(second.flush(kFlushMs));
        // The first goes on all the same.
        window.journal(u"c"_s, streamed(u"one two "_s));
        QVERIFY(window.flush(kFlushMs));
        QCOMPARE(loadFrom(second, u"c"_s)->message(u"answer"_s)->text(), u"one two "_s);
        Message done = streamed(u"one two three"_s);
        done.state = MessageState::Complete;
        window.saveMessage(u"c"_s, done);
        QVERIFY(window.flush(kFlushMs));
        QCOMPARE(*loadFrom(second, u"c"_s)->message(u"answer"_s), done);
    }

    void takesWhatTwoWindowsJournalOfOneAnswer()
    {
        SqliteConversationStore first(m_path);
        SqliteConversationStore second(m_path);
        first.journal(u"c"_s, streamed(u"one "_s));
        QVERIFY(first.flush(kFlushMs));
        second.journal(u"c"_s, streamed(u"eins "_s));
        QVERIFY(second.flush(kFlushMs));
        first.journal(u"c"_s, streamed(u"one two "_s));
        QVERIFY(first.flush(kFlushMs));
        QCOMPARE(loadFrom(second, u"c"_s)->message(u"answer"_s)->text(), u"one two "_s);
        second.journal(u"c"_s, streamed(u"eins zwei "_s));
        QVERIFY(second.flush(kFlushMs));
        QCOMPARE(loadFrom(first, u"c"_s)->message(u"answer"_s)->text(), u"eins zwei "_s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSqliteConversationStore)
#include "tst_SqliteConversationStore.moc"
