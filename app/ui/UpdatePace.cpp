#include "ui/UpdatePace.h"

#include <algorithm>
#include <cmath>

namespace ponder {

namespace {

/// Of the newest update in the average: about the last ten count.
constexpr double kNewest = 0.1;
/// After so long without text it is another answer, which comes at its own rate, in milliseconds.
constexpr qint64 kPause = 1000;
/// Smaller differences are not worth telling anyone, in milliseconds.
constexpr int kNoticeable = 4;

} // namespace

void UpdatePace::setWindow(QQuickWindow *window)
{
    if (m_window == window)
        return;
    if (m_window)
        m_window->disconnect(this);
    m_window = window;
    if (window) {
        // Where the processor draws, all of a frame happens on this thread, between these two.
        connect(window, &QQuickWindow::afterAnimating, this, [this] { m_frame.start(); });
        connect(window, &QQuickWindow::frameSwapped, this, &UpdatePace::onFrame);
    }
    Q_EMIT windowChanged();
}

void UpdatePace::setTranscript(TranscriptModel *transcript)
{
    if (m_transcript == transcript)
        return;
    if (m_transcript)
        m_transcript->disconnect(this);
    m_transcript = transcript;
    if (transcript)
        connect(transcript, &TranscriptModel::updateMeasured, this, &UpdatePace::onUpdate);
    Q_EMIT transcriptChanged();
}

void UpdatePace::onUpdate(double ms, qsizetype characters)
{
    const qint64 since = m_sinceUpdate.isValid() ? m_sinceUpdate.elapsed() : 0;
    m_sinceUpdate.start();
    if (since >= kPause)
        setRate(0);
    m_rowsMs = ms;
    m_newestRate = since > 0 ? double(characters) * 1e3 / double(since) : 0;
    m_frameIsDue = true;
}

void UpdatePace::setRate(double charactersPerSecond)
{
    const bool before = runningPast();
    m_rate = charactersPerSecond;
    if (runningPast() != before)
        Q_EMIT runningPastChanged();
}

void UpdatePace::onFrame()
{
    if (!m_frameIsDue || !m_frame.isValid())
        return;
    m_frameIsDue = false;
    note(m_rowsMs + double(m_frame.nsecsElapsed()) / 1e6, m_newestRate);
}

void UpdatePace::note(double ms, double charactersPerSecond)
{
    m_cost = m_cost == 0 ? ms : m_cost + kNewest * (ms - m_cost);
    setRate(m_rate + kNewest * (charactersPerSecond - m_rate));
    const int longest = runningPast() ? kLongestUnread : kLongest;
    const double times = runningPast() ? kTimesItsCostUnread : kTimesItsCost;
    const int wanted = std::clamp(int(std::lround(times * m_cost)), kShortest, longest);
    if (std::abs(wanted - m_interval) < kNoticeable)
        return;
    m_interval = wanted;
    Q_EMIT intervalChanged();
}

} // namespace ponder
