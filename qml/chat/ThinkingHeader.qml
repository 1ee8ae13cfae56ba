import QtQuick
import QtQuick.Templates as T

// The header of a thinking panel: opens and closes it, and says how long it takes.
T.AbstractButton {
    id: header

    required property var thinking ///< ThinkingRow

    implicitWidth: line.x + line.width + 8
    implicitHeight: 28
    hoverEnabled: true
    checked: thinking.open
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Thinking, %1").arg(summary)
    Accessible.checkable: true
    Accessible.checked: thinking.open
    Accessible.description: thinking.open ? qsTr("Expanded") : qsTr("Collapsed")
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    readonly property string summary: [thinking.running ? "" : thinking.title, thinking.elapsed, thinking.tokens]
        .filter(part => part !== "").join(", ")

    background: Rectangle {
        x: -9
        width: parent.width + 9
        radius: Theme.radiusControl
        color: header.down ? Theme.selected : header.hovered ? Theme.hover : "transparent"

        PFocusRing {
            visible: header.visualFocus
        }
    }
    contentItem: Item {
        PIcon {
            x: -4
            anchors.verticalCenter: parent.verticalCenter
            name: header.thinking.open ? "chevron-down" : "chevron-right"
            size: 16
            color: header.hovered ? Theme.text : Theme.text3
        }
        PSpinner {
            x: 18
            anchors.verticalCenter: parent.verticalCenter
            size: 13
            running: header.thinking.running
        }
        Row {
            id: line

            x: header.thinking.running ? 39 : 19
            anchors.verticalCenter: parent.verticalCenter
            spacing: 8

            PLabel {
                role: header.thinking.running ? "strong" : "secondary"
                text: header.thinking.title
            }
            PLabel {
                visible: text !== ""
                role: "secondary"
                color: Theme.text3
                text: header.thinking.elapsed
            }
            PLabel {
                visible: header.thinking.tokens !== ""
                role: "secondary"
                color: Theme.text3
                text: "·"
            }
            PLabel {
                visible: text !== ""
                role: "secondary"
                color: Theme.text3
                text: header.thinking.tokens
            }
        }
    }
}
