import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// All chats in groups by date.
ListView {
    id: list

    required property AppController app
    signal opened
    signal leaveUp

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    reuseItems: true
    cacheBuffer: 320
    currentIndex: -1
    keyNavigationEnabled: true
    highlightFollowsCurrentItem: true
    highlightMoveDuration: 0
    activeFocusOnTab: true
    model: app.conversations
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Conversations")

    function renameRow(row: int): void {
        currentIndex = row;
        positionViewAtIndex(row, ListView.Contain);
        itemAtIndex(row)?.startRename();
    }
    function openRow(row: int): void {
        app.openChat(app.conversations.idAt(row));
        opened();
    }
    function showMenu(id: string, at: Item): void {
        menu.conversationId = id;
        menu.parent = at;
        menu.x = at.width - 8;
        menu.y = at.height - 4;
        menu.open();
    }

    onActiveFocusChanged: {
        if (activeFocus && currentIndex < 0)
            currentIndex = Math.max(0, app.conversations.currentRow);
    }
    Keys.onReturnPressed: openRow(currentIndex)
    Keys.onEnterPressed: openRow(currentIndex)
    Keys.onDeletePressed: app.conversations.remove(app.conversations.idAt(currentIndex))
    Keys.onMenuPressed: if (currentItem) showMenu(app.conversations.idAt(currentIndex), currentItem)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_F2 && currentItem) {
            event.accepted = true;
            renameRow(currentIndex);
        } else if (event.key === Qt.Key_Home || event.key === Qt.Key_End) {
            event.accepted = true;
            currentIndex = event.key === Qt.Key_Home ? 0 : count - 1;
        } else if (event.key === Qt.Key_Up && currentIndex <= 0) {
            event.accepted = true;
            leaveUp();
        }
    }

    section.property: "group"
    section.delegate: Item {
        required property string section

        width: ListView.view ? ListView.view.width : 240
        height: 38

        PLabel {
            x: 22
            y: 18
            width: parent.width - 44
            role: "group"
            text: parent.section
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
    }
    delegate: ConversationRow {
        id: row

        onOpened: list.openRow(index)
        onRenamed: newTitle => list.app.conversations.rename(conversationId, newTitle)
        onMenuRequested: at => list.showMenu(conversationId, at)
    }
    footer: Item {
        width: 1
        height: 12
    }
    T.ScrollBar.vertical: PScrollBar {}

    ConversationMenu {
        id: menu

        app: list.app
        onRenameRequested: id => list.renameRow(list.app.conversations.rowOf(id))
        onClosed: parent = list
    }
}
