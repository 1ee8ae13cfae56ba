import QtQuick
import QtQuick.Templates as T

// The way back, at the head of the settings.
T.Button {
    id: control

    implicitHeight: 32
    hoverEnabled: true
    Accessible.name: text
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: Theme.radiusControl
        color: control.down ? Theme.selected : control.hovered ? Theme.hover : "transparent"

        PFocusRing {
            visible: control.visualFocus
            gap: 0
        }
    }
    contentItem: Item {
        PIcon {
            x: 10
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-left"
        }
        PLabel {
            x: 31
            width: parent.width - x
            anchors.verticalCenter: parent.verticalCenter
            role: "secondary"
            text: control.text
        }
    }
}
