import QtQuick
import Ponder.Ui

// What was just deleted, with a way back for some seconds.
Item {
    id: snack

    required property ConversationListModel conversations

    visible: opacity > 0
    opacity: conversations.canUndo ? 1 : 0
    implicitWidth: row.implicitWidth + 24
    implicitHeight: 44
    Accessible.role: Accessible.AlertMessage
    Accessible.name: label.text
    property string lastTitle

    Connections {
        target: snack.conversations

        function onUndoChanged(): void {
            if (snack.conversations.canUndo)
                snack.lastTitle = snack.conversations.undoTitle;
        }
    }
    Behavior on opacity {
        NumberAnimation {
            duration: Theme.durationPopover
        }
    }

    PPopoverSurface {
        anchors.fill: parent
    }
    Row {
        id: row

        x: 16
        height: parent.height
        spacing: 12

        PLabel {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, 280)
            text: qsTr("Deleted “%1”").arg(snack.lastTitle)
        }
        PButton {
            anchors.verticalCenter: parent.verticalCenter
            small: true
            text: qsTr("Undo")
            onClicked: snack.conversations.undoRemove()
        }
    }
}
