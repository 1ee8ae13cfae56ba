// Long because a session, its rows and what the view asks of them are kept in step here.
#include "ui/TranscriptModel.h"

#include "ui/RowPatch.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ponder {

namespace {

/// The least time between two updates, in milliseconds, however fast text comes.
constexpr int kShortestInterval = 16;
/// So much new text is shown without waiting for the interval: many small steps keep each frame
/// short where one large step would not.
constexpr qsizetype kAtOnce = 120;
/// Until the next update when one did not read all lines (see SegmentText), at most.
constexpr int kCatchUpInterval = 40;
/// Messages of a branch that is switched to; those further up wait until the view comes near.
constexpr qsizetype kReadAtOnce = 12;
/// Neighbours of a wanted message that are read with it.
constexpr int kFillAround = 5;

} // namespace

TranscriptModel::TranscriptModel(const Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_builder(clock)
{
    m_updateTimer.setSingleShot(true);
    m_updateTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_updateTimer, &QTimer::timeout, this, &TranscriptModel::flush);
    m_fillTimer.setSingleShot(true);
    connect(&m_fillTimer, &QTimer::timeout, this, &TranscriptModel::fillWanted);
    m_tickTimer.setInterval(1000);
    connect(&m_tickTimer, &QTimer::timeout, this, &TranscriptModel::tick);
}

TranscriptModel::~TranscriptModel() = default;

void TranscriptModel::setSession(ChatSession *session)
{
    if (m_session == session)
        return;
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    beginResetModel();
    load();
    endResetModel();
    updateTicking();
    updateSticky();
    if (!session)
        return;
    connect(session, &ChatSession::pathChanged, this, [this] {
        m_pathDirty = true;
        schedule(m_updateInterval);
    });
    connect(session, &ChatSession::segmentsChanged, this, [this](const QString &id) {
        m_grown.insert(id);
        schedule(grownLength(id) >= m_grownLength + kAtOnce ? kShortestInterval : m_updateInterval);
    });
    connect(session, &ChatSession::messageChanged, this, [this](const QString &id) {
        m_changed.insert(id);
        schedule(m_updateInterval);
    });
    connect(session, &ChatSession::statusChanged, this, [this] {
        m_changed.insert(m_session->streamingMessageId());
        schedule(m_updateInterval);
    });
    connect(session, &QObject::destroyed, this, [this] {
        beginResetModel();
        load();
        endResetModel();
    });
}

void TranscriptModel::setShowThinking(const QString &value)
{
    m_builder.panels.setShow(value == "always"_L1  ? ThinkingPanels::Show::Always
                             : value == "never"_L1 ? ThinkingPanels::Show::Never
                                                   : ThinkingPanels::Show::WhileRunning);
    m_allDirty = true;
    schedule(m_updateInterval);
}

void TranscriptModel::setBillingUrls(std::function<QString(const QString &)> lookup)
{
    m_builder.billingUrls = std::move(lookup);
}

void TranscriptModel::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    Q_EMIT followingChanged();
}

void TranscriptModel::setEditText(const QString &text)
{
    if (m_editText == text)
        return;
    m_editText = text;
    Q_EMIT editTextChanged();
}

// ---- keeping up with the session

void TranscriptModel::schedule(int interval)
{
    if (m_updateTimer.isActive() && m_updateTimer.interval() <= interval)
        return;
    const qint64 since = m_sinceUpdate.isValid() ? m_sinceUpdate.elapsed() : interval;
    m_updateTimer.start(int(std::max<qint64>(0, interval - since)));
}

/// Characters of the part of a message that grows.
qsizetype TranscriptModel::grownLength(const QString &id) const
{
    const Message *message = m_builder.message(id);
    return message && !message->segments.empty() ? message->segments.back().text.size() : 0;
}

void TranscriptModel::flush()
{
    m_sinceUpdate.start();
    m_updateTimer.stop();
    if (!m_session)
        return;
    QElapsedTimer took;
    took.start();
    if (std::exchange(m_pathDirty, false))
        syncPath();
    const QSet<QString> changed = std::exchange(m_changed, {});
    const QSet<QString> grown = std::exchange(m_grown, {});
    const qsizetype before =
        std::exchange(m_grownLength, grownLength(m_session->streamingMessageId()));
    if (std::exchange(m_allDirty, false)) {
        for (size_t i = 0; i < m_entries.all.size(); ++i)
            updateEntry(i, true);
    } else {
        for (const QString &id : changed + grown) {
            if (const int entry = m_entries.of(id); entry >= 0)
                updateEntry(size_t(entry), changed.contains(id));
        }
    }
    updateTicking();
    updateSticky();
    Q_EMIT updated();
    Q_EMIT updateMeasured(double(took.nsecsElapsed()) / 1e6,
                          std::max<qsizetype>(0, m_grownLength - before));
}

void TranscriptModel::load()
{
    m_builder.setSession(m_session);
    m_grown.clear();
    m_changed.clear();
    m_wanted.clear();
    m_pathDirty = m_allDirty = false;
    m_updateTimer.stop();
    m_entries.all.clear();
    if (m_session)
        m_entries.all = m_builder.open(m_session->conversation().activePath());
    m_entries.renumber(0);
}

/// The shown branch is another one: what both have in common stays as it is.
void TranscriptModel::syncPath()
{
    const QStringList path = m_session->conversation().activePath();
    size_t same = 0;
    while (same < m_entries.all.size() && same < size_t(path.size()) &&
           m_entries.all[same].id == path[qsizetype(same)])
        ++same;
    if (same < m_entries.all.size()) {
        beginRemoveRows({}, m_entries.all[same].firstRow, m_entries.rowCount() - 1);
        m_entries.all.resize(same);
        m_entries.renumber(same);
        endRemoveRows();
    }
    const QString formerLast = m_builder.lastAnswer;
    m_builder.noteLastAnswer(path);
    if (const int entry = m_entries.of(formerLast);
        entry >= 0 && formerLast != m_builder.lastAnswer)
        updateEntry(size_t(entry), true);
    std::vector<TranscriptEntry> added;
    int rows = 0;
    for (qsizetype i = qsizetype(same); i < path.size(); ++i) {
        added.push_back(m_builder.make(path[i], path.size() - i > kReadAtOnce));
        rows += int(added.back().rows.size());
    }
    if (rows > 0)
        beginInsertRows({}, m_entries.rowCount(), m_entries.rowCount() + rows - 1);
    std::move(added.begin(), added.end(), std::back_inserter(m_entries.all));
    m_entries.renumber(same);
    if (rows > 0)
        endInsertRows();
}

void TranscriptModel::updateEntry(size_t index, bool rebuild)
{
    if (auto update = m_builder.refresh(m_entries.all[index], rebuild, m_following))
        replaceRows(index, update->first, std::move(update->rows));
    if (m_entries.all[index].builder.isBehind()) {
        m_grown.insert(m_entries.all[index].id);
        schedule(std::min(m_updateInterval, kCatchUpInterval));
    }
}

/// Turns the rows of an entry from `first` on into `fresh` in the fewest steps.
void TranscriptModel::replaceRows(size_t index, size_t first, RowContents fresh)
{
    TranscriptEntry &entry = m_entries.all[index];
    RowContents &rows = entry.rows;
    const RowPatch patch = RowPatch::between(rows, first, fresh);
    const auto at = std::ptrdiff_t(patch.at);
    const int row = entry.firstRow + int(patch.at);
    if (patch.gone > 0) {
        beginRemoveRows({}, row, row + int(patch.gone) - 1);
        rows.erase(rows.begin() + at, rows.begin() + at + std::ptrdiff_t(patch.gone));
        m_entries.renumber(index);
        endRemoveRows();
    }
    if (patch.come > 0) {
        const auto begin = std::make_move_iterator(fresh.begin() + std::ptrdiff_t(patch.from));
        beginInsertRows({}, row, row + int(patch.come) - 1);
        rows.insert(rows.begin() + at, begin, begin + std::ptrdiff_t(patch.come));
        m_entries.renumber(index);
        endInsertRows();
    }
    for (const auto *changed : {&patch.changedBefore, &patch.changedAfter}) {
        for (const size_t i : *changed) {
            rows[i] = std::move(fresh[i - first]);
            const QModelIndex where = this->index(entry.firstRow + int(i));
            Q_EMIT dataChanged(where, where, {ContentRole});
        }
    }
    const int below = row + int(patch.come);
    if (patch.gone + patch.come > 0 && below < m_entries.rowCount())
        Q_EMIT dataChanged(this->index(below), this->index(below),
                           {GapRole, JoinedRole, OpensMessageRole});
}

// ---- what the view asks for

void TranscriptModel::toggleThinking(const QString &messageId, int panel)
{
    const Message *source = m_builder.message(messageId);
    const int entry = m_entries.of(messageId);
    if (!source || entry < 0 || panel < 0 || panel >= int(source->segments.size()))
        return;
    const bool open = !m_builder.isPanelOpen(messageId, panel);
    m_builder.panels.choose(*source, panel, open);
    m_entries.all[size_t(entry)].thinkingOpen = open;
    m_session->setThinkingOpen(messageId, open);
    flush();
}

void TranscriptModel::toggleToolCall(const QString &messageId, const QString &callId)
{
    const int entry = m_entries.of(messageId);
    if (entry < 0)
        return;
    QSet<QString> &open = m_builder.openCalls[messageId];
    if (!open.remove(callId))
        open.insert(callId);
    updateEntry(size_t(entry), true);
}

void TranscriptModel::beginEdit(const QString &messageId)
{
    const Message *source = m_builder.message(messageId);
    if (!source || source->role != ponder::Role::User)
        return;
    endEdit();
    m_builder.editing = messageId;
    setEditText(source->text());
    m_changed.insert(messageId);
    flush();
}

void TranscriptModel::endEdit()
{
    if (m_builder.editing.isEmpty())
        return;
    m_changed.insert(std::exchange(m_builder.editing, {}));
    flush();
}

void TranscriptModel::fill(int row)
{
    if (row < 0 || row >= m_entries.rowCount())
        return;
    const int middle = m_entries.at(row);
    const int last = std::min(middle + kFillAround, int(m_entries.all.size()) - 1);
    for (int i = std::max(0, middle - kFillAround); i <= last; ++i) {
        if (m_entries.all[size_t(i)].pending)
            m_wanted.insert(m_entries.all[size_t(i)].id);
    }
    if (!m_wanted.isEmpty() && !m_fillTimer.isActive())
        m_fillTimer.start(0);
}

void TranscriptModel::fillWanted()
{
    const QSet<QString> wanted = std::exchange(m_wanted, {});
    for (const QString &id : wanted) {
        const int entry = m_entries.of(id);
        if (entry < 0 || !m_entries.all[size_t(entry)].pending)
            continue;
        m_entries.all[size_t(entry)].pending = false;
        updateEntry(size_t(entry), true);
    }
    updateSticky();
}

void TranscriptModel::reveal(const QString &messageId, int panel)
{
    const int entry = m_entries.of(messageId);
    if (entry >= 0 && std::exchange(m_entries.all[size_t(entry)].pending, false))
        updateEntry(size_t(entry), true);
    if (panel >= 0 && !m_builder.isPanelOpen(messageId, panel))
        toggleThinking(messageId, panel);
}

int TranscriptModel::rowOf(const QString &messageId) const
{
    const int entry = m_entries.of(messageId);
    return entry < 0 ? -1 : m_entries.all[size_t(entry)].firstRow;
}

int TranscriptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_entries.rowCount();
}

QVariant TranscriptModel::data(const QModelIndex &index, int role) const
{
    const int row = index.row();
    if (!index.isValid() || row < 0 || row >= m_entries.rowCount())
        return {};
    switch (role) {
    case RowTypeRole:
        return rowTypeName(m_entries.row(row));
    case ContentRole:
        return rowValue(m_entries.row(row));
    case MessageIdRole:
        return m_entries.idAt(row);
    case GapRole:
        return gapAbove(row > 0 ? &m_entries.row(row - 1) : nullptr, m_entries.row(row));
    case JoinedRole:
        return row > 0 ? joinedContainers(m_entries.row(row - 1), m_entries.row(row)) : -1;
    case OpensMessageRole:
        return m_entries.all[size_t(m_entries.at(row))].firstRow == row;
    default:
        return {};
    }
}

QHash<int, QByteArray> TranscriptModel::roleNames() const
{
    return {{RowTypeRole, "rowType"}, {ContentRole, "content"}, {MessageIdRole, "messageId"},
            {GapRole, "gap"},         {JoinedRole, "joined"},   {OpensMessageRole, "opensMessage"}};
}

// ---- time, and the header that sticks

void TranscriptModel::tick()
{
    if (m_session) {
        m_changed.insert(m_session->streamingMessageId());
        schedule(m_updateInterval);
    }
}

/// Only what shows a running time needs a clock.
void TranscriptModel::updateTicking()
{
    const auto phase = m_session ? m_session->status().phase : TurnStatus::Phase::Idle;
    const bool timed = phase != TurnStatus::Phase::Idle && phase != TurnStatus::Phase::Answering;
    if (timed != m_tickTimer.isActive())
        timed ? m_tickTimer.start() : m_tickTimer.stop();
}

void TranscriptModel::setTopRow(int row)
{
    if (m_topRow == row)
        return;
    m_topRow = row;
    fill(row);
    updateSticky();
    Q_EMIT topRowChanged();
}

QString TranscriptModel::stickyMessageId() const
{
    return m_stickyRow < 0 || m_stickyRow >= m_entries.rowCount() ? QString()
                                                                  : m_entries.idAt(m_stickyRow);
}

void TranscriptModel::updateSticky()
{
    int row = -1;
    if (m_topRow > 0 && m_topRow < m_entries.rowCount()) {
        const auto *block = std::get_if<BlockRow>(&m_entries.row(m_topRow));
        if (block && block->thinking) {
            row = m_topRow - 1;
            while (row >= 0 && !std::holds_alternative<ThinkingRow>(m_entries.row(row)))
                --row;
        }
    }
    const QVariant header = row >= 0 ? rowValue(m_entries.row(row)) : QVariant();
    const bool same = row == m_stickyRow && (row < 0 || m_stickyHeader.value<ThinkingRow>() ==
                                                            header.value<ThinkingRow>());
    if (same)
        return;
    m_stickyRow = row;
    m_stickyHeader = header;
    Q_EMIT stickyHeaderChanged();
}

} // namespace ponder
