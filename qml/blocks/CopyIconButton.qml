import QtQuick

// A copy button that shows for a moment that it did.
PIconButton {
    id: button

    property bool done: false
    property bool confirms: true ///< a click copies; else confirm() is called when something was

    iconName: done ? "check" : "copy"
    tip: qsTr("Copy")
    Accessible.description: done ? qsTr("Copied") : ""
    onClicked: if (confirms) confirm()

    function confirm(): void {
        done = true;
        forget.restart();
    }

    Timer {
        id: forget

        interval: 1500
        onTriggered: button.done = false
    }
}
