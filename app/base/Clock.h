#pragma once

#include <QDateTime>

namespace ponder {

/// Source of time. A port so that tests can move time by hand instead of waiting for it.
class Clock
{
public:
    virtual ~Clock() = default;

    [[nodiscard]] virtual QDateTime now() const = 0; ///< wall clock, UTC
    [[nodiscard]] virtual qint64
    monotonicMs() const = 0; ///< never goes back; only differences mean anything
};

/// The machine's own clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 monotonicMs() const override;
};

} // namespace ponder
