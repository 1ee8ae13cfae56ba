#include "chat/Conversation.h"

#include <algorithm>

namespace ponder {

const Message *Conversation::message(const QString &id) const
{
    const auto found = m_messages.constFind(id);
    return found == m_messages.constEnd() ? nullptr : &*found;
}

Message *Conversation::message(const QString &id)
{
    const auto found = m_messages.find(id);
    return found == m_messages.end() ? nullptr : &*found;
}

QStringList Conversation::children(const QString &parentId) const
{
    return m_children.value(parentId);
}

QStringList Conversation::siblings(const QString &id) const
{
    const Message *found = message(id);
    return found ? children(found->parentId) : QStringList();
}

QStringList Conversation::activePath() const
{
    return pathTo(leafId);
}

QStringList Conversation::pathTo(const QString &id) const
{
    QStringList path;
    // A damaged database could hold a cycle; the length bounds the walk.
    for (const Message *at = message(id); at && path.size() <= m_messages.size();
         at = message(at->parentId))
        path.append(at->id);
    std::reverse(path.begin(), path.end());
    return path;
}

QString Conversation::newestLeafBelow(const QString &id) const
{
    QString leaf = id;
    for (qsizetype step = 0; step < m_messages.size(); ++step) {
        const QStringList below = children(leaf);
        if (below.isEmpty())
            break;
        leaf = below.constLast();
    }
    return leaf;
}

QStringList Conversation::allIds() const
{
    QStringList ids;
    ids.reserve(m_messages.size());
    QStringList frontier = children(QString());
    while (!frontier.isEmpty() && ids.size() < m_messages.size()) {
        QStringList next;
        for (const QString &id : std::as_const(frontier)) {
            ids.append(id);
            next += children(id);
        }
        frontier = std::move(next);
    }
    return ids;
}

void Conversation::insert(Message message)
{
    const QString id = message.id;
    QStringList &siblings = m_children[message.parentId];
    if (!siblings.contains(id))
        siblings.append(id);
    m_messages.insert(id, std::move(message));
}

} // namespace ponder
