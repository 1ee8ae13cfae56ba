#pragma once

#include "ui/FindMessage.h"
#include "ui/TranscriptModel.h"

#include <QColor>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>
#include <vector>

namespace ponder {

/// Finds text in the shown conversation. Works on what the messages say and not on rows, so that
/// closed thinking panels and rows that are not built count too. Reads and searches in slices of a
/// few milliseconds, nearest to the reader first, and goes on from there while an answer arrives.
/// Exists only while the find bar is open.
class FindController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ponder::TranscriptModel *transcript READ transcript WRITE setTranscript NOTIFY
                   transcriptChanged)
    /// Case and width of letters make no difference.
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(int count READ count NOTIFY resultChanged)
    /// Which of them is the current one, from 1; 0: none.
    Q_PROPERTY(int position READ position NOTIFY resultChanged)
    /// Not everything has been searched yet.
    Q_PROPERTY(bool searching READ searching NOTIFY resultChanged)
    /// "3 of 17", in the language of the interface.
    Q_PROPERTY(QString resultText READ resultText NOTIFY resultChanged)
    /// What hits are marked with, and the current one.
    Q_PROPERTY(QColor markColor MEMBER m_markColor NOTIFY lookChanged)
    Q_PROPERTY(QColor currentColor MEMBER m_currentColor NOTIFY lookChanged)
    Q_PROPERTY(QColor currentLineColor MEMBER m_currentLineColor NOTIFY lookChanged)

public:
    explicit FindController(QObject *parent = nullptr);
    ~FindController() override;

    [[nodiscard]] TranscriptModel *transcript() const { return m_transcript; }
    void setTranscript(TranscriptModel *transcript);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString &query);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] int position() const { return m_position; }
    [[nodiscard]] bool searching() const { return m_searching; }
    [[nodiscard]] QString resultText() const;

    Q_INVOKABLE void next() { step(1); }
    Q_INVOKABLE void previous() { step(-1); }

    /// The query as it is compared (see FindText).
    Q_PROPERTY(QString needle READ needle NOTIFY queryChanged)
    [[nodiscard]] const QString &needle() const { return m_needle; }
    /// Where the current hit stands now; row −1 when there is none or its row is not there.
    struct Current
    {
        int row = -1;
        int cell = 0;
        qsizetype begin = 0; ///< in the searchable text
    };
    [[nodiscard]] Current current() const;
    /// Where the current hit begins in the text of this row, −1 when it is in another one.
    Q_INVOKABLE int beginIn(int row) const;
    [[nodiscard]] QColor markColor() const { return m_markColor; }
    [[nodiscard]] QColor currentColor() const { return m_currentColor; }
    [[nodiscard]] QColor currentLineColor() const { return m_currentLineColor; }
    /// Whether a text that is no document of its own (a formula that stands alone) has a hit.
    Q_INVOKABLE bool finds(const QString &text, const QString &needle) const;

Q_SIGNALS:
    void transcriptChanged();
    void queryChanged();
    void resultChanged();
    void lookChanged();
    /// Another hit is the current one, or none.
    void currentChanged();
    /// The reader is to see this row.
    void jumped(int row);

private:
    /// A message of the shown branch and how far it has been searched.
    struct Entry
    {
        QString id;
        std::unique_ptr<FindMessage> text;
        bool read = false;
        bool counted = false;
        int count = 0;
    };

    void follow();
    void syncPath();
    void noteChange(const QString &messageId);
    void searchAgain();
    void schedule(int delayMs = 0);
    void work();
    bool workOn(size_t entry, const QDeadlineTimer &deadline);
    [[nodiscard]] int nextUnfinished() const;
    void choose();
    [[nodiscard]] int firstAtStart() const;
    void step(int direction);
    void makeCurrent(size_t entry, int index, bool jump);
    void clearCurrent();
    void dropStaleCurrent();
    void updateResult();
    [[nodiscard]] int entryAtTop() const;

    QPointer<TranscriptModel> m_transcript;
    QPointer<ChatSession> m_session;
    QString m_query;
    QString m_needle;
    std::vector<Entry> m_entries;
    size_t m_start = 0;      ///< the message where searching begins: nearest to the reader
    bool m_choosing = false; ///< the first hit from there on becomes the current one
    std::optional<FindMessage::Hit> m_anchor; ///< in m_start: the current hit when typing went on
    int m_currentEntry = -1;
    int m_currentIndex = 0; ///< within its message
    std::optional<FindMessage::Hit> m_current;

    int m_count = 0;
    int m_position = 0;
    bool m_searching = false;
    QTimer m_timer;
    QColor m_markColor;
    QColor m_currentColor;
    QColor m_currentLineColor;
};

} // namespace ponder
