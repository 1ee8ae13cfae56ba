import QtQuick
import QtQuick.Templates as T

// The way back to the end of the text.
T.AbstractButton {
    id: pill

    property bool shown: false

    implicitWidth: row.width + 28
    implicitHeight: 32
    visible: opacity > 0
    opacity: shown ? 1 : 0
    enabled: shown
    hoverEnabled: true
    text: qsTr("Jump to latest")
    Accessible.role: Accessible.Button
    Accessible.name: text
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.durationPopover
        }
    }

    background: Item {
        Rectangle {
            y: 2
            x: -1
            width: parent.width + 2
            height: parent.height + 1
            radius: height / 2
            color: Theme.popoverShadow
        }
        Rectangle {
            anchors.fill: parent
            radius: height / 2
            color: pill.down ? Theme.selected : pill.hovered ? Theme.hover : Theme.raised
            border.width: 1
            border.color: Theme.line2

            PFocusRing {
                visible: pill.visualFocus
                cornerRadius: 16
            }
        }
    }
    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: 8

            PIcon {
                anchors.verticalCenter: parent.verticalCenter
                name: "arrow-down"
                size: 14
                color: Theme.text
            }
            PLabel {
                role: "strong"
                text: pill.text
            }
        }
    }
}
