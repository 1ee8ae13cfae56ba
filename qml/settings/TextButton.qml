import QtQuick
import QtQuick.Templates as T

// A button that is only its words, for what is at hand but seldom needed.
T.Button {
    id: control

    implicitWidth: label.implicitWidth + 20
    implicitHeight: 28
    opacity: enabled ? 1 : 0.5
    hoverEnabled: true
    Accessible.name: text
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: Theme.radiusIcon
        color: control.down ? Theme.selected : control.hovered && control.enabled ? Theme.hover : "transparent"

        PFocusRing {
            visible: control.visualFocus
            cornerRadius: Theme.radiusIcon
        }
    }
    contentItem: Item {
        PLabel {
            id: label

            anchors.centerIn: parent
            role: "secondary"
            text: control.text
        }
    }
}
