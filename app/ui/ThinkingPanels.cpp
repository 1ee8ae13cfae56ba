#include "ui/ThinkingPanels.h"

namespace ponder {

bool ThinkingPanels::isOpen(const Message &message, int panel, bool running) const
{
    const Key key(message.id, panel);
    if (const auto choice = m_choices.constFind(key); choice != m_choices.constEnd())
        return *choice;
    if (message.thinkingOpen)
        return *message.thinkingOpen;
    switch (m_show) {
    case Show::Always:
        return true;
    case Show::Never:
        return false;
    case Show::WhileRunning:
        break;
    }
    return running || m_leftOpen.contains(key);
}

void ThinkingPanels::ended(const QString &messageId, int panel, bool answerStarted, bool following)
{
    if (!answerStarted || !following)
        m_leftOpen.insert(Key(messageId, panel));
}

void ThinkingPanels::choose(const Message &message, int panel, bool open)
{
    const bool streaming = message.state == MessageState::Streaming;
    for (int i = 0; i < int(message.segments.size()); ++i) {
        if (message.segments[size_t(i)].kind != Segment::Kind::Reasoning)
            continue;
        const bool running = streaming && i + 1 == int(message.segments.size());
        const bool now = i == panel ? open : isOpen(message, i, running);
        m_choices.insert(Key(message.id, i), now);
    }
}

void ThinkingPanels::forget(const QString &messageId)
{
    m_choices.removeIf([&](const auto &entry) { return entry.key().first == messageId; });
    m_leftOpen.removeIf([&](const Key &key) { return key.first == messageId; });
}

void ThinkingPanels::clear()
{
    m_choices.clear();
    m_leftOpen.clear();
}

} // namespace ponder
