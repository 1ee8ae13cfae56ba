import QtQuick

// A copy button that shows for a moment that it did.
PIconButton {
    id: button

    property bool done: false

    iconName: done ? "check" : "copy"
    tip: qsTr("Copy")
    Accessible.description: done ? qsTr("Copied") : ""
    onClicked: {
        done = true;
        forget.restart();
    }

    Timer {
        id: forget

        interval: 1500
        onTriggered: button.done = false
    }
}
