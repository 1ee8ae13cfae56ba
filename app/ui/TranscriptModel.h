#pragma once

#include "base/Clock.h"
#include "chat/ChatSession.h"
#include "ui/TranscriptBuilder.h"
#include "ui/TranscriptEntry.h"
#include "ui/TranscriptRows.h"

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <vector>

namespace ponder {

/// The shown branch of one conversation as rows for the message list: each row is one block of an
/// answer, a prompt, or one of the things around them (see TranscriptRows.h). Whatever the session
/// does, views hear of it at most about 30 times a second (60 while it comes very fast), and only
/// of rows that differ. Old answers stand as pending rows until the view comes near, so that
/// opening a long conversation reads only its end.
class TranscriptModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from ChatController")
    /// Whether the list follows the end of the text; set by the list, read by the thinking rule.
    Q_PROPERTY(bool following READ following WRITE setFollowing NOTIFY followingChanged)
    /// The row at the top edge of the view; set by the list, −1 for none.
    Q_PROPERTY(int topRow READ topRow WRITE setTopRow NOTIFY topRowChanged)
    /// The thinking header (ThinkingRow) of the panel that passes under the top edge, else
    /// undefined.
    Q_PROPERTY(QVariant stickyHeader READ stickyHeader NOTIFY stickyHeaderChanged)
    Q_PROPERTY(QString stickyMessageId READ stickyMessageId NOTIFY stickyHeaderChanged)
    Q_PROPERTY(int stickyRow READ stickyRow NOTIFY stickyHeaderChanged)
    /// What is typed into the message that is being edited; not a role, so that typing moves
    /// nothing.
    Q_PROPERTY(QString editText READ editText WRITE setEditText NOTIFY editTextChanged)
    /// The least time from one change of the rows to the next, in milliseconds; set by the list.
    Q_PROPERTY(int updateInterval MEMBER m_updateInterval NOTIFY updateIntervalChanged)

public:
    enum Role {
        RowTypeRole = Qt::UserRole + 1,
        ContentRole,
        MessageIdRole,
        GapRole,
        JoinedRole,
        OpensMessageRole,
    };

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
    [[nodiscard]] int topRow() const { return m_topRow; }
    void setTopRow(int row);
    [[nodiscard]] QVariant stickyHeader() const { return m_stickyHeader; }
    [[nodiscard]] QString stickyMessageId() const;
    [[nodiscard]] int stickyRow() const { return m_stickyRow; }
    [[nodiscard]] QString editText() const { return m_editText; }
    void setEditText(const QString &text);

    /// The reader opened or closed a thinking panel.
    Q_INVOKABLE void toggleThinking(const QString &messageId, int panel);
    /// The reader opened or closed the details of a tool call.
    Q_INVOKABLE void toggleToolCall(const QString &messageId, const QString &callId);
    /// Shows a prompt as a field; endEdit() shows it as text again.
    Q_INVOKABLE void beginEdit(const QString &messageId);
    Q_INVOKABLE void endEdit();
    /// The view came near a pending row: it is replaced soon.
    Q_INVOKABLE void fill(int row);
    /// The first row of a message, −1 when it is not shown.
    Q_INVOKABLE int rowOf(const QString &messageId) const;

    /// What the rows show, for what works on content and not on delegates.
    [[nodiscard]] const TranscriptEntries &entries() const { return m_entries; }
    /// Null when it is not in the conversation.
    [[nodiscard]] const Message *message(const QString &id) const { return m_builder.message(id); }
    [[nodiscard]] ChatSession *session() const { return m_session; }
    /// Makes rows of an old answer that is pending, and opens a thinking panel (−1: none), at once.
    void reveal(const QString &messageId, int panel);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void followingChanged();
    void topRowChanged();
    void stickyHeaderChanged();
    void editTextChanged();
    void updateIntervalChanged();
    /// Rows have changed; the view may lay them out now, before a frame is asked for.
    void updated();
    /// How long that took, with all that was done at updated(), and how much longer the answer had
    /// become.
    void updateMeasured(double ms, qsizetype characters);

private:
    void schedule(int interval);
    [[nodiscard]] qsizetype grownLength(const QString &id) const;
    void flush();
    void load();
    void syncPath();
    void updateEntry(size_t index, bool rebuild);
    void replaceRows(size_t entry, size_t first, RowContents fresh);
    void fillWanted();
    void tick();
    void updateTicking();
    void updateSticky();

    TranscriptBuilder m_builder;
    QPointer<ChatSession> m_session;
    TranscriptEntries m_entries;
    QString m_editText;

    bool m_pathDirty = false;
    bool m_allDirty = false;
    QSet<QString> m_grown;   ///< text was added
    QSet<QString> m_changed; ///< anything else
    QSet<QString> m_wanted;  ///< pending messages the view came near to
    int m_updateInterval = 33;
    qsizetype m_grownLength = 0; ///< of what was shown last
    QTimer m_updateTimer;
    QTimer m_fillTimer;
    QTimer m_tickTimer;
    QElapsedTimer m_sinceUpdate;

    bool m_following = true;
    int m_topRow = -1;
    int m_stickyRow = -1;
    QVariant m_stickyHeader;
};

} // namespace ponder
