#include "base/Id.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <atomic>

namespace ponder {

QString newId()
{
    // Two identifiers of the same millisecond still sort in the order they were made.
    static std::atomic<quint64> last{0};
    const auto ms = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
    quint64 previous = last.load();
    quint64 stamp = 0;
    do {
        stamp = std::max(ms << 12, previous + 1); // 48 bits of milliseconds, 12 bits of sequence
    } while (!last.compare_exchange_weak(previous, stamp));

    const quint64 random = QRandomGenerator::system()->generate64();
    const quint64 high = ((stamp >> 12) << 16) | 0x7000U | (stamp & 0xfffU);
    const quint64 low = (random & 0x3fffffffffffffffULL) | 0x8000000000000000ULL;
    const auto hex = [](quint64 value) {
        return QStringLiteral("%1").arg(value, 16, 16, QLatin1Char('0'));
    };
    const QString digits = hex(high) + hex(low);
    return digits.mid(0, 8) + QLatin1Char('-') + digits.mid(8, 4) + QLatin1Char('-') +
           digits.mid(12, 4) + QLatin1Char('-') + digits.mid(16, 4) + QLatin1Char('-') +
           digits.mid(20, 12);
}

} // namespace ponder
