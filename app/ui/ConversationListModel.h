#pragma once

#include "base/Clock.h"
#include "chat/ChatSessions.h"
#include "chat/ConversationStore.h"
#include "ui/ConversationGroups.h"
#include "ui/RowChange.h"

#include <QAbstractListModel>
#include <QSet>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace ponder {

/// The sidebar: all conversations, pinned ones first, then by date, newest first, in groups of
/// local days. Renames, pins, duplicates and deletes; a deletion can be taken back for some seconds
/// before the store hears of it.
class ConversationListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from AppController")
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// All conversations, whatever the filter.
    Q_PROPERTY(int total READ total NOTIFY countChanged)
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged)
    Q_PROPERTY(QString currentId READ currentId NOTIFY currentChanged)
    Q_PROPERTY(int currentRow READ currentRow NOTIFY currentChanged)
    /// What a snack bar offers to take back; "" when there is nothing.
    Q_PROPERTY(QString undoTitle READ undoTitle NOTIFY undoChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY undoChanged)

public:
    enum Role {
        ConversationIdRole = Qt::UserRole + 1,
        TitleRole,
        GroupRole,
        PinnedRole,
        BusyRole,
        UnreadRole,
        CurrentRole,
    };

    /// How long a deletion can be taken back.
    static constexpr int undoMs = 8'000;

    ConversationListModel(ChatSessions &sessions, ConversationStore &store, const Clock &clock,
                          QObject *parent = nullptr);
    ~ConversationListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] int total() const { return int(m_all.size()); }
    [[nodiscard]] bool loaded() const { return m_loaded; }
    [[nodiscard]] QString currentId() const { return m_currentId; }
    void setCurrentId(const QString &id);
    [[nodiscard]] int currentRow() const { return rowOf(m_currentId); }
    [[nodiscard]] QString undoTitle() const;
    [[nodiscard]] bool canUndo() const { return m_deleted.has_value(); }

    /// Reads the summaries from the store; loaded follows.
    void reload();
    /// The language changed: groups and untitled chats get new names.
    void retranslate(bool chinese);

    /// Sorts into groups again where another day has begun; the model does so by itself at
    /// midnight.
    void checkDate();

    Q_INVOKABLE int rowOf(const QString &id) const;
    Q_INVOKABLE QString idAt(int row) const;
    Q_INVOKABLE QString titleOf(const QString &id) const;
    Q_INVOKABLE bool isPinned(const QString &id) const;
    Q_INVOKABLE void rename(const QString &id, const QString &title);
    Q_INVOKABLE void setPinned(const QString &id, bool pinned);
    /// Takes the row away at once; the conversation itself goes when the time to undo is over.
    Q_INVOKABLE void remove(const QString &id);
    Q_INVOKABLE void undoRemove();
    /// Makes the pending deletion final now.
    Q_INVOKABLE void forgetUndo();
    Q_INVOKABLE void duplicate(const QString &id);

Q_SIGNALS:
    void filterChanged();
    void countChanged();
    void loadedChanged();
    void currentChanged();
    void undoChanged();
    /// `nextId` stood next to it in the list, "" when nothing is left.
    void removed(const QString &id, const QString &nextId);
    void restored(const QString &id);
    void duplicated(const QString &id);
    void loadFailed(const ponder::Error &error);

private:
    struct Entry
    {
        ConversationSummary summary;
        bool busy = false;
        bool unread = false;
    };
    void onSummary(const ConversationSummary &summary);
    void onBusy(const QString &id, bool busy);
    void onAnswerFinished(const QString &id);
    void armMidnight();
    /// The rows as they should be now, from all entries, the filter and today's date.
    [[nodiscard]] ConversationRows wantedRows() const;
    /// Changes the rows to `wanted` with as few moves as possible.
    void arrange();
    void moveTo(ConversationRows wanted);
    void indexRows();
    void notify(const QString &id, const QList<int> &roles);
    [[nodiscard]] bool matches(const ConversationSummary &summary) const;
    void withSession(const QString &id, std::function<void(ChatSession &)> act);
    void saveCopy(const Conversation &original);

    ChatSessions &m_sessions;
    ConversationStore &m_store;
    const Clock &m_clock;
    QHash<QString, Entry> m_all;
    ConversationRows m_rows;
    QHash<QString, int> m_rowOf;
    qsizetype m_lastTotal = 0;
    ConversationGroups m_groups;
    QString m_filter;
    QString m_currentId;
    bool m_loaded = false;
    std::optional<Entry> m_deleted;
    QTimer m_undoTimer;
    QTimer m_midnightTimer;
};

} // namespace ponder
