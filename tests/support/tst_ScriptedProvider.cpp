#include "support/ScriptedProvider.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace ponder;

/// The tool that the network tests stand on: what it says it sends must be what a plain socket
/// sees.
class TestScriptedProvider : public QObject
{
    Q_OBJECT

private:
    static QByteArray exchange(const ScriptedProvider &provider, const QByteArray &request,
                               QAbstractSocket::SocketError *error = nullptr)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, provider.port());
        socket.write(request);
        QSignalSpy closed(&socket, &QTcpSocket::disconnected);
        if (!closed.wait(5000))
            return "still open";
        if (error)
            *error = socket.error();
        return socket.readAll();
    }

private Q_SLOTS:
    void sendsExactlyTheScriptedBytes();
    void recordsRequests();
    void answersInOrderOnOneConnection();
    void resetIsNotAnOrderlyEnd();
    void gzipIsUnderstood();
    void speaksTls();
    void countsAbandonedReplies();
};

void TestScriptedProvider::sendsExactlyTheScriptedBytes()
{
    ScriptedProvider provider;
    ScriptedReply reply;
    reply.send("not even HTTP", 1).wait(5).send("end").close();
    provider.reply(reply);
    QCOMPARE(exchange(provider, "GET / HTTP/1.1\r\n\r\n"), QByteArray("not even HTTPend"));
}

void TestScriptedProvider::recordsRequests()
{
    ScriptedProvider provider;
    ScriptedReply reply;
    reply.head(200).close();
    provider.reply(reply);
    const QByteArray got = exchange(
        provider, "POST /v1/x?y=1 HTTP/1.1\r\nContent-Length: 3\r\nX-Thing: a: b\r\n\r\nabc");
    QVERIFY(got.startsWith("HTTP/1.1 200 "));
    QCOMPARE(provider.requests().size(), 1U);
    const RecordedRequest &request = provider.requests().front();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/v1/x?y=1"));
    QCOMPARE(request.header("x-thing"), QByteArray("a: b"));
    QVERIFY(!request.hasHeader("Authorization"));
    QCOMPARE(request.body, QByteArray("abc"));
}

void TestScriptedProvider::answersInOrderOnOneConnection()
{
    ScriptedProvider provider;
    provider.reply(ScriptedReply::json(200, "1"));
    ScriptedReply last;
    last.head(200).send("2").close();
    provider.reply(last);
    const QByteArray got = exchange(provider, "GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n");
    QVERIFY(got.endsWith("2"));
    QCOMPARE(provider.requests().size(), 2U);
    QCOMPARE(provider.requests()[1].path, QByteArray("/b"));
    QCOMPARE(provider.connectionCount(), 1);
}

void TestScriptedProvider::resetIsNotAnOrderlyEnd()
{
    ScriptedProvider provider;
    ScriptedReply reply;
    reply.head(200).wait(20).reset();
    provider.reply(reply);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, provider.port());
    socket.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(socket.errorString().contains(QStringLiteral("reset"), Qt::CaseInsensitive) ||
            socket.error() == QAbstractSocket::RemoteHostClosedError);
}

void TestScriptedProvider::gzipIsUnderstood()
{
    ScriptedProvider provider;
    const QByteArray text = QByteArray("{\"a\":\"") + QByteArray(5000, 'x') + "\"}";
    const QByteArray packed = gzipped(text);
    QVERIFY(packed.size() < 200);
    provider.reply(ScriptedReply::json(200, packed, {{"Content-Encoding", "gzip"}}));
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(QUrl(provider.url()))));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->readAll(), text);
}

void TestScriptedProvider::speaksTls()
{
    const TestCertificate certificate;
    QVERIFY2(certificate.isValid(), "the openssl program is needed");
    ScriptedProvider provider(certificate);
    provider.reply(ScriptedReply::json(200, "{}"));
    QNetworkAccessManager network;
    QNetworkRequest request{QUrl(provider.url())};
    QSslConfiguration configuration = request.sslConfiguration();
    configuration.setCaCertificates({certificate.certificate()});
    request.setSslConfiguration(configuration);
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->errorString(), QStringLiteral("Unknown error"));
    QCOMPARE(reply->readAll(), QByteArray("{}"));
}

void TestScriptedProvider::countsAbandonedReplies()
{
    ScriptedProvider provider;
    ScriptedReply reply;
    reply.head(200).stall();
    provider.reply(reply);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, provider.port());
    socket.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_VERIFY(socket.bytesAvailable() > 0);
    QCOMPARE(provider.abandonedReplies(), 0);
    socket.abort();
    QTRY_COMPARE(provider.abandonedReplies(), 1);
    QTRY_COMPARE(provider.openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestScriptedProvider)
#include "tst_ScriptedProvider.moc"
