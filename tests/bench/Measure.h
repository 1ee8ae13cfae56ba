#pragma once

#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <time.h>

namespace ponder::test {

/// Processor time of the calling thread in milliseconds: what other programs do does not count.
inline double threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// This process's share of the memory it uses; 0 where the system does not say.
inline double pssMegabytes()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').value(0).toDouble() / 1024;
    }
    return 0;
}

/// Lets the event loop run for a while.
inline void spin(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace ponder::test
