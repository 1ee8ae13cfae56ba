#include "ui/SpendingController.h"

#include "ui/ModelText.h"

#include <algorithm>

namespace ponder {

namespace {

/// Timers stand still while the computer sleeps, so the day is looked at more often than once.
constexpr qint64 kLongestWaitMs = 10 * 60 * 1000;

} // namespace

SpendingController::SpendingController(const ChatSessions &sessions, ConversationStore &store,
                                       const Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock)
{
    m_dayTimer.setSingleShot(true);
    connect(&m_dayTimer, &QTimer::timeout, this, &SpendingController::checkDay);
    connect(&sessions, &ChatSessions::answerFinished, this, &SpendingController::refresh);
}

QDate SpendingController::localDay() const
{
    return m_clock.now().toLocalTime().date();
}

void SpendingController::checkDay()
{
    if (m_day != localDay()) {
        refresh();
        return;
    }
    const qint64 left = m_clock.now().msecsTo(m_day.addDays(1).startOfDay());
    m_dayTimer.start(int(std::clamp<qint64>(left, 1, kLongestWaitMs)));
}

void SpendingController::refresh()
{
    m_day = localDay();
    checkDay();
    m_store.loadSpending(m_day.startOfDay(), m_day.addDays(1).startOfDay(), this,
                         [this, day = m_day](const Result<std::vector<Cost>> &costs) {
                             if (day != m_day)
                                 return; // a later question is on its way
                             const QString today = costs ? costsText(*costs) : QString();
                             if (m_today == today)
                                 return;
                             m_today = today;
                             Q_EMIT changed();
                         });
}

} // namespace ponder
