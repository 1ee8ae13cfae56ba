import QtQuick
import QtQuick.Templates as T

// A row of the sidebar that does something: New chat, Settings.
T.Button {
    id: control

    property string iconName
    property string shortcutText
    property bool accented: false

    implicitHeight: Theme.controlHeight
    leftPadding: 10
    rightPadding: 10
    hoverEnabled: true
    Accessible.name: text
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        PIcon {
            anchors.verticalCenter: parent.verticalCenter
            name: control.iconName
            color: control.accented ? Theme.accent : Theme.text3
        }
        PLabel {
            x: 25
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - hint.width - 8
            role: control.accented ? "strong" : "body"
            text: control.text
        }
        PLabel {
            id: hint

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            role: "meta"
            font.pixelSize: 11
            text: control.shortcutText
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: control.down ? Theme.selected : control.hovered ? Theme.hover : "transparent"

        PFocusRing {
            visible: control.visualFocus
        }
    }
}
