import QtQuick
import Ponder.Ui

// What can be done with one chat.
PMenu {
    id: menu

    required property AppController app
    property string conversationId
    readonly property bool pinned: conversationId !== "" && visible && app.conversations.isPinned(conversationId)

    signal renameRequested(string conversationId)

    PMenuItem {
        iconName: "pencil"
        text: qsTr("Rename")
        shortcutText: "F2"
        onTriggered: menu.renameRequested(menu.conversationId)
    }
    PMenuItem {
        iconName: menu.pinned ? "pin-off" : "pin"
        text: menu.pinned ? qsTr("Unpin") : qsTr("Pin")
        onTriggered: menu.app.conversations.setPinned(menu.conversationId, !menu.pinned)
    }
    PMenuItem {
        iconName: "copy"
        text: qsTr("Duplicate")
        onTriggered: menu.app.conversations.duplicate(menu.conversationId)
    }
    PMenuItem {
        visible: menu.app.canExport
        iconName: "download"
        text: qsTr("Export as Markdown…")
        onTriggered: menu.app.exportChat(menu.conversationId, "md")
    }
    PMenuItem {
        visible: menu.app.canExport
        iconName: "download"
        text: qsTr("Export as JSON…")
        onTriggered: menu.app.exportChat(menu.conversationId, "json")
    }
    PMenuSeparator {}
    PMenuItem {
        iconName: "trash-2"
        danger: true
        text: qsTr("Delete")
        shortcutText: qsTr("Del")
        onTriggered: menu.app.conversations.remove(menu.conversationId)
    }
}
