#pragma once

#include "ui/TranscriptModel.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QQuickWindow>
#include <QtQml/qqmlregistration.h>

namespace ponder {

/// Decides how often a growing answer is laid out where the processor draws the window. Each new
/// line moves all that is visible, so that an update costs a whole picture: from a millisecond to a
/// dozen, by machine and size of the window. Updates may take a fixed share of the time, so a quick
/// machine shows text as it comes and a slow one is not kept busy by it; the less so by text that
/// comes faster than anyone reads.
class UpdatePace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickWindow *window READ window WRITE setWindow NOTIFY windowChanged)
    Q_PROPERTY(ponder::TranscriptModel *transcript READ transcript WRITE setTranscript NOTIFY
                   transcriptChanged)
    /// From one update to the next, in milliseconds; between kShortest and kLongestUnread.
    Q_PROPERTY(int interval READ interval NOTIFY intervalChanged)
    /// Text comes faster than anyone reads (kReadable).
    Q_PROPERTY(bool runningPast READ runningPast NOTIFY runningPastChanged)

public:
    /// The most often a text is worth laying out (30 times a second), and the rarest that still
    /// reads as flowing, in milliseconds.
    static constexpr int kShortest = 33;
    static constexpr int kLongest = 100;
    /// The rarest for text that comes faster than kReadable, which is ten times what people read,
    /// in characters a second: it runs past, in small steps or in larger ones.
    static constexpr int kLongestUnread = 125;
    static constexpr double kReadable = 400;
    /// An update of cost c comes at most each kTimesItsCost * c, of text that runs past each
    /// kTimesItsCostUnread * c.
    static constexpr double kTimesItsCost = 20;
    static constexpr double kTimesItsCostUnread = 30;

    using QObject::QObject;

    [[nodiscard]] QQuickWindow *window() const { return m_window; }
    void setWindow(QQuickWindow *window);
    [[nodiscard]] TranscriptModel *transcript() const { return m_transcript; }
    void setTranscript(TranscriptModel *transcript);
    [[nodiscard]] int interval() const { return m_interval; }
    [[nodiscard]] bool runningPast() const { return m_rate > kReadable; }

    /// An update took this long: changing the rows, and the frame that showed them. Text came at
    /// this rate before it.
    void note(double ms, double charactersPerSecond = 0);

Q_SIGNALS:
    void windowChanged();
    void transcriptChanged();
    void intervalChanged();
    void runningPastChanged();

private:
    void onUpdate(double ms, qsizetype characters);
    void setRate(double charactersPerSecond);
    void onFrame();

    QPointer<QQuickWindow> m_window;
    QPointer<TranscriptModel> m_transcript;
    QElapsedTimer m_frame;
    QElapsedTimer m_sinceUpdate;
    double m_rowsMs = 0;       ///< of the update whose frame has not been shown yet
    double m_newestRate = 0;   ///< of its text, in characters a second
    bool m_frameIsDue = false; ///< rows have changed since the last frame
    double m_cost = 0;         ///< moving average; 0: nothing was measured yet
    double m_rate = 0;         ///< moving average
    int m_interval = 66;
};

} // namespace ponder
