#pragma once

#include "support/ScriptedProvider.h"

#include <QTimer>

class QTcpSocket;

namespace ponder {

/// One connection of a ScriptedProvider: reads requests, plays the steps of the replies.
class ScriptedConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes the socket over; is a child of the provider and goes with its connection.
    ScriptedConnection(ScriptedProvider &provider, QTcpSocket *socket);
    ~ScriptedConnection() override;

    [[nodiscard]] bool isOpen() const;
    /// Goes on if the reply is stalled.
    void proceed();

private:
    void readRequests();
    bool parseHead();
    bool parseBody();
    void begin(const ScriptedReply &reply);
    void nextStep();
    void sendPiece();
    void sendFlood();
    void onDisconnected();

    ScriptedProvider &m_provider;
    QTcpSocket *m_socket;
    QByteArray m_in;
    RecordedRequest m_request;
    bool m_headDone = false;
    bool m_replying = false;
    std::vector<ScriptedReply::Step> m_steps;
    std::size_t m_step = 0;
    qint64 m_sent = 0; ///< of the current step
    QTimer m_timer;
};

} // namespace ponder
