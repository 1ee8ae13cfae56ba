// What the message list costs the thread that draws: an answer that streams, a very long one, and a
// long conversation that opens. One JSON object a line; see tests/run --bench. Processor time and
// memory of a whole program that streams are in bench_stream.py.

#include "bench/Measure.h"
#include "qml/TranscriptScene.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QLoggingCategory>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace ponder;
using namespace ponder::test;

namespace {

constexpr int kPieceCharacters = 3;
/// Of streaming, at any pace.
constexpr int kSeconds = 20;

void print(const char *name, double value, const char *unit, double goal)
{
    std::printf(R"({"name": "%s", "value": %.2f, "unit": "%s", "goal": %.2f, "ok": %s})"
                "\n",
                name, value, unit, goal, value <= goal ? "true" : "false");
    std::fflush(stdout);
}

/// The lecture again and again, with the number of the round in its formulas.
QString corpus(qsizetype characters)
{
    QFile file(QStringLiteral(PONDER_TEST_DATA "/stream/lecture.md"));
    const QString lecture =
        file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    QString text;
    for (int round = 2; text.size() < characters && !lecture.isEmpty(); ++round)
        text += QString(lecture).replace(QChar(0xA7), QString::number(round));
    return text.left(characters);
}

/// Adds up how long each event takes that the application delivers.
class TimedApplication final : public QGuiApplication
{
public:
    using QGuiApplication::QGuiApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread())
            return QGuiApplication::notify(receiver, event);
        const double before = m_depth == 0 ? threadMs() : 0;
        ++m_depth;
        const bool handled = QGuiApplication::notify(receiver, event);
        if (--m_depth == 0)
            busyMs += threadMs() - before;
        return handled;
    }

    double busyMs = 0;

private:
    int m_depth = 0;
};

/// What each update costs the thread: all it did from the frame before up to this one.
class BusyTimes
{
public:
    explicit BusyTimes(QQuickWindow &window)
    {
        m_before = application()->busyMs;
        QObject::connect(&window, &QQuickWindow::frameSwapped, &m_context, [this] {
            // The frame itself is still being delivered: it is counted with the next event.
            QTimer::singleShot(0, &m_context, [this] { note(); });
        });
    }
    /// Without frames in which nothing was laid out.
    [[nodiscard]] std::vector<double> updates() const
    {
        std::vector<double> found;
        std::copy_if(m_times.begin(), m_times.end(), std::back_inserter(found),
                     [](double ms) { return ms > 0.5; });
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    static TimedApplication *application()
    {
        return static_cast<TimedApplication *>(QCoreApplication::instance());
    }
    void note()
    {
        m_times.push_back(application()->busyMs - m_before);
        m_before = application()->busyMs;
    }

    std::vector<double> m_times;
    double m_before = 0;
    QObject m_context;
};

/// Whether QML had nothing to complain of; says what, if it had.
bool quiet(const TranscriptScene &scene)
{
    for (const QString &warning : scene.warnings)
        std::fprintf(stderr, "%s\n", qPrintable(warning));
    return scene.warnings.isEmpty();
}

bool opened(TranscriptScene &scene)
{
    const bool open = scene.open({900, 1000});
    return quiet(scene) && open;
}

double percentile(const std::vector<double> &sorted, double part)
{
    return sorted.empty() ? 0 : sorted[size_t(double(sorted.size() - 1) * part)];
}

double mean(const std::vector<double> &values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return values.empty() ? 0 : sum / double(values.size());
}

/// Says a text in pieces of three characters at a steady pace.
void stream(TranscriptScene &scene, const QString &text, int piecesPerSecond)
{
    QElapsedTimer clock;
    clock.start();
    qsizetype sent = 0;
    QTimer pieces;
    pieces.setTimerType(Qt::PreciseTimer);
    QEventLoop loop;
    QObject::connect(&pieces, &QTimer::timeout, &loop, [&] {
        const qsizetype due = clock.elapsed() * piecesPerSecond / 1000 * kPieceCharacters;
        while (sent < std::min(due, text.size())) {
            scene.say(text.mid(sent, kPieceCharacters));
            sent += kPieceCharacters;
        }
        if (sent >= text.size())
            loop.quit();
    });
    pieces.start(std::max(1, 1000 / piecesPerSecond));
    loop.exec();
}

/// From the last piece to the frame that shows it.
double lastPieceMilliseconds(TranscriptScene &scene)
{
    spin(300);
    QEventLoop loop;
    QElapsedTimer clock;
    double shown = 10'000;
    QObject::connect(&scene.model, &TranscriptModel::updated, &loop, [&] {
        QObject::connect(
            &scene.view, &QQuickWindow::frameSwapped, &loop,
            [&] {
                shown = double(clock.nsecsElapsed()) / 1e6;
                loop.quit();
            },
            Qt::SingleShotConnection);
    });
    QTimer::singleShot(5'000, &loop, &QEventLoop::quit);
    clock.start();
    scene.say(QStringLiteral(" The end."));
    loop.exec();
    return shown;
}

bool pace(int piecesPerSecond, double goal)
{
    TranscriptScene scene;
    if (!opened(scene))
        return false;
    scene.send(QStringLiteral("Write"));
    spin(500);
    BusyTimes busy(scene.view);
    stream(scene, corpus(qsizetype(kSeconds) * piecesPerSecond * kPieceCharacters),
           piecesPerSecond);
    const std::vector<double> updates = busy.updates();
    const QByteArray name =
        "GUI time of an update at " + QByteArray::number(piecesPerSecond) + " pieces/s, p99";
    print(name.constData(), percentile(updates, 0.99), "ms", goal);
    print("last piece on the screen", lastPieceMilliseconds(scene), "ms", 100);
    scene.finish();
    return quiet(scene);
}

/// Steps of 60 characters, each shown before the next one comes: the same number of updates
/// whatever else the machine does, so that two builds can be compared.
bool steps(qsizetype characters)
{
    constexpr qsizetype kStep = 60;
    TranscriptScene scene;
    if (!opened(scene))
        return false;
    scene.send(QStringLiteral("Write"));
    spin(500);
    const QString text = corpus(characters);
    BusyTimes busy(scene.view);
    const double before = threadMs();
    for (qsizetype at = 0; at < text.size(); at += kStep) {
        QEventLoop loop;
        QObject::connect(&scene.model, &TranscriptModel::updated, &loop, [&] {
            QObject::connect(&scene.view, &QQuickWindow::frameSwapped, &loop, &QEventLoop::quit,
                             Qt::SingleShotConnection);
        });
        QTimer::singleShot(2'000, &loop, &QEventLoop::quit);
        scene.say(text.mid(at, kStep));
        loop.exec();
    }
    const double all = threadMs() - before;
    print("GUI time of an update of 60 characters, mean", all * double(kStep) / double(text.size()),
          "ms", 8);
    print("GUI time of an update of 60 characters, p99", percentile(busy.updates(), 0.99), "ms", 8);
    scene.finish();
    return quiet(scene);
}

/// The mean time of an update while the answer goes on after so many characters.
double updateAfter(qsizetype characters)
{
    TranscriptScene scene;
    if (!opened(scene))
        return -1;
    scene.send(QStringLiteral("Write"));
    const QString lecture = corpus(4'000);
    QString before;
    while (before.size() < characters)
        before += lecture;
    scene.say(before);
    spin(4'000); // formulas are typeset
    BusyTimes busy(scene.view);
    stream(scene, lecture, 300);
    const std::vector<double> updates = busy.updates();
    return mean(updates);
}

/// The better of two, taken by turns: the machine becomes slower and quicker by a quarter within
/// the seconds that one takes.
void flatness()
{
    double small = updateAfter(5'000);
    double large = updateAfter(500'000);
    small = std::min(small, updateAfter(5'000));
    large = std::min(large, updateAfter(500'000));
    print("GUI time of an update after 5,000 characters", small, "ms", 8);
    print("the same after 500,000 characters", small > 0 ? large / small : 0, "times", 1.2);
}

bool opening(int messages, qsizetype characters)
{
    Conversation conversation;
    QString parent;
    const QString answer = corpus(characters);
    for (int i = 0; i < messages; ++i) {
        Message message;
        message.id = QString::number(i);
        message.parentId = parent;
        message.role = i % 2 == 0 ? Role::User : Role::Assistant;
        message.segments.emplace_back();
        message.segments.back().text = i % 2 == 0 ? QStringLiteral("Question %1").arg(i) : answer;
        message.segments.back().text.detach();
        parent = message.id;
        conversation.insert(message);
    }
    conversation.leafId = parent;
    TranscriptScene scene(std::move(conversation));
    if (!opened(scene))
        return false;
    scene.model.setSession(nullptr);
    Q_EMIT scene.chat.conversationChanged();
    spin(6'000); // the formulas' engine has gone
    const double before = pssMegabytes();
    QElapsedTimer clock;
    clock.start();
    scene.model.setSession(scene.session.get());
    Q_EMIT scene.chat.conversationChanged();
    scene.view.grabWindow();
    print("open 5,000 messages of 20 MB, first picture", double(clock.nsecsElapsed()) / 1e6, "ms",
          150);
    spin(2'000);
    print("open 5,000 messages of 20 MB, more memory", pssMegabytes() - before, "MB", 60);

    QQuickItem *list = scene.flickable();
    list->forceActiveFocus();
    BusyTimes busy(scene.view);
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_End, Qt::Key_Home, Qt::Key_End}) {
        QTest::keyClick(&scene.view, key);
        spin(300);
        const bool landed = key == Qt::Key_Home
                                ? list->property("contentY") == list->property("originY")
                                : list->property("atYEnd").toBool();
        if (!landed)
            std::fprintf(stderr, "%s did not land\n", key == Qt::Key_Home ? "Home" : "End");
    }
    print("Home and End in 5,000 messages, longest pause", percentile(busy.updates(), 1), "ms",
          100);
    return quiet(scene);
}

} // namespace

int main(int argc, char **argv)
{
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qml.compiler=false"));
    TimedApplication application(argc, argv);
    if (application.arguments().value(1) == u"steps")
        return steps(20'000) ? 0 : 1;
    bool fine = steps(20'000);
    fine = pace(300, 8) && fine;
    fine = pace(3'000, 12) && fine;
    flatness();
    fine = opening(5'000, 8'000) && fine;
    return fine ? 0 : 1;
}
