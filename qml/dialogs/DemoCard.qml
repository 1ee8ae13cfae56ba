import QtQuick
import QtQuick.Templates as T

// The way in without a key: recorded answers.
T.Button {
    id: card

    implicitHeight: 59
    hoverEnabled: true
    text: qsTr("Try the demo without a key")
    Accessible.name: text
    Accessible.description: qsTr("Plays back recorded answers. Nothing leaves this computer.")
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        Column {
            x: 17
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 56

            PLabel {
                width: parent.width
                role: "strong"
                text: card.text
            }
            PLabel {
                width: parent.width
                role: "meta"
                text: card.Accessible.description
            }
        }
        PIcon {
            anchors.right: parent.right
            anchors.rightMargin: 14
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-right"
        }
    }
    background: CardFrame {
        color: card.down ? Theme.selected : card.hovered ? Theme.hover : Theme.raised

        PFocusRing {
            visible: card.visualFocus
            cornerRadius: Theme.radiusCard
        }
    }
}
