#include "ui/BranchPoints.h"

#include <algorithm>

namespace ponder {

namespace {

template <typename Predicate>
QString lastOnPath(const Conversation &conversation, Predicate matches)
{
    const QStringList path = conversation.activePath();
    const auto found = std::find_if(path.crbegin(), path.crend(), matches);
    return found == path.crend() ? QString() : *found;
}

} // namespace

QString lastMessageBy(const Conversation &conversation, Role role)
{
    return lastOnPath(conversation,
                      [&](const QString &id) { return conversation.message(id)->role == role; });
}

QString lastBranchPoint(const Conversation &conversation)
{
    return lastOnPath(conversation,
                      [&](const QString &id) { return conversation.siblings(id).size() > 1; });
}

} // namespace ponder
