// What the message list costs: a long answer that streams, and a long conversation that opens. One
// JSON object a line; see tests/run --bench.

#include "qml/TranscriptScene.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTimer>

#include <sys/resource.h>

#include <cstdio>

using namespace ponder;
using namespace ponder::test;

namespace {

constexpr qsizetype kCharacters = 43'000;
constexpr int kPiecesPerSecond = 300;
constexpr int kPieceCharacters = 3;
constexpr int kMessages = 2000;

void print(const char *name, double value, const char *unit, double goal)
{
    std::printf(R"({"name": "%s", "value": %.2f, "unit": "%s", "goal": %.2f, "ok": %s})"
                "\n",
                name, value, unit, goal, value <= goal ? "true" : "false");
    std::fflush(stdout);
}

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &t) {
        return double(t.tv_sec) + double(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double pssMegabytes()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').value(0).toDouble() / 1024;
    }
    return 0;
}

QString sample(const char *name)
{
    QFile file(QStringLiteral(PONDER_TEST_DATA "/transcript/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) + u'\n' : QString();
}

/// Mixed Chinese and English text with code and tables.
QString corpus(qsizetype characters)
{
    QString text;
    while (text.size() < characters) {
        text += sample("answer-en.md") + sample("thinking-zh.md") + sample("answer-zh.md") +
                sample("thinking-en.md");
    }
    return text.left(characters);
}

void spin(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

bool streaming()
{
    TranscriptScene scene;
    if (!scene.open({900, 1000}))
        return false;
    const QString text = corpus(kCharacters);
    scene.send(QStringLiteral("Write"));
    spin(500);
    const double cpuBefore = cpuSeconds();
    QElapsedTimer clock;
    clock.start();
    qsizetype sent = 0;
    QTimer pieces;
    pieces.setTimerType(Qt::PreciseTimer);
    QEventLoop loop;
    QObject::connect(&pieces, &QTimer::timeout, &loop, [&] {
        const qsizetype due = clock.elapsed() * kPiecesPerSecond / 1000 * kPieceCharacters;
        while (sent < std::min(due, text.size())) {
            scene.say(text.mid(sent, kPieceCharacters));
            sent += kPieceCharacters;
        }
        if (sent >= text.size())
            loop.quit();
    });
    pieces.start(1000 / kPiecesPerSecond);
    loop.exec();
    scene.finish();
    spin(200);
    print("stream 43,000 characters, CPU", cpuSeconds() - cpuBefore, "s", 5);
    print("stream 43,000 characters, memory at the end", pssMegabytes(), "MB", 150);
    return scene.warnings.isEmpty();
}

bool opening()
{
    Conversation conversation;
    QString parent;
    const QString answer = corpus(4'000);
    for (int i = 0; i < kMessages; ++i) {
        Message message;
        message.id = QString::number(i);
        message.parentId = parent;
        message.role = i % 2 == 0 ? Role::User : Role::Assistant;
        Segment segment;
        segment.text = i % 2 == 0 ? QStringLiteral("Question %1").arg(i) : answer;
        message.segments.push_back(segment);
        parent = message.id;
        conversation.insert(message);
    }
    conversation.leafId = parent;
    TranscriptScene scene(std::move(conversation));
    if (!scene.open({900, 1000}))
        return false;
    scene.model.setSession(nullptr);
    scene.view.grabWindow();
    QElapsedTimer clock;
    clock.start();
    scene.model.setSession(scene.session.get());
    Q_EMIT scene.chat.conversationChanged();
    scene.view.grabWindow();
    print("open 2,000 messages, first picture", double(clock.nsecsElapsed()) / 1e6, "ms", 150);
    return scene.warnings.isEmpty();
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    const bool opened = opening();
    return streaming() && opened ? 0 : 1;
}
