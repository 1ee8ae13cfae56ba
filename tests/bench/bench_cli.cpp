// How long a byte of the answer takes from the socket to the standard output of `ponder ask`: the
// real program, a server on the loopback, and both ends watched by one clock.

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

constexpr int kRounds = 21;
constexpr int kRoundTimeoutMs = 20'000;
constexpr double kGoalMs = 20;

/// Answers one question: the head at once, the first word after a pause, then the end.
class WatchedServer : public QTcpServer
{
public:
    explicit WatchedServer(int pauseMs) : m_pauseMs(pauseMs)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }

    void end()
    {
        for (QTcpSocket *socket : findChildren<QTcpSocket *>()) {
            socket->write("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                          "data: [DONE]\n\n");
            socket->disconnectFromHost();
        }
    }

    QElapsedTimer sinceFirstWord;

private:
    void read(QTcpSocket *socket)
    {
        m_request += socket->readAll();
        const qsizetype head = m_request.indexOf("\r\n\r\n");
        if (m_answered || head < 0 || !m_request.endsWith('}'))
            return;
        m_answered = true;
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                      "Connection: close\r\n\r\n");
        QTimer::singleShot(m_pauseMs, socket, [this, socket] {
            sinceFirstWord.start();
            socket->write("data: {\"choices\":[{\"delta\":{\"content\":\"Hello\"}}]}\n\n");
            socket->flush();
        });
    }

    int m_pauseMs;
    QByteArray m_request;
    bool m_answered = false;
};

QProcessEnvironment freshEnvironment(const QString &folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        environment.insert(QString::fromLatin1(name), folder);
    environment.insert(QStringLiteral("no_proxy"), QStringLiteral("127.0.0.1"));
    environment.insert(QStringLiteral("PONDER_API_KEY"), QStringLiteral("bench"));
    return environment;
}

/// Milliseconds, or a negative number when the program did not answer as it should.
double measure(const QString &folder, int pauseMs)
{
    WatchedServer server(pauseMs);
    if (!server.listen(QHostAddress::LocalHost))
        return -1;
    QProcess program;
    program.setProcessEnvironment(freshEnvironment(folder));
    double ms = -1;
    QByteArray said;
    QObject::connect(&program, &QProcess::readyReadStandardOutput, &server, [&] {
        if (said.isEmpty())
            ms = double(server.sinceFirstWord.nsecsElapsed()) / 1e6;
        said += program.readAllStandardOutput();
        server.end();
    });
    QEventLoop loop;
    QObject::connect(&program, &QProcess::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(kRoundTimeoutMs, &program, &QProcess::kill);
    program.start(QStringLiteral(PONDER_BINARY),
                  {QStringLiteral("ask"), QStringLiteral("--base-url"),
                   QStringLiteral("http://127.0.0.1:%1/v1").arg(server.serverPort()),
                   QStringLiteral("--model"), QStringLiteral("bench"), QStringLiteral("hi")});
    if (!program.waitForStarted())
        return -1;
    loop.exec();
    const bool right =
        program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0 && said == "Hello";
    if (!right)
        std::fprintf(stderr, "%s\n", program.readAllStandardError().constData());
    return right ? ms : -1;
}

void report(const char *name, double value, bool hasGoal)
{
    QJsonObject figure{{QStringLiteral("name"), QString::fromLatin1(name)},
                       {QStringLiteral("value"), value},
                       {QStringLiteral("unit"), QStringLiteral("ms")}};
    if (hasGoal) {
        figure.insert(QStringLiteral("goal"), kGoalMs);
        figure.insert(QStringLiteral("ok"), value <= kGoalMs);
    }
    std::printf("%s\n", QJsonDocument(figure).toJson(QJsonDocument::Compact).constData());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        // Some models answer with the head, some think first.
        const double ms = measure(folder.path(), round % 3 * 50);
        if (ms < 0) {
            std::fprintf(stderr, "ponder ask did not answer\n");
            return 1;
        }
        times.push_back(ms);
    }
    std::sort(times.begin(), times.end());
    report("ask_first_byte", times[times.size() / 2], true);
    report("ask_first_byte_slowest", times.back(), false);
    return 0;
}
