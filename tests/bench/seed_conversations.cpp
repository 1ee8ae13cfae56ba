// seed_conversations COUNT: fills the conversation file of the XDG folders, for benchmarks that
// start the program.
#include "base/Clock.h"
#include "chat/ConversationReducer.h"
#include "settings/Paths.h"
#include "store/SqliteConversationStore.h"

#include <QCoreApplication>

#include <cstdio>

using namespace ponder;

namespace {

constexpr int kFlushMs = 120'000;

Conversation conversation(int number, const Clock &clock)
{
    Conversation made;
    made.summary.id = QStringLiteral("seed-%1").arg(number, 5, 10, QLatin1Char('0'));
    made.summary.title = QStringLiteral("How deep is pond number %1?").arg(number);
    made.summary.createdAt = QDateTime::currentDateTimeUtc().addSecs(-qint64(number) * 5'000);
    made.summary.updatedAt = made.summary.createdAt;
    ConversationReducer reducer(made, clock);
    const QString text =
        QStringLiteral("The pond is deep, and **this** is a paragraph about it. 池塘很深。\n\n")
            .repeated(6);
    QString parent;
    for (int turn = 0; turn < 3; ++turn) {
        const QString prompt = reducer.addUserMessage(parent, text.left(80));
        parent = reducer.beginAnswer(prompt, {});
        reducer.apply(parent, ReasoningDelta{text});
        reducer.apply(parent, TextDelta{text});
        reducer.apply(parent, FinishDelta{});
        reducer.finish(parent, std::nullopt, false);
    }
    return made;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("ponder"));
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 0;
    SystemClock clock;
    SqliteConversationStore store(paths::databaseFile());
    for (int i = 0; i < count; ++i) {
        const Conversation made = conversation(i, clock);
        store.saveConversation(made);
        const QStringList ids = made.allIds();
        for (const QString &id : ids)
            store.saveMessage(made.summary.id, *made.message(id));
    }
    if (count > 0 && store.flush(kFlushMs))
        return 0;
    std::fputs("nothing was stored\n", stderr);
    return 1;
}
