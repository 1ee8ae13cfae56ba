#include "SingleInstance.h"

#include "base/Logging.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QLocalSocket>
#include <QStandardPaths>

namespace ponder {

namespace {

constexpr int kHandOverMs = 1000;
constexpr qint64 kLargestMessage = 1 << 20;

} // namespace

SingleInstance::SingleInstance(const QString &dataDir, QObject *parent) : QObject(parent)
{
    const QByteArray hash =
        QCryptographicHash::hash(dataDir.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (folder.isEmpty())
        folder = dataDir;
    m_name = folder + QStringLiteral("/ponder-") + QString::fromLatin1(hash);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

bool SingleInstance::handOver(const QStringList &files)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kHandOverMs))
        return false;
    QByteArray message;
    QDataStream stream(&message, QIODevice::WriteOnly);
    stream << files;
    socket.write(message);
    // The other side closes once it has read everything: only then was the start handed over.
    return socket.waitForBytesWritten(kHandOverMs) && socket.waitForDisconnected(kHandOverMs);
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_name); // what a killed process left behind
    if (!m_server.listen(m_name))
        qCWarning(lcUi) << "later starts cannot be handed over:" << m_server.errorString();
}

void SingleInstance::receive()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            QDataStream stream(socket);
            stream.startTransaction();
            QStringList files;
            stream >> files;
            if (stream.commitTransaction()) {
                socket->disconnectFromServer();
                Q_EMIT activated(files);
            } else if (socket->bytesAvailable() > kLargestMessage) {
                socket->abort();
            }
        });
    }
}

} // namespace ponder
