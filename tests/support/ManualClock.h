#pragma once

#include "base/Clock.h"

#include <QTimeZone>

namespace ponder {

/// A clock that stands still until a test moves it.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(QDateTime start = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5),
                                                     QTimeZone::utc()))
        : m_now(std::move(start))
    {}

    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] qint64 monotonicMs() const override { return m_monotonicMs; }

    void advance(qint64 ms)
    {
        m_now = m_now.addMSecs(ms);
        m_monotonicMs += ms;
    }
    /// Moves the wall clock alone, as a person or a time server does.
    void setNow(const QDateTime &now) { m_now = now; }

private:
    QDateTime m_now;
    qint64 m_monotonicMs = 1000;
};

} // namespace ponder
