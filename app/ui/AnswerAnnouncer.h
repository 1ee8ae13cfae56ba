#pragma once

#include "ui/TranscriptModel.h"

#include <QObject>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// What a screen reader says of an answer that is being received: the text that is new, at most
/// once in five seconds, and the rest at its end.
class AnswerAnnouncer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ponder::TranscriptModel *transcript READ transcript WRITE setTranscript NOTIFY
                   transcriptChanged)
    Q_PROPERTY(bool busy READ busy WRITE setBusy NOTIFY busyChanged)
    Q_PROPERTY(QString text READ text NOTIFY announced)

public:
    static constexpr int kIntervalMs = 5000;

    explicit AnswerAnnouncer(QObject *parent = nullptr);

    [[nodiscard]] TranscriptModel *transcript() const { return m_transcript; }
    void setTranscript(TranscriptModel *transcript);
    [[nodiscard]] bool busy() const { return m_busy; }
    /// An answer is under way.
    void setBusy(bool busy);
    [[nodiscard]] QString text() const { return m_text; }

Q_SIGNALS:
    void transcriptChanged();
    void busyChanged();
    void announced();

private:
    void begin();
    void announce();

    QPointer<TranscriptModel> m_transcript;
    QTimer m_timer;
    bool m_busy = false;
    QPersistentModelIndex m_row; ///< the last row that was read out, and how much of it
    qsizetype m_read = 0;
    QString m_text;
};

} // namespace ponder
