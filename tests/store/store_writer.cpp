// A process that writes to a database of conversations, for tests that kill it, limit it, or watch
// it from another one. Says what it did on standard output, one line each; obeys single words on
// standard input.
//   store_writer stream DATABASE            streams answers until it is killed or told to "finish"
//   store_writer keep DATABASE [USER]       keeps one conversation, as another user if given
//   store_writer limited DATABASE BYTES     the same, but no file may grow beyond BYTES until
//   "free"

#include "store/SampleMessages.h"
#include "store/SqliteConversationStore.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <functional>

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ponder;
using namespace ponder::testing;

namespace {

constexpr int kFlushMs = 20'000;
constexpr int kWordsAnAnswer = 120;

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

/// Calls back with each word that comes in.
void obey(QObject *parent, const std::function<void(const QByteArray &)> &word)
{
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, parent);
    QObject::connect(notifier, &QSocketNotifier::activated, parent, [notifier, word] {
        char buffer[64];
        const auto count = read(STDIN_FILENO, buffer, sizeof buffer);
        if (count <= 0)
            notifier->setEnabled(false);
        else
            word(QByteArray(buffer, static_cast<qsizetype>(count)).trimmed());
    });
}

void report(ConversationStore &store)
{
    QObject::connect(&store, &ConversationStore::failed, &store,
                     [](const Error &error) { say(u"failed "_s + error.message); });
    QObject::connect(&store, &ConversationStore::recovered, &store, [] { say(u"recovered"_s); });
}

/// Answers one after the other, a word at a time; "kept N WORDS" once that much of answer N is on
/// disk.
class Streamer : public QObject
{
public:
    explicit Streamer(const QString &path) : m_store(path)
    {
        Conversation conversation = longConversation(u"c"_s, 0);
        m_store.saveConversation(conversation);
        begin();
        connect(&m_timer, &QTimer::timeout, this, &Streamer::step);
        m_timer.start(1);
        obey(this, [this](const QByteArray &word) {
            if (word == "finish")
                finish();
        });
    }

private:
    void begin()
    {
        ++m_answer;
        m_words = 0;
        const QString parent = m_answer == 1 ? QString() : QString::number(m_answer - 1);
        m_message = plainMessage(QString::number(m_answer), parent, Role::Assistant, {});
        m_message.segments.front().kind = Segment::Kind::Reasoning;
        m_message.state = MessageState::Streaming;
        m_store.saveMessage(u"c"_s, m_message);
    }

    void step()
    {
        ++m_words;
        if (m_words == kWordsAnAnswer / 2)
            m_message.segments.emplace_back(); // the answer follows the reasoning
        m_message.segments.back().text += u"%1-%2 "_s.arg(m_answer).arg(m_words);
        if (m_words == kWordsAnAnswer) {
            m_message.state = MessageState::Complete;
            m_store.saveMessage(u"c"_s, m_message);
        } else {
            m_store.journal(u"c"_s, m_message);
        }
        if (m_words % 3 == 0 && m_store.flush(kFlushMs))
            say(u"kept %1 %2"_s.arg(m_answer).arg(m_words));
        if (m_words == kWordsAnAnswer)
            begin();
    }

    void finish()
    {
        m_timer.stop();
        m_message.state = MessageState::Complete;
        m_store.saveMessage(u"c"_s, m_message);
        m_store.flush(kFlushMs);
        say(u"finished %1 %2"_s.arg(m_answer).arg(m_words));
        QCoreApplication::quit();
    }

    SqliteConversationStore m_store;
    QTimer m_timer;
    Message m_message;
    int m_answer = 0;
    int m_words = 0;
};

void keep(SqliteConversationStore &store)
{
    report(store);
    saveAll(store, longConversation(u"kept"_s, 40));
    store.load(u"kept"_s, &store, [](const Result<Conversation> &loaded) {
        say(u"loaded %1"_s.arg(loaded ? loaded->size() : -1));
    });
    store.load(u"earlier"_s, &store, [](const Result<Conversation> &loaded) {
        say(u"earlier %1"_s.arg(loaded ? loaded->size() : -1));
    });
}

bool limitFiles(rlim_t bytes)
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    return setrlimit(RLIMIT_FSIZE, &limit) == 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const QString mode = arguments.value(1);
    const QString path = arguments.value(2);
    if (mode == "stream"_L1) {
        Streamer streamer(path);
        return app.exec();
    }
    if (mode == "limited"_L1) {
        std::signal(SIGXFSZ, SIG_IGN); // the write fails instead
        if (!limitFiles(arguments.value(3).toULongLong()))
            return 1;
    } else if (arguments.size() > 3 && setuid(arguments.value(3).toUInt()) != 0) {
        return 1;
    }
    SqliteConversationStore store(path);
    keep(store);
    obey(&app, [&app](const QByteArray &word) {
        if (word == "free")
            limitFiles(RLIM_INFINITY);
        else
            app.quit();
    });
    return app.exec();
}
