#pragma once

#include "base/Clock.h"
#include "chat/ChatSession.h"
#include "ui/ThinkingPanels.h"
#include "ui/TranscriptEntry.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace ponder {

/// Makes the entries of the message list from a session: what a message's rows depend on besides
/// the message is gathered here.
class TranscriptBuilder
{
public:
    explicit TranscriptBuilder(const Clock &clock) : m_clock(clock) {}

    ThinkingPanels panels;
    std::function<QString(const QString &providerId)> billingUrls;
    QString editing;                         ///< the prompt that is shown as a field
    QString lastAnswer;                      ///< of the shown branch
    QHash<QString, QSet<QString>> openCalls; ///< by message: tool calls whose details are shown

    void setSession(ChatSession *session);
    [[nodiscard]] const Message *message(const QString &id) const;
    void noteLastAnswer(const QStringList &path);

    /// All entries of the shown branch; only the end is read, older answers are pending.
    [[nodiscard]] std::vector<TranscriptEntry> open(const QStringList &path);
    [[nodiscard]] TranscriptEntry make(const QString &id, bool pending);
    /// What has become of an entry's message; nothing while it is pending. `rebuild`: more than its
    /// text may have changed. `following`: see ThinkingPanels::ended().
    [[nodiscard]] std::optional<MessageRows::Update> refresh(TranscriptEntry &entry, bool rebuild,
                                                             bool following);
    [[nodiscard]] bool isPanelOpen(const QString &messageId, int panel) const;

private:
    [[nodiscard]] RowsContext contextFor(const QString &id) const;

    const Clock &m_clock;
    QPointer<ChatSession> m_session;
};

} // namespace ponder
