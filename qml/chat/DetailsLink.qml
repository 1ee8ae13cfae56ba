import QtQuick
import QtQuick.Templates as T

// "Details": shows the raw reply.
T.AbstractButton {
    id: link

    property bool open: false

    implicitWidth: label.implicitWidth
    implicitHeight: 16
    hoverEnabled: true
    text: open ? qsTr("Hide details") : qsTr("Details")
    Accessible.role: Accessible.Button
    Accessible.name: text
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
    contentItem: PLabel {
        id: label

        role: "meta"
        text: link.text
        color: link.hovered ? Theme.text : Theme.text3

        Rectangle {
            y: 16
            width: parent.width
            height: 1
            color: Theme.line3
        }
    }
    background: Item {
        PFocusRing {
            visible: link.visualFocus
            gap: 1
            cornerRadius: 3
        }
    }
}
