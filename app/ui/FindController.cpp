#include "ui/FindController.h"

#include "ui/FindText.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <utility>

namespace ponder {

namespace {

/// Searching between two turns of the event loop; well below a frame.
constexpr int kSliceMs = 5;
/// A growing answer is searched again this often.
constexpr int kGrowthMs = 200;

} // namespace

FindController::FindController(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FindController::work);
}

FindController::~FindController() = default;

void FindController::setTranscript(TranscriptModel *transcript)
{
    if (m_transcript == transcript)
        return;
    if (m_transcript)
        m_transcript->disconnect(this);
    m_transcript = transcript;
    if (transcript)
        connect(transcript, &QAbstractItemModel::modelReset, this, &FindController::follow);
    follow();
    Q_EMIT transcriptChanged();
}

/// Another conversation is shown.
void FindController::follow()
{
    if (m_session)
        m_session->disconnect(this);
    m_session = m_transcript ? m_transcript->session() : nullptr;
    m_entries.clear();
    clearCurrent();
    if (m_session) {
        connect(m_session, &ChatSession::pathChanged, this, &FindController::syncPath);
        connect(m_session, &ChatSession::segmentsChanged, this, &FindController::noteChange);
        connect(m_session, &ChatSession::messageChanged, this, &FindController::noteChange);
    }
    syncPath();
    searchAgain();
}

/// Another branch, or more messages: what is known of a message is kept.
void FindController::syncPath()
{
    QHash<QString, size_t> known;
    for (size_t i = 0; i < m_entries.size(); ++i)
        known.insert(m_entries[i].id, i);
    const QString current = m_currentEntry >= 0 ? m_entries[size_t(m_currentEntry)].id : QString();
    std::vector<Entry> entries;
    const QStringList path =
        m_session ? std::as_const(*m_session).conversation().activePath() : QStringList();
    for (const QString &id : path) {
        if (const auto at = known.constFind(id); at != known.constEnd())
            entries.push_back(std::move(m_entries[*at]));
        else
            entries.push_back({id, std::make_unique<FindMessage>()});
    }
    m_entries = std::move(entries);
    m_start = std::min(m_start, m_entries.empty() ? 0 : m_entries.size() - 1);
    if (!current.isEmpty()) {
        const auto at = path.indexOf(current);
        m_currentEntry = int(at);
        if (at < 0)
            clearCurrent();
    }
    schedule();
}

void FindController::noteChange(const QString &messageId)
{
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        if (entry->id != messageId)
            continue;
        entry->read = entry->counted = false;
        schedule(kGrowthMs);
        return;
    }
}

void FindController::setQuery(const QString &query)
{
    if (m_query == query)
        return;
    m_query = query;
    const QString needle = FindText::folded(query);
    const bool differs = needle != m_needle;
    m_needle = needle;
    if (differs)
        searchAgain();
    Q_EMIT queryChanged();
}

void FindController::searchAgain()
{
    for (Entry &entry : m_entries) {
        entry.counted = false;
        entry.count = 0;
    }
    // While one goes on typing, the search goes on from the same place.
    m_anchor = m_current;
    m_start = size_t(std::max(0, m_currentEntry >= 0 ? m_currentEntry : entryAtTop()));
    m_choosing = !m_needle.isEmpty();
    clearCurrent();
    schedule();
    updateResult();
}

int FindController::entryAtTop() const
{
    const int row = m_transcript ? m_transcript->topRow() : -1;
    if (row < 0 || row >= m_transcript->rowCount())
        return int(m_entries.size()) - 1;
    return m_transcript->entries().at(row);
}

void FindController::schedule(int delayMs)
{
    if (m_needle.isEmpty() || (m_timer.isActive() && m_timer.remainingTime() <= delayMs))
        return;
    m_timer.start(delayMs);
}

/// From the reader's place to the end, then upwards; −1 when all is done.
int FindController::nextUnfinished() const
{
    for (size_t i = m_start; i < m_entries.size(); ++i) {
        if (!m_entries[i].counted)
            return int(i);
    }
    for (size_t i = std::min(m_start, m_entries.size()); i-- > 0;) {
        if (!m_entries[i].counted)
            return int(i);
    }
    return -1;
}

void FindController::work()
{
    if (!m_session || m_needle.isEmpty())
        return;
    const QDeadlineTimer deadline(kSliceMs);
    int entry = nextUnfinished();
    // Entries are done in an order, so the next is found from the last one without a search.
    while (entry >= 0 && workOn(size_t(entry), deadline)) {
        if (deadline.hasExpired())
            break;
        const size_t after = size_t(entry) + 1;
        const bool down = size_t(entry) >= m_start;
        if (down && after < m_entries.size() && !m_entries[after].counted)
            entry = int(after);
        else if (!down && entry > 0 && !m_entries[size_t(entry) - 1].counted)
            --entry;
        else
            entry = nextUnfinished();
    }
    if (m_choosing)
        choose();
    if (nextUnfinished() >= 0)
        schedule();
    dropStaleCurrent();
    updateResult();
}

bool FindController::workOn(size_t index, const QDeadlineTimer &deadline)
{
    Entry &entry = m_entries[index];
    const Message *message = m_transcript->message(entry.id);
    if (message && !entry.read) {
        entry.read = entry.text->read(*message, deadline);
        if (!entry.read)
            return false;
    }
    entry.count = entry.text->count(m_needle);
    entry.counted = true;
    return true;
}

/// The first hit from the reader's place on, else the last one before it; waits until what comes
/// first has been searched.
void FindController::choose()
{
    for (size_t i = m_start; i < m_entries.size(); ++i) {
        if (!m_entries[i].counted)
            return;
        const int first = i == m_start ? firstAtStart() : 0;
        if (first < m_entries[i].count) {
            makeCurrent(i, first, true);
            return;
        }
    }
    for (size_t i = std::min(m_start + 1, m_entries.size()); i-- > 0;) {
        if (!m_entries[i].counted)
            return;
        if (m_entries[i].count > 0) {
            makeCurrent(i, m_entries[i].count - 1, true);
            return;
        }
    }
    m_choosing = false;
}

int FindController::firstAtStart() const
{
    const FindMessage &text = *m_entries[m_start].text;
    if (m_anchor)
        return text.indexFrom(m_needle, *m_anchor);
    const std::vector<TranscriptEntry> &shown = m_transcript->entries().all;
    if (m_start >= shown.size())
        return 0;
    return text.firstFrom(m_needle, shown[m_start].rows,
                          std::max(0, m_transcript->topRow() - shown[m_start].firstRow));
}

bool FindController::finds(const QString &text, const QString &needle) const
{
    return !needle.isEmpty() && FindText::folded(text).contains(needle);
}

// ---- the current hit

void FindController::step(int direction)
{
    if (m_count == 0)
        return;
    if (m_currentEntry < 0) {
        const auto some = std::find_if(m_entries.begin(), m_entries.end(),
                                       [](const Entry &entry) { return entry.count > 0; });
        makeCurrent(size_t(some - m_entries.begin()), 0, true);
        return;
    }
    auto entry = size_t(m_currentEntry);
    int index = m_currentIndex + direction;
    while (index < 0 || index >= m_entries[entry].count) {
        entry = direction > 0 ? (entry + 1) % m_entries.size()
                              : (entry + m_entries.size() - 1) % m_entries.size();
        if (m_entries[entry].count > 0)
            index = direction > 0 ? 0 : m_entries[entry].count - 1;
    }
    makeCurrent(entry, index, true);
}

void FindController::makeCurrent(size_t entry, int index, bool jump)
{
    m_choosing = false;
    m_current = m_entries[entry].text->hit(m_needle, index);
    if (!m_current)
        return;
    m_currentEntry = int(entry);
    m_currentIndex = index;
    if (jump)
        m_transcript->reveal(m_entries[entry].id, m_current->place.panel);
    updateResult();
    Q_EMIT currentChanged();
    if (const int row = current().row; jump && row >= 0)
        Q_EMIT jumped(row);
}

void FindController::clearCurrent()
{
    const bool had = m_current.has_value();
    m_current.reset();
    m_currentEntry = -1;
    if (had)
        Q_EMIT currentChanged();
}

/// What grew may read differently now: the end of a paragraph became a table.
void FindController::dropStaleCurrent()
{
    if (!m_current)
        return;
    const Entry &entry = m_entries[size_t(m_currentEntry)];
    if (!entry.counted || entry.text->hit(m_needle, m_currentIndex) == m_current)
        return;
    if (entry.count == 0)
        clearCurrent();
    else
        makeCurrent(size_t(m_currentEntry), std::min(m_currentIndex, entry.count - 1), false);
}

FindController::Current FindController::current() const
{
    if (!m_current || !m_transcript)
        return {};
    const int at = m_transcript->entries().of(m_entries[size_t(m_currentEntry)].id);
    if (at < 0)
        return {};
    const TranscriptEntry &entry = m_transcript->entries().all[size_t(at)];
    const int row = m_current->place.rowIn(entry.rows);
    return {row < 0 ? -1 : entry.firstRow + row, m_current->place.cell, m_current->begin};
}

int FindController::beginIn(int row) const
{
    const Current hit = current();
    return hit.row == row && row >= 0 ? int(hit.begin) : -1;
}

void FindController::updateResult()
{
    int count = 0;
    int position = 0;
    for (size_t i = 0; i < m_entries.size() && !m_needle.isEmpty(); ++i) {
        if (int(i) == m_currentEntry)
            position = count + m_currentIndex + 1;
        count += m_entries[i].count;
    }
    m_searching = !m_needle.isEmpty() && nextUnfinished() >= 0;
    m_count = count;
    m_position = position;
    Q_EMIT resultChanged();
}

QString FindController::resultText() const
{
    if (m_needle.isEmpty())
        return {};
    if (m_count == 0)
        return m_searching ? tr("Searching") : tr("No results");
    return tr("%1 of %2").arg(m_position).arg(m_count) +
           (m_searching ? QStringLiteral("…") : QString());
}

} // namespace ponder
