#include "support/ScriptedConnection.h"

#include <QTcpSocket>

#include <sys/socket.h>

namespace ponder {

namespace {

constexpr qint64 kFloodAhead = 1 << 20; ///< unread bytes a flood keeps in the socket

} // namespace

ScriptedConnection::ScriptedConnection(ScriptedProvider &provider, QTcpSocket *socket)
    : QObject(&provider), m_provider(provider), m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ScriptedConnection::nextStep);
    connect(m_socket, &QTcpSocket::readyRead, this, &ScriptedConnection::readRequests);
    connect(m_socket, &QTcpSocket::disconnected, this, &ScriptedConnection::onDisconnected);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this](qint64 count) {
        m_provider.m_bytesSent += count;
        sendFlood();
    });
    QMetaObject::invokeMethod(this, &ScriptedConnection::readRequests, Qt::QueuedConnection);
}

ScriptedConnection::~ScriptedConnection()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

bool ScriptedConnection::isOpen() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

void ScriptedConnection::proceed()
{
    if (m_replying && m_step < m_steps.size() &&
        m_steps[m_step].kind == ScriptedReply::Step::Kind::Stall) {
        ++m_step;
        nextStep();
    }
}

void ScriptedConnection::readRequests()
{
    m_in += m_socket->readAll();
    while (!m_replying) {
        if (!m_headDone && !parseHead())
            return;
        if (!parseBody())
            return;
        m_headDone = false;
        begin(m_provider.answer(std::exchange(m_request, {})));
    }
}

bool ScriptedConnection::parseHead()
{
    const qsizetype end = m_in.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = m_in.left(end).split('\n');
    m_in.remove(0, end + 4);
    const QList<QByteArray> words = lines.value(0).trimmed().split(' ');
    m_request = {words.value(0), words.value(1), {}, {}};
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        m_request.headers.append(
            {lines[i].left(colon).trimmed(), lines[i].mid(colon + 1).trimmed()});
    }
    m_headDone = true;
    return true;
}

bool ScriptedConnection::parseBody()
{
    const qsizetype length = m_request.header("Content-Length").toLongLong();
    if (m_in.size() < length)
        return false;
    m_request.body = m_in.left(length);
    m_in.remove(0, length);
    return true;
}

void ScriptedConnection::begin(const ScriptedReply &reply)
{
    m_replying = true;
    m_steps = reply.steps();
    m_step = 0;
    m_sent = 0;
    nextStep();
}

void ScriptedConnection::nextStep()
{
    while (m_replying && m_step < m_steps.size()) {
        const ScriptedReply::Step &step = m_steps[m_step];
        switch (step.kind) {
        case ScriptedReply::Step::Kind::Send:
            sendPiece();
            if (m_sent < step.bytes.size()) {
                m_timer.start(0);
                return;
            }
            break;
        case ScriptedReply::Step::Kind::Wait:
            ++m_step;
            m_timer.start(step.ms);
            return;
        case ScriptedReply::Step::Kind::Flood:
            sendFlood();
            return;
        case ScriptedReply::Step::Kind::Stall:
            return;
        case ScriptedReply::Step::Kind::Close:
            m_replying = false;
            m_socket->disconnectFromHost();
            return;
        case ScriptedReply::Step::Kind::Reset: {
            m_replying = false;
            m_socket->flush();
            // A linger time of 0 makes close() send RST instead of FIN.
            const linger cut{1, 0};
            ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER,
                         &cut, sizeof cut);
            m_socket->abort();
            return;
        }
        }
        ++m_step;
        m_sent = 0;
    }
    if (m_replying) {
        m_replying = false;
        QMetaObject::invokeMethod(this, &ScriptedConnection::readRequests, Qt::QueuedConnection);
    }
}

void ScriptedConnection::sendPiece()
{
    const ScriptedReply::Step &step = m_steps[m_step];
    const qint64 size = step.pieceSize > 0 ? step.pieceSize : step.bytes.size();
    const QByteArray piece = step.bytes.mid(m_sent, size);
    m_socket->write(piece);
    m_socket->flush();
    m_sent += piece.size();
}

void ScriptedConnection::sendFlood()
{
    if (!m_replying || m_step >= m_steps.size() ||
        m_steps[m_step].kind != ScriptedReply::Step::Kind::Flood)
        return;
    const ScriptedReply::Step &step = m_steps[m_step];
    while (m_sent < step.total && m_socket->bytesToWrite() < kFloodAhead) {
        const QByteArray piece =
            step.bytes.left(qMin<qint64>(step.bytes.size(), step.total - m_sent));
        m_socket->write(piece);
        m_sent += piece.size();
    }
    if (m_sent >= step.total && m_socket->bytesToWrite() == 0) {
        ++m_step;
        m_sent = 0;
        m_timer.start(0);
    }
}

void ScriptedConnection::onDisconnected()
{
    m_timer.stop();
    if (m_replying)
        ++m_provider.m_abandoned;
    m_replying = false;
    Q_EMIT m_provider.connectionClosed();
    deleteLater();
}

} // namespace ponder
