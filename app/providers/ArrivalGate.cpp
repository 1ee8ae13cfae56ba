#include "providers/ArrivalGate.h"

#include <QNetworkReply>

namespace ponder {

namespace {

/// Never 0: without a limit Qt stops counting what it handed over.
constexpr qint64 kOpenBytes = 1024 * 1024;
constexpr qint64 kShutBytes = 1;
/// So many bytes at once are long to decode and to lay out: the next come sooner.
constexpr qint64 kMuch = 8 * 1024;
constexpr int kSooner = 3;

} // namespace

ArrivalGate::ArrivalGate(QObject *parent) : QObject(parent)
{
    m_shut.setSingleShot(true);
    m_shut.setTimerType(Qt::PreciseTimer);
    connect(&m_shut, &QTimer::timeout, this, &ArrivalGate::open);
}

void ArrivalGate::watch(QNetworkReply *reply, int intervalMs)
{
    release();
    m_reply = reply;
    m_intervalMs = intervalMs;
    connect(reply, &QNetworkReply::readyRead, this, &ArrivalGate::onReadyRead);
    if (intervalMs > 0)
        reply->setReadBufferSize(kOpenBytes);
}

void ArrivalGate::release()
{
    if (m_reply)
        m_reply->disconnect(this);
    m_reply = nullptr;
    m_shut.stop();
    m_sinceArrival.invalidate();
    m_restIsDue = false;
    m_hadMuch = false;
}

void ArrivalGate::onReadyRead()
{
    if (m_shut.isActive())
        return; // the byte there was room for
    if (m_intervalMs > 0 && m_reply->hasRawHeader("Content-Encoding")) {
        // Qt's account of the bytes it unpacks is not exact enough to hold some back.
        m_intervalMs = 0;
        m_reply->setReadBufferSize(0);
    }
    if (!std::exchange(m_restIsDue, false) && m_sinceArrival.isValid()) {
        const qint64 interval = m_hadMuch ? m_intervalMs / kSooner : m_intervalMs;
        const qint64 left = interval - m_sinceArrival.elapsed();
        if (left > 0) {
            m_reply->setReadBufferSize(kShutBytes);
            m_shut.start(int(left));
            return;
        }
    }
    m_hadMuch = m_reply->bytesAvailable() > kMuch;
    m_sinceArrival.start();
    Q_EMIT arrived();
}

void ArrivalGate::open()
{
    m_reply->setReadBufferSize(kOpenBytes);
    m_restIsDue = true;
    m_sinceArrival.start();
    // Reading makes room, and that is what calls for the rest.
    Q_EMIT arrived();
}

} // namespace ponder
