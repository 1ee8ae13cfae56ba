pragma Singleton
import QtQuick

// How far all spinners have turned. In steps and not by an animation: without a graphics card an animation
// draws the window 200 times a second, and a spinner turns as long as an answer streams. Text that arrives
// makes the step itself (see MessageList), so that it needs no frame of its own while more comes.
QtObject {
    id: spin

    property int shown: 0 ///< spinners that turn
    property real angle: 0
    readonly property int interval: Theme.durationSpin / 9
    property double last: 0

    /// A frame is drawn anyway: turn with it, unless the last step was a moment ago.
    function advance(): void {
        const now = Date.now();
        if (shown > 0 && now - last >= interval * 0.6)
            turn(now, 2 * interval);
    }
    function turn(now: double, next: int): void {
        last = now;
        angle = Math.round(now / interval) % 9 * 40;
        timer.interval = next;
        timer.restart();
    }

    property Timer timer: Timer {
        running: spin.shown > 0
        repeat: true
        interval: spin.interval
        onTriggered: spin.turn(Date.now(), spin.interval)
    }
}
