#pragma once

#include "chat/Conversation.h"

#include <QCoreApplication>
#include <QLocale>

namespace ponder {

/// The headings of the sidebar: pinned, then by how many local days ago a chat was last used, then
/// by month. A group is a number that sorts in the order of the list.
class ConversationGroups
{
    Q_DECLARE_TR_FUNCTIONS(ConversationGroups)

public:
    explicit ConversationGroups(QDate today) : m_today(today) {}

    [[nodiscard]] QDate today() const { return m_today; }
    void setToday(QDate today) { m_today = today; }
    void setLocale(const QLocale &locale) { m_locale = locale; }

    [[nodiscard]] int of(const ConversationSummary &summary) const;
    [[nodiscard]] QString name(int group) const;

private:
    QDate m_today;
    QLocale m_locale{QLocale::English};
};

} // namespace ponder
