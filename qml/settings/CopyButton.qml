import QtQuick

// A button that copies something, and says for a moment that it did.
PButton {
    id: button

    property bool plain: false
    property bool done: false

    iconName: done ? "check" : plain ? "" : "copy"
    Accessible.description: done ? qsTr("Copied") : ""
    onClicked: {
        done = true;
        clear.restart();
    }

    Timer {
        id: clear

        interval: 1500
        onTriggered: button.done = false
    }
}
