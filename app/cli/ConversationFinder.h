#pragma once

#include "base/Result.h"
#include "chat/ConversationStore.h"

#include <QObject>

#include <functional>

namespace ponder::cli {

/// Finds a stored conversation by its id or the beginning of it.
class ConversationFinder : public QObject
{
    Q_OBJECT

public:
    explicit ConversationFinder(ConversationStore &store, QObject *parent = nullptr);

    /// A Usage error when none or several begin like this.
    void find(const QString &id, std::function<void(Result<ConversationSummary>)> done);
    /// The same, and loads it.
    void load(const QString &id, std::function<void(Result<Conversation>)> done);

private:
    ConversationStore &m_store;
};

} // namespace ponder::cli
