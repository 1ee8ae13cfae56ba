import QtQuick
import Ponder.Ui

// The edge of the sidebar, to drag it wider or narrower; a double click gives its own width back.
MouseArea {
    id: grip

    required property WindowState windowState
    property real grabbedAt: 0

    width: 7
    hoverEnabled: true
    cursorShape: Qt.SplitHCursor
    preventStealing: true
    onPressed: event => grabbedAt = windowState.sidebarWidth - mapToItem(null, event.x, 0).x
    onPositionChanged: event => {
        if (pressed)
            windowState.sidebarWidth = grabbedAt + mapToItem(null, event.x, 0).x;
    }
    onDoubleClicked: windowState.sidebarWidth = 264

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 2
        height: parent.height
        color: Theme.line2
        visible: grip.pressed || grip.containsMouse
    }
}
