#include "math/MathWorker.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace ponder {

namespace {

/// A stream of answers with formulas keeps the engine; reading quietly gives its memory back.
constexpr int kIdleMs = 5'000;

} // namespace

MathWorker::MathWorker() : m_idle(this)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    connect(&m_idle, &QTimer::timeout, this, &MathWorker::unload);
}

void MathWorker::typeset(const MathKey &key)
{
    Q_EMIT done(key, m_engine.typeset(key));
    m_engine.tidy();
    m_idle.start();
}

void MathWorker::setIdleMs(int ms)
{
    m_idle.setInterval(ms);
}

void MathWorker::unload()
{
    m_engine.unload();
#ifdef __GLIBC__
    malloc_trim(0); // the engine's many small objects leave their pages with the allocator
#endif
    Q_EMIT unloaded();
}

} // namespace ponder
