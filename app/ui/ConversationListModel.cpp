#include "ui/ConversationListModel.h"

#include "ui/ConversationCopy.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ponder {

ConversationListModel::ConversationListModel(ChatSessions &sessions, ConversationStore &store,
                                             const Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_sessions(sessions), m_store(store), m_clock(clock),
      m_groups(clock.now().toLocalTime().date())
{
    m_undoTimer.setSingleShot(true);
    m_undoTimer.setInterval(undoMs);
    connect(&m_undoTimer, &QTimer::timeout, this, &ConversationListModel::forgetUndo);
    m_midnightTimer.setSingleShot(true);
    m_midnightTimer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_midnightTimer, &QTimer::timeout, this, [this] {
        checkDate();
        armMidnight();
    });
    armMidnight();
    connect(&m_sessions, &ChatSessions::summaryChanged, this, &ConversationListModel::onSummary);
    connect(&m_sessions, &ChatSessions::busyChanged, this, &ConversationListModel::onBusy);
    connect(&m_sessions, &ChatSessions::answerFinished, this,
            &ConversationListModel::onAnswerFinished);
}

ConversationListModel::~ConversationListModel()
{
    if (m_deleted)
        m_store.remove(m_deleted->summary.id);
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConversationRow &row = m_rows[std::size_t(index.row())];
    const auto entry = m_all.constFind(row.id);
    if (entry == m_all.cend())
        return {};
    switch (role) {
    case ConversationIdRole:
        return row.id;
    case Qt::DisplayRole:
    case TitleRole:
        return entry->summary.title.isEmpty() ? tr("New chat") : entry->summary.title;
    case GroupRole:
        return m_groups.name(row.group);
    case PinnedRole:
        return entry->summary.pinned;
    case BusyRole:
        return entry->busy;
    case UnreadRole:
        return entry->unread;
    case CurrentRole:
        return row.id == m_currentId;
    default:
        return {};
    }
}

QHash<int, QByteArray> ConversationListModel::roleNames() const
{
    return {{ConversationIdRole, "conversationId"},
            {TitleRole, "title"},
            {GroupRole, "group"},
            {PinnedRole, "pinned"},
            {BusyRole, "busy"},
            {UnreadRole, "unread"},
            {CurrentRole, "current"}};
}

void ConversationListModel::reload()
{
    m_store.loadSummaries(this, [this](Result<std::vector<ConversationSummary>> loaded) {
        if (!loaded) {
            Q_EMIT loadFailed(loaded.error());
            return;
        }
        for (const ConversationSummary &summary : loaded.value()) {
            // What is open is newer than what was read.
            if (m_all.contains(summary.id) || (m_deleted && m_deleted->summary.id == summary.id))
                continue;
            m_all.insert(summary.id, {summary, false, false});
        }
        beginResetModel();
        m_rows = wantedRows();
        indexRows();
        endResetModel();
        m_loaded = true;
        Q_EMIT countChanged();
        Q_EMIT loadedChanged();
        Q_EMIT currentChanged();
    });
}

void ConversationListModel::retranslate(bool chinese)
{
    m_groups.setLocale(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                               : QLocale(QLocale::English));
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(count() - 1), {TitleRole, GroupRole});
}

void ConversationListModel::setFilter(const QString &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    arrange();
    Q_EMIT filterChanged();
}

void ConversationListModel::setCurrentId(const QString &id)
{
    if (m_currentId == id)
        return;
    const QString former = m_currentId;
    m_currentId = id;
    if (const auto entry = m_all.find(id); entry != m_all.end())
        entry->unread = false;
    notify(former, {CurrentRole});
    notify(id, {CurrentRole, UnreadRole});
    Q_EMIT currentChanged();
}

QString ConversationListModel::undoTitle() const
{
    return m_deleted ? m_deleted->summary.title : QString();
}

int ConversationListModel::rowOf(const QString &id) const
{
    return m_rowOf.value(id, -1);
}

QString ConversationListModel::idAt(int row) const
{
    return row >= 0 && row < count() ? m_rows[std::size_t(row)].id : QString();
}

QString ConversationListModel::titleOf(const QString &id) const
{
    return m_all.value(id).summary.title;
}

bool ConversationListModel::isPinned(const QString &id) const
{
    return m_all.value(id).summary.pinned;
}

void ConversationListModel::withSession(const QString &id, std::function<void(ChatSession &)> act)
{
    m_sessions.open(id, this, [this, act = std::move(act)](Result<ChatSession *> opened) {
        opened ? act(*opened.value()) : Q_EMIT loadFailed(opened.error());
    });
}

void ConversationListModel::rename(const QString &id, const QString &title)
{
    const QString name = title.simplified();
    const auto entry = m_all.find(id);
    if (entry == m_all.end() || name.isEmpty() || entry->summary.title == name)
        return;
    entry->summary.title = name; // at once; the session confirms it
    notify(id, {TitleRole});
    withSession(id, [name](ChatSession &session) { session.rename(name); });
}

void ConversationListModel::setPinned(const QString &id, bool pinned)
{
    const auto entry = m_all.find(id);
    if (entry == m_all.end() || entry->summary.pinned == pinned)
        return;
    entry->summary.pinned = pinned;
    notify(id, {PinnedRole});
    arrange();
    withSession(id, [pinned](ChatSession &session) { session.setPinned(pinned); });
}

void ConversationListModel::remove(const QString &id)
{
    const auto entry = m_all.constFind(id);
    if (entry == m_all.cend())
        return;
    forgetUndo();
    if (ChatSession *session = m_sessions.find(id))
        session->stop();
    const int row = rowOf(id);
    const QString next = idAt(row + 1).isEmpty() ? idAt(row - 1) : idAt(row + 1);
    m_deleted = *entry;
    m_all.erase(entry);
    arrange();
    m_undoTimer.start();
    Q_EMIT undoChanged();
    Q_EMIT removed(id, row < 0 ? QString() : next);
}

void ConversationListModel::undoRemove()
{
    if (!m_deleted)
        return;
    m_undoTimer.stop();
    const Entry entry = *m_deleted;
    m_deleted.reset();
    m_all.insert(entry.summary.id, {entry.summary, false, false});
    arrange();
    Q_EMIT undoChanged();
    Q_EMIT restored(entry.summary.id);
}

void ConversationListModel::forgetUndo()
{
    if (!m_deleted)
        return;
    m_undoTimer.stop();
    const QString id = m_deleted->summary.id;
    m_deleted.reset();
    m_sessions.close(id);
    m_store.remove(id);
    Q_EMIT undoChanged();
}

void ConversationListModel::duplicate(const QString &id)
{
    withSession(id, [this](ChatSession &session) { saveCopy(session.conversation()); });
}

void ConversationListModel::saveCopy(const Conversation &original)
{
    const Conversation copy =
        copyOf(original, tr("%1 (copy)").arg(original.summary.title), m_clock.now());
    m_store.saveConversation(copy);
    for (const QString &messageId : copy.allIds())
        m_store.saveMessage(copy.summary.id, *copy.message(messageId));
    onSummary(copy.summary);
    Q_EMIT duplicated(copy.summary.id);
}

void ConversationListModel::onSummary(const ConversationSummary &summary)
{
    if (m_deleted && m_deleted->summary.id == summary.id) {
        m_deleted->summary = summary; // an answer that was being stopped
        return;
    }
    Entry &entry = m_all[summary.id];
    const bool wasKnown = !entry.summary.id.isEmpty();
    const ConversationSummary before = std::exchange(entry.summary, summary);
    if (!wasKnown || before.updatedAt != summary.updatedAt || before.pinned != summary.pinned ||
        !m_filter.isEmpty())
        arrange();
    if (wasKnown && before != summary)
        notify(summary.id, {TitleRole, PinnedRole});
}

void ConversationListModel::onBusy(const QString &id, bool busy)
{
    const auto entry = m_all.find(id);
    if (entry == m_all.end() || entry->busy == busy)
        return;
    entry->busy = busy;
    notify(id, {BusyRole});
}

void ConversationListModel::onAnswerFinished(const QString &id)
{
    const auto entry = m_all.find(id);
    if (entry == m_all.end() || id == m_currentId || entry->unread)
        return;
    entry->unread = true;
    notify(id, {UnreadRole});
}

void ConversationListModel::notify(const QString &id, const QList<int> &roles)
{
    const int row = rowOf(id);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row), roles);
}

void ConversationListModel::armMidnight()
{
    // Timers stand still while the computer sleeps: look at the date once an hour at least.
    const QDateTime now = m_clock.now().toLocalTime();
    const qint64 untilMidnight = now.msecsTo(QDateTime(now.date().addDays(1), QTime(0, 0)));
    m_midnightTimer.start(int(std::clamp<qint64>(untilMidnight + 1'000, 1'000, 3'600'000)));
}

void ConversationListModel::checkDate()
{
    const QDate today = m_clock.now().toLocalTime().date();
    if (today == m_groups.today())
        return;
    m_groups.setToday(today);
    arrange();
}

bool ConversationListModel::matches(const ConversationSummary &summary) const
{
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(), [&](const QString &word) {
        return summary.title.contains(word, Qt::CaseInsensitive);
    });
}

ConversationRows ConversationListModel::wantedRows() const
{
    struct Keyed
    {
        int group;
        qint64 at;
        const QString *id;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(std::size_t(m_all.size()));
    for (const Entry &entry : m_all) {
        if (matches(entry.summary))
            keyed.push_back({m_groups.of(entry.summary),
                             entry.summary.updatedAt.toMSecsSinceEpoch(), &entry.summary.id});
    }
    std::sort(keyed.begin(), keyed.end(), [](const Keyed &a, const Keyed &b) {
        if (a.group != b.group)
            return a.group < b.group;
        return a.at != b.at ? a.at > b.at : *a.id > *b.id;
    });
    ConversationRows rows;
    rows.reserve(keyed.size());
    for (const Keyed &key : keyed)
        rows.push_back({*key.id, key.group});
    return rows;
}

void ConversationListModel::indexRows()
{
    m_rowOf.clear();
    m_rowOf.reserve(qsizetype(m_rows.size()));
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rowOf.insert(m_rows[i].id, int(i));
}

void ConversationListModel::arrange()
{
    const int before = count();
    const int totalBefore = int(m_lastTotal);
    const int currentBefore = currentRow();
    moveTo(wantedRows());
    m_lastTotal = m_all.size();
    if (count() != before || total() != totalBefore)
        Q_EMIT countChanged();
    if (currentRow() != currentBefore)
        Q_EMIT currentChanged();
}

void ConversationListModel::moveTo(ConversationRows wanted)
{
    const RowChange change = rowChange(m_rows, wanted);
    const auto take = [&] {
        m_rows = std::move(wanted);
        indexRows();
    };
    switch (change.kind) {
    case RowChange::Kind::None:
        return;
    case RowChange::Kind::Move:
        beginMoveRows({}, change.from, change.from, {}, change.to);
        take();
        endMoveRows();
        break;
    case RowChange::Kind::Regroup:
        take();
        break;
    case RowChange::Kind::Replace:
        if (change.oldCount > 0) {
            beginRemoveRows({}, change.first, change.first + change.oldCount - 1);
            const auto begin = m_rows.begin() + change.first;
            m_rows.erase(begin, begin + change.oldCount);
            indexRows();
            endRemoveRows();
        }
        if (change.newCount > 0) {
            beginInsertRows({}, change.first, change.first + change.newCount - 1);
            take();
            endInsertRows();
        }
        return;
    }
    Q_EMIT dataChanged(index(change.first), index(change.first + change.newCount - 1), {GroupRole});
}

} // namespace ponder
