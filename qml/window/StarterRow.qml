import QtQuick
import QtQuick.Templates as T

// One way to begin a chat.
T.Button {
    id: row

    property string iconName
    property string hint
    property bool last: false

    width: parent ? parent.width : 720
    implicitHeight: 45
    hoverEnabled: true
    Accessible.name: text
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        PIcon {
            x: 4
            anchors.verticalCenter: parent.verticalCenter
            name: row.iconName
        }
        PLabel {
            x: 34
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - hintLabel.width - 16
            text: row.text
        }
        PLabel {
            id: hintLabel

            anchors.right: parent.right
            anchors.rightMargin: 4
            anchors.verticalCenter: parent.verticalCenter
            width: implicitWidth
            role: "meta"
            text: row.hint
        }
    }
    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: -8
            anchors.rightMargin: -8
            anchors.bottomMargin: 1
            radius: Theme.radiusControl
            color: row.down ? Theme.selected : row.hovered ? Theme.hover : "transparent"

            PFocusRing {
                visible: row.visualFocus
                gap: 0
            }
        }
        Rectangle {
            visible: !row.last
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
}
