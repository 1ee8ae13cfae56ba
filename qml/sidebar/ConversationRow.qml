import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// One chat of the sidebar: its title, whether it answers or has news, and its menu. The title is
// renamed in place.
T.ItemDelegate {
    id: row

    required property int index
    required property string conversationId
    required property string title
    required property bool pinned
    required property bool busy
    required property bool unread
    required property bool current
    property bool renaming: false
    readonly property bool keyboardHere: ListView.isCurrentItem && ListView.view.activeFocus && Theme.keyboard

    signal opened
    signal renamed(string newTitle)
    signal deleteRequested
    signal menuRequested(Item at)

    width: ListView.view ? ListView.view.width : 240
    implicitHeight: Theme.controlHeight
    leftPadding: 12
    rightPadding: 13
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    text: title
    Accessible.role: Accessible.ListItem
    Accessible.name: title
    Accessible.description: busy ? qsTr("Answering") : unread ? qsTr("New answer") : ""
    Accessible.selected: current
    Accessible.onPressAction: opened()
    onClicked: opened()
    onDoubleClicked: startRename()
    onPressAndHold: menuRequested(row)

    function startRename(): void {
        renaming = true;
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: row.menuRequested(row)
    }

    background: Item {
        Rectangle {
            x: 12
            width: parent.width - 25
            height: parent.height
            radius: Theme.radiusControl
            color: row.current || row.down ? Theme.selected
                 : row.hovered || row.keyboardHere ? Theme.hover : "transparent"

            PFocusRing {
                visible: row.keyboardHere && !row.renaming
                gap: -2
            }
        }
    }
    contentItem: Item {
        PLabel {
            x: 10
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - (menuButton.visible ? 34 : mark.visible ? 30 : 10)
            visible: !row.renaming
            role: row.current ? "strong" : "body"
            text: row.title
            horizontalAlignment: Text.AlignLeft // in any script: it is a list
        }
        Item {
            id: mark

            visible: (row.busy || row.unread) && !menuButton.visible && !row.renaming
            anchors.right: parent.right
            anchors.rightMargin: 10
            width: 14
            height: parent.height

            PSpinner {
                anchors.centerIn: parent
                running: row.busy
                size: 12
            }
            Rectangle {
                visible: row.unread && !row.busy
                anchors.centerIn: parent
                width: 8
                height: 8
                radius: 4
                color: Theme.accent
            }
        }
        PIconButton {
            id: menuButton

            visible: (row.hovered || row.keyboardHere) && !row.renaming
            anchors.right: parent.right
            anchors.rightMargin: 2
            anchors.verticalCenter: parent.verticalCenter
            focusPolicy: Qt.NoFocus
            iconName: "ellipsis"
            tip: qsTr("Options for %1").arg(row.title)
            iconColor: Theme.text
            onClicked: row.menuRequested(menuButton)
        }
        Loader {
            active: row.renaming
            anchors.fill: parent
            sourceComponent: TitleEditor {
                title: row.title
                onDone: newTitle => {
                    row.renaming = false;
                    row.renamed(newTitle);
                }
                onCancelled: row.renaming = false
            }
        }
    }
}
