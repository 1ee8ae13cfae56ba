#include "ui/TranscriptModel.h"

namespace ponder {

TranscriptModel::TranscriptModel(const Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_clock(clock)
{
}

TranscriptModel::~TranscriptModel() = default;

void TranscriptModel::setSession(ChatSession *session)
{
    m_session = session;
}

void TranscriptModel::setShowThinking(const QString &) {}

void TranscriptModel::setBillingUrls(std::function<QString(const QString &)>) {}

void TranscriptModel::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    Q_EMIT followingChanged();
}

int TranscriptModel::rowCount(const QModelIndex &) const
{
    return 0;
}

QVariant TranscriptModel::data(const QModelIndex &, int) const
{
    return {};
}

QHash<int, QByteArray> TranscriptModel::roleNames() const
{
    return QAbstractListModel::roleNames();
}

} // namespace ponder
