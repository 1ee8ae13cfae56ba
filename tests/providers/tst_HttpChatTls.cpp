#include "providers/BackendFixture.h"

#include <QFile>
#include <QLoggingCategory>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace ponder;
using namespace Qt::StringLiterals;

/// Secure connections: whom they trust, and what is said when they do not.
class TestHttpChatTls : public QObject
{
    Q_OBJECT

private:
    TestCertificate m_certificate;
    TestCertificate m_other;

private Q_SLOTS:
    void initTestCase();
    void selfSignedIsRefused();
    void ownCertificateFileIsTrusted();
    void certificateFiles_data();
    void certificateFiles();
    void plainServerBehindHttps();
    void secureServerBehindHttp();
    void cancelClosesTheConnection();
    void http2();
    void http2SilenceBeforeTheHead();
};

void TestHttpChatTls::initTestCase()
{
    QLoggingCategory::setFilterRules(u"ponder.*=false\nqt.network.ssl.warning=false"_s);
    QVERIFY2(m_certificate.isValid() && m_other.isValid(), "the openssl program is needed");
}

void TestHttpChatTls::selfSignedIsRefused()
{
    BackendFixture f({1, 1});
    ScriptedProvider secure(m_certificate);
    secure.reply(ScriptedReply::events(shortAnswer()));
    f.profile.baseUrl = secure.baseUrl();
    const auto turn = f.run();
    QVERIFY(turn);
    QVERIFY(turn->error);
    QCOMPARE(turn->error->kind, ErrorKind::Tls);
    const QString host = u"127.0.0.1:%1"_s.arg(secure.port());
    QVERIFY2(turn->error->message.startsWith(host), qPrintable(turn->error->message));
    QVERIFY2(turn->error->message.contains(u"self-signed"_s), qPrintable(turn->error->message));
    QCOMPARE(turn->retries.size(), 0U);
    QCOMPARE(secure.requests().size(), 0U); // the key has not left
}

void TestHttpChatTls::ownCertificateFileIsTrusted()
{
    BackendFixture f;
    ScriptedProvider secure(m_certificate);
    secure.reply(ScriptedReply::chunkedEvents(shortAnswer(), 9));
    f.profile.baseUrl = secure.baseUrl();
    f.profile.caFile = m_certificate.pemFile();
    for (int i = 0; i < 2; ++i) { // the second one on the connection of the first
        const auto turn = f.run();
        QVERIFY(turn);
        QCOMPARE(turn->errorText(), u"none"_s);
        QCOMPARE(turn->text, shortAnswerText());
    }
    QVERIFY(secure.requests().front().hasHeader("Authorization"));
}

void TestHttpChatTls::certificateFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("of another server") << m_other.pemFile();
    QTest::newRow("missing") << u"/no/such/file.pem"_s;
    QTest::newRow("not a certificate") << QString::fromLocal8Bit(__FILE__);
}

void TestHttpChatTls::certificateFiles()
{
    QFETCH(QString, file);
    BackendFixture f({1});
    ScriptedProvider secure(m_certificate);
    secure.reply(ScriptedReply::events(shortAnswer()));
    f.profile.baseUrl = secure.baseUrl();
    f.profile.caFile = file;
    const auto turn = f.run();
    QVERIFY(turn);
    QVERIFY(turn->error);
    QCOMPARE(turn->error->kind, ErrorKind::Tls);
    QCOMPARE(turn->retries.size(), 0U);
    QCOMPARE(secure.requests().size(), 0U);
}

void TestHttpChatTls::plainServerBehindHttps()
{
    BackendFixture f;
    f.profile.baseUrl.replace(u"http:"_s, u"https:"_s);
    f.server.reply(ScriptedReply::events(shortAnswer()));
    f.profile.idleTimeoutMs = f.profile.connectTimeoutMs = 1'000;
    const auto turn = f.run();
    QVERIFY(turn);
    QVERIFY(turn->error);
    QVERIFY2(turn->error->kind == ErrorKind::Tls || turn->error->kind == ErrorKind::Network,
             qPrintable(turn->errorText()));
    QCOMPARE(f.server.requests().size(), 0U);
}

void TestHttpChatTls::secureServerBehindHttp()
{
    BackendFixture f;
    ScriptedProvider secure(m_certificate);
    f.profile.baseUrl = secure.baseUrl().replace(u"https:"_s, u"http:"_s);
    f.profile.idleTimeoutMs = 1'000;
    const auto turn = f.run();
    QVERIFY(turn);
    QVERIFY(turn->error);
    QCOMPARE(secure.requests().size(), 0U);
}

void TestHttpChatTls::cancelClosesTheConnection()
{
    BackendFixture f;
    ScriptedProvider secure(m_certificate);
    ScriptedReply started;
    started.eventHead().send(brokenAnswer()).stall();
    secure.reply(started);
    f.profile.baseUrl = secure.baseUrl();
    f.profile.caFile = m_certificate.pemFile();
    const auto turn = f.start();
    QTRY_COMPARE(turn->text, u"Half a sen"_s);
    turn->turn->cancel();
    QVERIFY(turn->run());
    QCOMPARE(turn->errorText(), u"none"_s);
    QTRY_COMPARE(secure.openConnections(), 0);
}

namespace {

/// nghttpx in front of a ScriptedProvider: HTTP/2 over TLS to the client.
class Http2Proxy
{
public:
    Http2Proxy(const TestCertificate &certificate, quint16 backendPort)
    {
        QTcpServer free;
        free.listen(QHostAddress::LocalHost);
        m_port = free.serverPort();
        free.close();
        QFile key(m_folder.filePath(u"key.pem"_s));
        if (key.open(QIODevice::WriteOnly))
            key.write(certificate.privateKey().toPem());
        key.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(u"nghttpx"_s, {u"--frontend=127.0.0.1,%1"_s.arg(m_port),
                                       u"--backend=127.0.0.1,%1"_s.arg(backendPort),
                                       u"--workers=1"_s, u"--conf=/dev/null"_s, u"--no-ocsp"_s,
                                       key.fileName(), certificate.pemFile()});
    }
    ~Http2Proxy()
    {
        m_process.kill();
        m_process.waitForFinished(3000);
    }

    bool isReady()
    {
        return QTest::qWaitFor(
            [this] {
                QTcpSocket probe;
                probe.connectToHost(QHostAddress::LocalHost, m_port);
                return probe.waitForConnected(200);
            },
            5000);
    }
    [[nodiscard]] QString baseUrl() const { return u"https://127.0.0.1:%1/v1"_s.arg(m_port); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

bool hasHttp2Proxy()
{
    return !QStandardPaths::findExecutable(u"nghttpx"_s).isEmpty() ||
           !QStandardPaths::findExecutable(u"nghttpx"_s, {u"/usr/sbin"_s}).isEmpty();
}

} // namespace

void TestHttpChatTls::http2()
{
    if (!hasHttp2Proxy())
        QSKIP("needs nghttpx: install nghttp2-proxy");
    BackendFixture f;
    Http2Proxy proxy(m_certificate, f.server.port());
    QVERIFY(proxy.isReady());
    f.server.reply(ScriptedReply::chunkedEvents(shortAnswer(), 20));
    f.profile.baseUrl = proxy.baseUrl();
    f.profile.caFile = m_certificate.pemFile();
    for (int i = 0; i < 3; ++i) {
        const auto turn = f.run();
        QVERIFY(turn);
        QCOMPARE(turn->errorText(), u"none"_s);
        QCOMPARE(turn->text, shortAnswerText());
    }
    QCOMPARE(f.server.requests().front().header("Via"), QByteArray("2 nghttpx"));
}

void TestHttpChatTls::http2SilenceBeforeTheHead()
{
    if (!hasHttp2Proxy())
        QSKIP("needs nghttpx: install nghttp2-proxy");
    BackendFixture f;
    Http2Proxy proxy(m_certificate, f.server.port());
    QVERIFY(proxy.isReady());
    ScriptedReply slow;
    slow.wait(2'000).eventHead().send(shortAnswer()).close();
    f.server.reply(slow);
    f.profile.baseUrl = proxy.baseUrl();
    f.profile.caFile = m_certificate.pemFile();
    f.profile.connectTimeoutMs = 1'500;
    for (int i = 0; i < 2; ++i) {
        const auto turn = f.run();
        QVERIFY(turn);
        QCOMPARE(turn->errorText(), u"none"_s);
        QCOMPARE(turn->text, shortAnswerText());
    }
    ScriptedReply stalled;
    stalled.eventHead().send(brokenAnswer()).stall();
    f.server.setHandler([stalled](const RecordedRequest &, int) { return stalled; });
    const auto turn = f.start();
    QTRY_COMPARE(turn->text, u"Half a sen"_s);
    turn->turn->cancel();
    QVERIFY(turn->run());
    QTRY_COMPARE(f.server.openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestHttpChatTls)
#include "tst_HttpChatTls.moc"
