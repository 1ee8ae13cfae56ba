#include "math/MathTypesetter.h"

#include "math/MathWorker.h"

#include <algorithm>

namespace ponder {

namespace {

/// A formula has some 10 KB of outlines.
constexpr qsizetype kCacheBytes = 16 << 20;
/// Qt's JavaScript engine recurses deeply on nested formulas.
constexpr uint kStackBytes = 16 << 20;

} // namespace

MathTypesetter::MathTypesetter(QObject *parent)
    : QObject(parent), m_worker(new MathWorker), m_known(kCacheBytes)
{
    qRegisterMetaType<MathKey>();
    qRegisterMetaType<MathPicture>();
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &MathWorker::done, this, &MathTypesetter::store);
    connect(m_worker, &MathWorker::unloaded, this, &MathTypesetter::unloaded);
    m_thread.setObjectName(QStringLiteral("math"));
    m_thread.setStackSize(kStackBytes);
}

MathTypesetter::~MathTypesetter()
{
    m_thread.quit();
    m_thread.wait();
    if (!m_thread.isFinished())
        delete m_worker; // the thread was never needed
}

const MathPicture *MathTypesetter::picture(const MathKey &key)
{
    if (const MathPicture *known = m_known.object(key))
        return known;
    if (!m_asked.contains(key)) {
        m_asked.insert(key);
        if (!m_thread.isRunning())
            m_thread.start(QThread::LowPriority);
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, key] { worker->typeset(key); }, Qt::QueuedConnection);
    }
    return nullptr;
}

void MathTypesetter::setIdleMs(int ms)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, ms] { worker->setIdleMs(ms); }, Qt::QueuedConnection);
}

void MathTypesetter::store(const MathKey &key, const MathPicture &picture)
{
    m_asked.remove(key);
    const qsizetype cost = picture.size() + key.source.size() * 2;
    m_known.insert(key, new MathPicture(picture), std::min(cost, kCacheBytes));
    Q_EMIT ready(key);
}

} // namespace ponder
