#include "cli/StandardConsole.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <array>
#include <memory>

#include <fcntl.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

using namespace ponder::cli;

namespace {

/// A pipe whose ends close with it.
struct Pipe
{
    Pipe() { [[maybe_unused]] const int failed = ::pipe2(ends.data(), O_CLOEXEC); }
    ~Pipe()
    {
        closeRead();
        closeWrite();
    }
    void closeRead() { closeEnd(ends[0]); }
    void closeWrite() { closeEnd(ends[1]); }
    static void closeEnd(int &end)
    {
        if (end >= 0)
            ::close(std::exchange(end, -1));
    }
    [[nodiscard]] QByteArray readSome() const
    {
        std::array<char, 65536> buffer{};
        const ssize_t count = ::read(ends[0], buffer.data(), buffer.size());
        return {buffer.data(), count > 0 ? static_cast<qsizetype>(count) : 0};
    }
    void put(const QByteArray &bytes) const
    {
        [[maybe_unused]] const ssize_t written =
            ::write(ends[1], bytes.constData(), static_cast<std::size_t>(bytes.size()));
    }
    std::array<int, 2> ends{-1, -1};
};

bool echoes(int descriptor)
{
    termios state{};
    return ::tcgetattr(descriptor, &state) == 0 && (state.c_lflag & ECHO) != 0;
}

} // namespace

class tst_StandardConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAtOnce();
    void writesPastAFullNonBlockingPipe();
    void readerGone();
    void readsEverything();
    void secretLine_data();
    void secretLine();
    void typedSecretIsNotSeen();
};

void tst_StandardConsole::writesAtOnce()
{
    Pipe in;
    Pipe out;
    Pipe err;
    StandardConsole console(in.ends[0], out.ends[1], err.ends[1]);
    QVERIFY(console.writeOut(QByteArray("a\0b", 3)));
    QCOMPARE(out.readSome(), QByteArray("a\0b", 3));
    console.complain(QStringLiteral("no"));
    QCOMPARE(err.readSome(), QByteArray("ponder: no\n"));
    QVERIFY(!console.outIsTerminal());
}

void tst_StandardConsole::writesPastAFullNonBlockingPipe()
{
    Pipe pipe;
    QCOMPARE(::fcntl(pipe.ends[1], F_SETFL, O_NONBLOCK), 0);
    const QByteArray big(1'000'000, 'x');
    bool written = false;
    const std::unique_ptr<QThread> writer(QThread::create([&] {
        StandardConsole console(-1, pipe.ends[1], -1);
        written = console.writeOut(big);
        pipe.closeWrite();
    }));
    writer->start();
    qsizetype total = 0;
    for (QByteArray some = pipe.readSome(); !some.isEmpty(); some = pipe.readSome())
        total += some.size();
    writer->wait();
    QVERIFY(written);
    QCOMPARE(total, big.size());
}

void tst_StandardConsole::readerGone()
{
    Pipe pipe;
    StandardConsole console(-1, pipe.ends[1], -1);
    pipe.closeRead();
    QVERIFY(!console.writeOut("x")); // and the test still runs: no SIGPIPE
}

void tst_StandardConsole::readsEverything()
{
    Pipe in;
    StandardConsole console(in.ends[0], -1, -1);
    const QByteArray all = QByteArray(40'000, 'y') + QByteArray("\0end\n", 5);
    in.put(all);
    in.closeWrite();
    QCOMPARE(console.readAll(), all);
}

void tst_StandardConsole::secretLine_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("line"); ///< empty: nothing
    QTest::newRow("line") << QByteArray("sk-1\nmore") << QByteArray("sk-1");
    QTest::newRow("end of input") << QByteArray("sk-1") << QByteArray("sk-1");
    QTest::newRow("Windows") << QByteArray("sk-1\r\n") << QByteArray("sk-1");
    QTest::newRow("empty line") << QByteArray("\nsk-1") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void tst_StandardConsole::secretLine()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, line);
    Pipe in;
    Pipe err;
    StandardConsole console(in.ends[0], -1, err.ends[1]);
    in.put(input);
    in.closeWrite();
    QCOMPARE(console.readSecretLine(QStringLiteral("Key: ")).value_or(QByteArray()), line);
    err.closeWrite();
    QCOMPARE(err.readSome(), QByteArray()); // nobody types, nobody is asked
}

void tst_StandardConsole::typedSecretIsNotSeen()
{
    int master = -1;
    int slave = -1;
    QCOMPARE(::openpty(&master, &slave, nullptr, nullptr, nullptr), 0);
    QVERIFY(echoes(slave));
    Pipe err;
    std::optional<QByteArray> line;
    const std::unique_ptr<QThread> reader(QThread::create([&] {
        StandardConsole console(slave, -1, err.ends[1]);
        line = console.readSecretLine(QStringLiteral("Key: "));
    }));
    reader->start();
    QCOMPARE(err.readSome(), QByteArray("Key: ")); // asked, so the echo is off by now
    QVERIFY(!echoes(slave));
    QCOMPARE(::write(master, "sk-typed\n", 9), 9);
    QVERIFY(reader->wait(10'000));
    QCOMPARE(line.value_or(QByteArray()), QByteArray("sk-typed"));
    QVERIFY(echoes(slave));
    QCOMPARE(::fcntl(master, F_SETFL, O_NONBLOCK), 0);
    std::array<char, 256> shown{};
    const ssize_t count = ::read(master, shown.data(), shown.size());
    const QByteArray seen(shown.data(), count > 0 ? static_cast<qsizetype>(count) : 0);
    QVERIFY2(!seen.contains("sk-typed"), seen.constData());
    ::close(slave);
    ::close(master);
}

QTEST_GUILESS_MAIN(tst_StandardConsole)
#include "tst_StandardConsole.moc"
