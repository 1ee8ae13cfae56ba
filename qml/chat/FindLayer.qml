import QtQuick
import Ponder.Ui

// Finding in the message list: the bar and what it needs, there only while it is open.
Item {
    id: finding

    required property TranscriptContext context
    required property FollowScroll follow
    readonly property bool shown: bar.active
    readonly property FindController find: bar.item ? bar.item.find : null
    property Item focusBefore: null

    function open(): void {
        if (!bar.active) {
            focusBefore = finding.Window.activeFocusItem;
            bar.active = true;
        }
        bar.item.takeFocus();
    }
    function close(): void {
        if (!bar.active)
            return;
        bar.active = false;
        focusBefore?.forceActiveFocus(Qt.OtherFocusReason);
        focusBefore = null;
    }
    /// The next match (−1: the one before); opens the bar where it is not.
    function step(direction: int): void {
        if (!bar.active)
            open();
        else if (direction < 0)
            find.previous();
        else
            find.next();
    }

    Loader {
        id: bar

        active: false
        x: parent.width - width - 14
        y: 8
        sourceComponent: FindBar {
            transcript: finding.context.transcript
            room: finding.width - 28
            onClosed: finding.close()
        }
    }
    FindScroll {
        find: finding.find
        follow: finding.follow
        coveredTop: 48
    }
    Binding {
        target: finding.context
        property: "find"
        value: finding.find
    }
}
