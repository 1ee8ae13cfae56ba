#include "ui/ConversationGroups.h"

namespace ponder {

namespace {

enum Group { Pinned, Today, Yesterday, Week, Month };
// Months follow, newest first: the further back, the greater the number.
constexpr int kFirstMonth = 100;
constexpr int kFarMonth = 12 * 10'000;

int monthGroup(QDate date)
{
    return kFirstMonth + kFarMonth - (date.year() * 12 + date.month() - 1);
}

QDate monthOf(int group)
{
    const int months = kFirstMonth + kFarMonth - group;
    return {months / 12, months % 12 + 1, 1};
}

} // namespace

int ConversationGroups::of(const ConversationSummary &summary) const
{
    if (summary.pinned)
        return Pinned;
    const QDate date = summary.updatedAt.toLocalTime().date();
    const qint64 days = date.daysTo(m_today);
    if (days <= 0)
        return Today;
    if (days == 1)
        return Yesterday;
    if (days <= 7)
        return Week;
    if (days <= 30)
        return Month;
    return monthGroup(date);
}

QString ConversationGroups::name(int group) const
{
    switch (group) {
    case Pinned:
        return tr("Pinned");
    case Today:
        return tr("Today");
    case Yesterday:
        return tr("Yesterday");
    case Week:
        return tr("Previous 7 days");
    case Month:
        return tr("Previous 30 days");
    default:
        break;
    }
    const QDate month = monthOf(group);
    if (month.year() == m_today.year())
        return m_locale.standaloneMonthName(month.month());
    //: The heading of the chats of one month of another year, as a Qt date format.
    return m_locale.toString(month, tr("MMMM yyyy"));
}

} // namespace ponder
