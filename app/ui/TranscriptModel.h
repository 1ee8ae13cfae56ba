#pragma once

#include "base/Clock.h"
#include "chat/ChatSession.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace ponder {

/// The shown branch of one conversation as rows for the message list.
class TranscriptModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from ChatController")
    /// Whether the list follows the end of the text; set by the list, read by the thinking rule.
    Q_PROPERTY(bool following READ following WRITE setFollowing NOTIFY followingChanged)

public:
    /// `clock` is the one the sessions use: running times are counted from their marks.
    explicit TranscriptModel(const Clock &clock, QObject *parent = nullptr);
    ~TranscriptModel() override;

    /// Shows another conversation; null shows nothing.
    void setSession(ChatSession *session);
    /// The setting 'Show thinking': "whileRunning", "always" or "never".
    void setShowThinking(const QString &value);
    /// Where people add credit at a provider; "" where that is not known.
    void setBillingUrls(std::function<QString(const QString &providerId)> lookup);

    [[nodiscard]] bool following() const { return m_following; }
    void setFollowing(bool following);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void followingChanged();

private:
    const Clock &m_clock;
    QPointer<ChatSession> m_session;
    bool m_following = true;
};

} // namespace ponder
