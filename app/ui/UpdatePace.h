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
/// machine shows text as it comes and a slow one is not kept busy by it.
class UpdatePace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickWindow *window READ window WRITE setWindow NOTIFY windowChanged)
    Q_PROPERTY(ponder::TranscriptModel *transcript READ transcript WRITE setTranscript NOTIFY
                   transcriptChanged)
    /// From one update to the next, in milliseconds; between kShortest and kLongest.
    Q_PROPERTY(int interval READ interval NOTIFY intervalChanged)

public:
    /// The most often a text is worth laying out (30 times a second), and the rarest that still
    /// reads as flowing, in milliseconds.
    static constexpr int kShortest = 33;
    static constexpr int kLongest = 100;
    /// An update of cost c comes at most each kTimesItsCost * c.
    static constexpr double kTimesItsCost = 15;

    using QObject::QObject;

    [[nodiscard]] QQuickWindow *window() const { return m_window; }
    void setWindow(QQuickWindow *window);
    [[nodiscard]] TranscriptModel *transcript() const { return m_transcript; }
    void setTranscript(TranscriptModel *transcript);
    [[nodiscard]] int interval() const { return m_interval; }

    /// An update took this long: changing the rows, and the frame that showed them.
    void note(double ms);

Q_SIGNALS:
    void windowChanged();
    void transcriptChanged();
    void intervalChanged();

private:
    void onFrame();

    QPointer<QQuickWindow> m_window;
    QPointer<TranscriptModel> m_transcript;
    QElapsedTimer m_frame;
    double m_rowsMs = 0;       ///< of the update whose frame has not been shown yet
    bool m_frameIsDue = false; ///< rows have changed since the last frame
    double m_cost = 0;         ///< moving average; 0: nothing was measured yet
    int m_interval = 66;
};

} // namespace ponder
