#include "providers/ArrivalGate.h"
#include "support/ScriptedProvider.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace ponder;

class TestArrivalGate : public QObject
{
    Q_OBJECT

private:
    /// Longer than any of these tests lasts: what waits for it is not let through.
    static constexpr int kForever = 600'000;

    /// Sends the reply through the gate; `read` gets what it lets through.
    QNetworkReply *watch(const ScriptedReply &reply, int intervalMs);

    std::unique_ptr<ScriptedProvider> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ArrivalGate> m_gate;
    QByteArray m_read;
    int m_arrivals = 0;

private Q_SLOTS:
    void init();
    void cleanup();
    void letsPiecesThroughAsTheyCome();
    void letsTheFirstPieceThroughAtOnce();
    void gathersPiecesThatFollowQuickly_data();
    void gathersPiecesThatFollowQuickly();
    void letsTheEndThrough();
    void keepsNothingOfWhatComesCompressed();
    void saysNothingAfterRelease();
};

void TestArrivalGate::init()
{
    m_server = std::make_unique<ScriptedProvider>();
    m_network = std::make_unique<QNetworkAccessManager>();
    m_gate = std::make_unique<ArrivalGate>();
    m_read.clear();
    m_arrivals = 0;
}

void TestArrivalGate::cleanup()
{
    m_gate.reset();
    m_network.reset();
    m_server.reset();
}

QNetworkReply *TestArrivalGate::watch(const ScriptedReply &reply, int intervalMs)
{
    m_server->reply(reply);
    QNetworkReply *sent = m_network->get(QNetworkRequest(QUrl(m_server->baseUrl())));
    connect(m_gate.get(), &ArrivalGate::arrived, this, [this, sent] {
        ++m_arrivals;
        m_read += sent->readAll();
    });
    m_gate->watch(sent, intervalMs);
    return sent;
}

void TestArrivalGate::letsPiecesThroughAsTheyCome()
{
    ScriptedReply reply;
    reply.eventHead().send("one").stall().send("two").stall().send("three").stall();
    watch(reply, 0);
    QTRY_COMPARE(m_read, QByteArray("one"));
    m_server->proceed();
    QTRY_COMPARE(m_read, QByteArray("onetwo"));
    m_server->proceed();
    QTRY_COMPARE(m_read, QByteArray("onetwothree"));
}

void TestArrivalGate::letsTheFirstPieceThroughAtOnce()
{
    ScriptedReply reply;
    reply.eventHead().send("one").stall();
    watch(reply, kForever);
    QTRY_COMPARE(m_read, QByteArray("one"));
}

void TestArrivalGate::gathersPiecesThatFollowQuickly_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::addColumn<int>("pieceSize");
    QTest::addRow("small") << false << 40;
    QTest::addRow("small, chunked") << true << 40;
    QTest::addRow("of several packets") << false << 20'000;
}

void TestArrivalGate::gathersPiecesThatFollowQuickly()
{
    QFETCH(bool, chunked);
    QFETCH(int, pieceSize);
    constexpr int kIntervalMs = 60;
    constexpr int kPieces = 200;
    ScriptedReply reply;
    reply.head(200, chunked ? HeaderList{{"Transfer-Encoding", "chunked"}} : HeaderList());
    QByteArray all;
    for (int i = 0; i < kPieces; ++i) {
        const QByteArray piece = QByteArray::number(i).rightJustified(pieceSize, '.');
        all += piece;
        chunked ? reply.chunk(piece) : reply.send(piece);
        reply.wait(1);
    }
    reply.stall();
    QElapsedTimer time;
    time.start();
    watch(reply, kIntervalMs);
    QTRY_COMPARE(m_read.size(), all.size());
    QCOMPARE(m_read, all);
    // What the gate kept comes a moment after the byte that it let in; much comes more often.
    const qint64 intervals = time.elapsed() / (pieceSize < 1000 ? kIntervalMs : kIntervalMs / 3);
    QVERIFY2(m_arrivals <= 2 * intervals + 4, qPrintable(QString::number(m_arrivals)));
}

void TestArrivalGate::letsTheEndThrough()
{
    ScriptedReply reply;
    reply.eventHead();
    for (int i = 0; i < 50; ++i)
        reply.send("piece").wait(1);
    reply.close();
    QNetworkReply *sent = watch(reply, 100);
    QSignalSpy finished(sent, &QNetworkReply::finished);
    QVERIFY(finished.wait());
    QCOMPARE(m_read + sent->readAll(), QByteArray("piece").repeated(50));
}

void TestArrivalGate::keepsNothingOfWhatComesCompressed()
{
    const QByteArray text("a text that was packed");
    const QByteArray packed = gzipped(text);
    ScriptedReply reply;
    reply.head(200, {{"Content-Encoding", "gzip"}}).send(packed, 1).stall();
    watch(reply, kForever);
    QTRY_COMPARE(m_read, text);
}

void TestArrivalGate::saysNothingAfterRelease()
{
    ScriptedReply reply;
    reply.eventHead().send("one").stall().send("two").close();
    QNetworkReply *sent = watch(reply, 0);
    QTRY_COMPARE(m_read, QByteArray("one"));
    m_gate->release();
    QSignalSpy finished(sent, &QNetworkReply::finished);
    m_server->proceed();
    QVERIFY(finished.wait());
    QCOMPARE(m_read, QByteArray("one"));
}

QTEST_GUILESS_MAIN(TestArrivalGate)
#include "tst_ArrivalGate.moc"
