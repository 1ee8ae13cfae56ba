#pragma once

#include "base/Clock.h"
#include "chat/ChatSessions.h"
#include "chat/ConversationStore.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// What today's answers have cost so far, in all chats: the foot of the sidebar. Each currency
/// stands for itself; there is no conversion, because the rates of the day would have to be asked
/// of somebody. Asked of the store when an answer ends and when another day begins.
class SpendingController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from AppController")
    /// "¥0.42", "¥0.42 · $0.10"; "" where nothing is known
    Q_PROPERTY(QString today READ today NOTIFY changed)

public:
    SpendingController(const ChatSessions &sessions, ConversationStore &store, const Clock &clock,
                       QObject *parent = nullptr);

    [[nodiscard]] QString today() const { return m_today; }
    /// Asks for the sum of the day it is now. Call once the store may be read.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void checkDay();
    [[nodiscard]] QDate localDay() const;

    ConversationStore &m_store;
    const Clock &m_clock;
    QTimer m_dayTimer;
    QDate m_day;
    QString m_today;
};

} // namespace ponder
