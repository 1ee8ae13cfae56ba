// What the window's thread spends on sending a message with 2,000 messages of history: the reducer,
// the request's JSON, the store's queue and the network stack, until the server has the request.
#include "chat/ChatSession.h"
#include "providers/HttpChatBackend.h"
#include "secrets/SessionSecretStore.h"
#include "store/SqliteConversationStore.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace ponder;

namespace {

constexpr int kMessages = 2000;
constexpr int kRounds = 9;

double threadCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Answers every request with one short stream, on a thread of its own.
class ServerThread : public QThread
{
public:
    std::atomic<quint16> port{0};

protected:
    void run() override
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        port = server.serverPort();
        QObject::connect(&server, &QTcpServer::newConnection, &server, [&server] {
            QTcpSocket *socket = server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                const QByteArray all = socket->property("all").toByteArray() + socket->readAll();
                socket->setProperty("all", all);
                const qsizetype head = all.indexOf("\r\n\r\n");
                const qsizetype field = all.toLower().indexOf("content-length:");
                if (head < 0 || field < 0)
                    return;
                const qsizetype length = all.mid(field + 15, all.indexOf('\r', field) - field - 15)
                                             .trimmed()
                                             .toLongLong();
                if (all.size() < head + 4 + length)
                    return;
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: "
                              "close\r\n\r\n"
                              "data: "
                              "{\"choices\":[{\"delta\":{\"content\":\"ok\"},\"finish_reason\":"
                              "\"stop\"}]}\n\n"
                              "data: [DONE]\n\n");
                socket->disconnectFromHost();
            });
        });
        exec();
    }
};

Conversation longConversation(const Clock &clock)
{
    Conversation conversation;
    conversation.summary.id = QStringLiteral("bench");
    ConversationReducer reducer(conversation, clock);
    const QString paragraph =
        QStringLiteral("The rule follows f with straight lines; 辛普森公式用抛物线，误差更小。")
            .repeated(8);
    QString parent;
    for (int i = 0; i < kMessages / 2; ++i) {
        const QString prompt = reducer.addUserMessage(parent, paragraph.left(120));
        parent = reducer.beginAnswer(prompt, {});
        reducer.apply(parent, ReasoningDelta{paragraph});
        reducer.apply(parent, TextDelta{paragraph + paragraph});
        reducer.apply(parent, FinishDelta{});
        reducer.finish(parent, std::nullopt, false);
    }
    return conversation;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    ServerThread server;
    server.start();
    while (server.port == 0)
        QThread::yieldCurrentThread();

    QTemporaryDir folder;
    SystemClock clock;
    SessionSecretStore secrets{QString()};
    HttpChatBackend backend(secrets, clock);
    SqliteConversationStore store(folder.filePath(QStringLiteral("bench.db")));
    ChatSession session(longConversation(clock), backend, &store, clock);
    TurnOptions options;
    options.provider.id = QStringLiteral("bench");
    options.provider.baseUrl = QStringLiteral("http://127.0.0.1:%1/v1").arg(server.port.load());
    options.provider.needsKey = false;
    options.model = QStringLiteral("bench");

    std::vector<double> rounds;
    for (int round = 0; round < kRounds; ++round) {
        const double before = threadCpuMs();
        QObject::connect(&session, &ChatSession::answerFinished, &application,
                         &QCoreApplication::quit, Qt::SingleShotConnection);
        session.send(QStringLiteral("And now?"), options);
        QCoreApplication::exec();
        rounds.push_back(threadCpuMs() - before);
        store.flush(10'000);
    }
    server.quit();
    server.wait();
    std::sort(rounds.begin(), rounds.end());
    std::printf("{\"name\":\"send_with_2000_messages\",\"value\":%.1f,\"unit\":\"ms\",\"goal\":50,"
                "\"max\":%.1f}\n",
                rounds[rounds.size() / 2], rounds.back());
    return 0;
}
