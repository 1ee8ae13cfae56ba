import QtQuick
import Ponder.Ui

// The left side of the chats: new chat, search, all chats, settings.
FocusScope {
    id: sidebar

    required property AppController app
    signal hideRequested
    /// A chat was chosen: an overlay may go away.
    signal chosen
    signal leave

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Sidebar")

    function focusSearch(): void {
        search.forceActiveFocus(Qt.ShortcutFocusReason);
        search.selectAll();
    }
    function focusList(): void {
        if (list.count > 0)
            list.forceActiveFocus(Qt.TabFocusReason);
        else
            newChat.forceActiveFocus(Qt.TabFocusReason);
    }
    readonly property bool listFocused: list.activeFocus
    function renameCurrent(): void {
        if (list.currentIndex >= 0)
            list.renameRow(list.currentIndex);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.side
    }
    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.line
    }
    PIcon {
        x: 16
        y: 17
        size: 18
        name: "ponder-mark"
        color: Theme.accent
    }
    Text {
        x: 42
        anchors.baseline: parent.top
        anchors.baselineOffset: 31
        text: "Ponder"
        font.family: Theme.fontFamily
        font.pixelSize: 14
        font.weight: Font.DemiBold
        color: Theme.text
        Accessible.ignored: true
    }
    PIconButton {
        id: hide

        x: parent.width - 39
        y: 12
        iconName: "panel-left"
        tip: qsTr("Hide sidebar")
        shortcutText: qsTr("Ctrl B")
        onClicked: sidebar.hideRequested()
    }
    SidebarButton {
        id: newChat

        x: 12
        y: 53
        width: parent.width - 25
        iconName: "square-pen"
        accented: true
        text: qsTr("New chat")
        shortcutText: qsTr("Ctrl N")
        onClicked: {
            sidebar.app.newChat();
            sidebar.chosen();
        }
    }
    SearchField {
        id: search

        x: 12
        y: 92
        width: parent.width - 25
        onTextChanged: sidebar.app.conversations.filter = text
        onLeave: sidebar.leave()
        onMoveToList: {
            list.currentIndex = 0;
            sidebar.focusList();
        }
    }
    ConversationList {
        id: list

        anchors.top: search.bottom
        anchors.bottom: footer.top
        width: parent.width
        app: sidebar.app
        onOpened: sidebar.chosen()
        onLeaveUp: search.forceActiveFocus(Qt.BacktabFocusReason)
    }
    PLabel {
        visible: list.count === 0 && sidebar.app.conversations.loaded
        x: 22
        y: search.y + search.height + 18
        width: parent.width - 44
        role: "meta"
        wrapMode: Text.Wrap
        text: search.text === "" ? qsTr("Chats will appear here") : qsTr("Nothing matches “%1”").arg(search.text)
    }
    Item {
        id: footer

        anchors.bottom: parent.bottom
        width: parent.width - 1
        height: 49

        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        SidebarButton {
            x: 10
            y: 9
            width: parent.width - 20 - (spent.visible ? spent.width + 8 : 0)
            iconName: "settings"
            text: qsTr("Settings")
            onClicked: sidebar.app.openSettings("")
        }
        SpentToday {
            id: spent

            anchors.right: parent.right
            anchors.rightMargin: 17
            y: 9
            maximumWidth: parent.width - 140
            spending: sidebar.app.spending
        }
    }
}
