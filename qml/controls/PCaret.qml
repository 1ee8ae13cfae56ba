import QtQuick

// Where typing goes on in a field (its cursorDelegate). It blinks at the desktop's pace while one types and for ten
// seconds more: each blink is a picture of the window. Qt's own caret blinks for ever, and unseen beside this one;
// SystemAppearance turns it off.
Rectangle {
    id: caret

    property int restsAfter: 10000 ///< milliseconds
    property int halves: 0 ///< of blinks since the caret was moved
    readonly property int mostHalves: 2 * Math.ceil(restsAfter / (2 * Math.max(1, Theme.caretBlink)))
    readonly property bool inUse: parent !== null && parent.activeFocus && parent.cursorVisible

    visible: inUse && halves % 2 === 0
    width: 1.5
    color: Theme.accent

    onInUseChanged: halves = 0

    Timer {
        id: blink

        interval: Theme.caretBlink
        repeat: true
        running: caret.inUse && interval > 0 && Theme.motion > 0 && caret.halves < caret.mostHalves
        onTriggered: ++caret.halves
        onRunningChanged: if (!running && caret.halves % 2 === 1) caret.halves = 0
    }
    Connections {
        target: caret.parent

        function onCursorPositionChanged(): void {
            caret.halves = 0;
            if (blink.running)
                blink.restart();
        }
    }
}
