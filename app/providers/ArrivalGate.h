#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QNetworkReply;

namespace ponder {

/// Lets the bytes of a reply through together where they come in many small pieces. To be woken
/// costs two threads about 70 µs each, several times what a piece of an answer costs to decode; at
/// 300 pieces a second that is an eighth of all that a streaming answer takes.
///
/// The read buffer of the reply is the gate. While it has room for one byte only, what arrives
/// stays with Qt's network thread and nobody here is woken. What comes alone passes at once, and so
/// does what comes compressed.
class ArrivalGate : public QObject
{
    Q_OBJECT

public:
    explicit ArrivalGate(QObject *parent = nullptr);

    /// From now on arrived() follows the bytes of this reply, whose request has only just been
    /// sent: at most about each `intervalMs` (more often while much comes), or with 0 as they come.
    void watch(QNetworkReply *reply, int intervalMs);
    /// Lets go of the reply. No signal follows.
    void release();

Q_SIGNALS:
    /// There are bytes; the receiver reads all of them, or there may be no further signal.
    void arrived();

private:
    void onReadyRead();
    void open();

    QPointer<QNetworkReply> m_reply;
    int m_intervalMs = 0;
    QElapsedTimer m_sinceArrival; ///< since bytes were let through
    QTimer m_shut;                ///< runs while the gate is shut
    bool m_restIsDue = false;     ///< the gate has opened; what was kept follows in a moment
    bool m_hadMuch = false;       ///< bytes come very fast
};

} // namespace ponder
