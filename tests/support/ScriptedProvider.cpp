#include "support/ScriptedProvider.h"

#include "support/ScriptedConnection.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpSocket>

#include <algorithm>

namespace ponder {

QByteArray RecordedRequest::header(const QByteArray &name) const
{
    for (const auto &[known, value] : headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool RecordedRequest::hasHeader(const QByteArray &name) const
{
    return std::any_of(headers.begin(), headers.end(), [&name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

ScriptedProvider::ScriptedProvider(QObject *parent)
    : QObject(parent), m_server(std::make_unique<QTcpServer>())
{
    listen();
}

ScriptedProvider::ScriptedProvider(const TestCertificate &certificate, QObject *parent)
    : QObject(parent), m_tls(true)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate.certificate());
    configuration.setPrivateKey(certificate.privateKey());
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    m_server = std::move(server);
    listen();
}

ScriptedProvider::~ScriptedProvider()
{
    m_handler = {};
    kill();
}

void ScriptedProvider::listen()
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this,
            &ScriptedProvider::acceptConnections);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no free port on the loopback");
}

quint16 ScriptedProvider::port() const
{
    return m_server->serverPort();
}

QString ScriptedProvider::url(const QString &path) const
{
    return QStringLiteral("%1://127.0.0.1:%2%3")
        .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"))
        .arg(port())
        .arg(path);
}

void ScriptedProvider::reply(const ScriptedReply &reply)
{
    m_replies.push_back(reply);
}

void ScriptedProvider::setHandler(Handler handler)
{
    m_handler = std::move(handler);
}

int ScriptedProvider::openConnections() const
{
    return static_cast<int>(
        std::count_if(m_connections.begin(), m_connections.end(),
                      [](const auto &connection) { return connection && connection->isOpen(); }));
}

void ScriptedProvider::proceed()
{
    for (const auto &connection : m_connections) {
        if (connection)
            connection->proceed();
    }
}

void ScriptedProvider::kill()
{
    m_server->close();
    for (const auto &connection : m_connections)
        delete connection.data();
    m_connections.clear();
}

void ScriptedProvider::acceptConnections()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connectionCount;
        m_connections.emplace_back(new ScriptedConnection(*this, socket));
    }
}

ScriptedReply ScriptedProvider::answer(const RecordedRequest &request)
{
    const int index = static_cast<int>(m_requests.size());
    m_requests.push_back(request);
    ScriptedReply reply = ScriptedReply::json(500, R"({"error":{"message":"nothing scripted"}})");
    if (m_handler)
        reply = m_handler(request, index);
    else if (!m_replies.empty())
        reply = m_replies[std::min(m_replies.size() - 1, static_cast<std::size_t>(index))];
    Q_EMIT requestReceived(index);
    return reply;
}

} // namespace ponder
