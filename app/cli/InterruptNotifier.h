#pragma once

#include <QObject>

namespace ponder::cli {

/// Turns SIGINT, SIGTERM and SIGHUP into a signal of the event loop, so that an answer can be
/// stopped and kept. Only the first of each: the second one ends the program at once, as ever.
/// One at a time.
class InterruptNotifier : public QObject
{
    Q_OBJECT

public:
    explicit InterruptNotifier(QObject *parent = nullptr);
    ~InterruptNotifier() override;
    InterruptNotifier(const InterruptNotifier &) = delete;
    InterruptNotifier &operator=(const InterruptNotifier &) = delete;

Q_SIGNALS:
    void interrupted(int signal);

private:
    void readSignal();

    int m_readEnd = -1;
};

} // namespace ponder::cli
