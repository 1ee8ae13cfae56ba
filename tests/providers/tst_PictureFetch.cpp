#include "providers/PictureFetch.h"
#include "support/ScriptedProvider.h"

#include <QTest>

#include <optional>

using namespace ponder;

class tst_PictureFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gives();
    void failures_data();
    void failures();
    void followsOnTheSameServer();
    void neverToAnotherPlace_data();
    void neverToAnotherPlace();
    void tellsNothingAboutPeople();
    void neverOpensAFile();
    void stopsAtTheBound();

private:
    static std::optional<QByteArray> fetched(const QUrl &url);
};

std::optional<QByteArray> tst_PictureFetch::fetched(const QUrl &url)
{
    PictureFetch fetch;
    std::optional<QByteArray> result;
    fetch.get(url, [&](const QByteArray &bytes) { result = bytes; });
    const bool answered = QTest::qWaitFor([&] { return result.has_value(); }, 20'000);
    return answered ? result : std::nullopt;
}

void tst_PictureFetch::gives()
{
    ScriptedProvider server;
    server.reply(ScriptedReply::body(200, "image/png", "the bytes"));
    QCOMPARE(fetched(QUrl(server.url(QStringLiteral("/a.png")))), QByteArray("the bytes"));
    QCOMPARE(server.requests().size(), size_t(1));
    QCOMPARE(server.requests()[0].method, QByteArray("GET"));
}

void tst_PictureFetch::failures_data()
{
    QTest::addColumn<int>("status");

    for (const int status : {204, 304, 401, 403, 404, 500})
        QTest::addRow("%d", status) << status;
}

void tst_PictureFetch::failures()
{
    QFETCH(int, status);
    ScriptedProvider server;
    server.reply(
        ScriptedReply::body(status, "text/html", status == 204 || status == 304 ? "" : "no"));
    QCOMPARE(fetched(QUrl(server.url(QStringLiteral("/a.png")))), QByteArray());
}

void tst_PictureFetch::followsOnTheSameServer()
{
    ScriptedProvider server;
    server.setHandler([](const RecordedRequest &request, int) {
        return request.path == "/b.png" ? ScriptedReply::body(200, "image/png", "moved")
                                        : ScriptedReply::redirect(302, "/b.png");
    });
    QCOMPARE(fetched(QUrl(server.url(QStringLiteral("/a.png")))), QByteArray("moved"));
    server.setHandler(
        [](const RecordedRequest &, int) { return ScriptedReply::redirect(302, "/a.png"); });
    QCOMPARE(fetched(QUrl(server.url(QStringLiteral("/a.png")))), QByteArray());
    QVERIFY(server.requests().size() < 12);
}

void tst_PictureFetch::neverToAnotherPlace_data()
{
    QTest::addColumn<QString>("target"); // %1: the port of another server

    QTest::newRow("another port") << QStringLiteral("http://127.0.0.1:%1/x");
    QTest::newRow("another name") << QStringLiteral("http://localhost:%1/x");
    QTest::newRow("this machine") << QStringLiteral("http://[::1]:%1/x");
    QTest::newRow("without scheme") << QStringLiteral("//localhost:%1/x");
    QTest::newRow("with a name") << QStringLiteral("http://user@127.0.0.1:%1/x");
    QTest::newRow("local network") << QStringLiteral("http://192.168.1.1/x");
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd");
    QTest::newRow("data") << QStringLiteral("data:image/png;base64,AAAA");
}

void tst_PictureFetch::neverToAnotherPlace()
{
    QFETCH(QString, target);
    ScriptedProvider other;
    other.reply(ScriptedReply::body(200, "image/png", "stolen"));
    ScriptedProvider server;
    const QString to = target.contains(QLatin1String("%1")) ? target.arg(other.port()) : target;
    server.reply(ScriptedReply::redirect(302, to.toUtf8()));
    QCOMPARE(fetched(QUrl(server.url(QStringLiteral("/a.png")))), QByteArray());
    QCOMPARE(other.connectionCount(), 0);
}

void tst_PictureFetch::tellsNothingAboutPeople()
{
    ScriptedProvider server;
    server.reply(ScriptedReply::body(200, "image/png", "x"));
    QVERIFY(fetched(QUrl(server.url(QStringLiteral("/a.png")))));
    const RecordedRequest &request = server.requests().at(0);
    for (const char *name : {"Cookie", "Authorization", "Referer"})
        QVERIFY2(!request.hasHeader(name), name);
    QCOMPARE(request.header("User-Agent"), QByteArray("Ponder"));
}

void tst_PictureFetch::neverOpensAFile()
{
    for (const char *url : {"file:///etc/hostname", "qrc:/icons/ponder-mark.svg",
                            "ftp://127.0.0.1/", "data:image/png;base64,AAAA", ""})
        QCOMPARE(fetched(QUrl(QString::fromLatin1(url))), QByteArray());
}

void tst_PictureFetch::stopsAtTheBound()
{
    ScriptedProvider server;
    server.reply(ScriptedReply::body(200, "image/png",
                                     QByteArray(PictureFetch::kMaxBytes + 5'000'000, 'x')));
    QCOMPARE(fetched(QUrl(server.url(QStringLiteral("/a.png")))), QByteArray());
}

QTEST_GUILESS_MAIN(tst_PictureFetch)
#include "tst_PictureFetch.moc"
