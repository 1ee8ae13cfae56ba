#pragma once

#include "chat/Message.h"

#include <QHash>
#include <QPair>
#include <QSet>
#include <QString>

namespace ponder {

/// Which thinking panels are open. A panel is one reasoning segment of a message. The rule: what
/// the reader chose stays; else the setting decides; a panel that opened by itself closes by itself
/// when the answer starts, but only if the reader is following the end of the text.
class ThinkingPanels
{
public:
    enum class Show { WhileRunning, Always, Never };

    void setShow(Show show) { m_show = show; }
    [[nodiscard]] bool isOpen(const Message &message, int panel, bool running) const;

    /// The thinking of a panel ended. `answerStarted`: text or a tool call came after it.
    void ended(const QString &messageId, int panel, bool answerStarted, bool following);
    /// The reader opened or closed a panel; the other panels of the message stay as they are.
    void choose(const Message &message, int panel, bool open);
    /// Forgets choices for single panels; the message's own choice holds for all of them again.
    void forget(const QString &messageId);
    void clear();

private:
    using Key = QPair<QString, int>;

    Show m_show = Show::WhileRunning;
    QHash<Key, bool> m_choices;
    QSet<Key> m_leftOpen; ///< opened by themselves and not closed, because the reader was inside
};

} // namespace ponder
