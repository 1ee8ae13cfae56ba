// What the store costs: a list of chats, a long chat, the journal of a long answer. One JSON object
// a line; see tests/run --bench.

#include "store/SampleMessages.h"
#include "store/SqliteConversationStore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <limits>

using namespace Qt::StringLiterals;
using namespace ponder;
using namespace ponder::testing;

namespace {

constexpr int kRounds = 15;
constexpr int kFlushMs = 60'000;

/// `goal`: the most that is allowed.
void print(const char *name, double value, const char *unit, double goal)
{
    std::printf(R"({"name": "%s", "value": %.3f, "unit": "%s", "goal": %g, "ok": %s})"
                "\n",
                name, value, unit, goal, value <= goal ? "true" : "false");
    std::fflush(stdout);
}

/// Milliseconds of the best round: what the others took more is what other programs took.
double bestMs(int rounds, const std::function<void()> &work)
{
    double best = std::numeric_limits<double>::max();
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return best;
}

bool loads(const QString &path)
{
    {
        SqliteConversationStore store(path);
        for (int i = 0; i < 1000; ++i)
            saveAll(store, longConversation(u"chat-%1"_s.arg(i), 4));
        saveAll(store, longConversation(u"long"_s, 5000));
        if (!store.flush(kFlushMs))
            return false;
    }
    SqliteConversationStore store(path);
    std::size_t chats = 0;
    qsizetype messages = 0;
    print("store.list_1000_chats", bestMs(kRounds, [&] { chats = summariesOf(store)->size(); }),
          "ms", 10);
    print("store.load_5000_messages",
          bestMs(kRounds, [&] { messages = loadFrom(store, u"long"_s)->size(); }), "ms", 150);
    return chats == 1001 && messages == 5000;
}

/// One step of an answer that has 500 KB already: what the caller waits, and until it is on disk.
bool journals(const QString &path)
{
    SqliteConversationStore store(path);
    Message answer = plainMessage(u"answer"_s, {}, Role::Assistant, {});
    answer.state = MessageState::Streaming;
    answer.segments.front().text = u"Some words of an answer. "_s.repeated(20'000);
    store.journal(u"chat"_s, answer);
    bool kept = store.flush(kFlushMs);
    double calledMs = 0;
    const double keptMs = bestMs(99, [&] {
        answer.segments.front().text += u"about fifty tokens of text arrive in a quarter second "_s;
        QElapsedTimer timer;
        timer.start();
        store.journal(u"chat"_s, answer);
        calledMs = std::max(calledMs, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        kept = store.flush(kFlushMs) && kept;
    });
    print("store.journal_500kb_call_worst", calledMs, "ms", 1);
    print("store.journal_500kb_kept", keptMs, "ms", 10);
    return kept && loadFrom(store, u"chat"_s)->message(u"answer"_s)->text() == answer.text();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    const bool sound =
        loads(folder.filePath(u"chats.db"_s)) && journals(folder.filePath(u"journal.db"_s));
    return sound ? 0 : 1;
}
