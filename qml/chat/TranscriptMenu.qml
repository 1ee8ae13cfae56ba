import QtQuick
import Ponder.Ui

// The menu of the message list: what is selected, the link, the block and the message it was opened on.
PMenu {
    id: menu

    required property SelectionController selection
    property string link

    minimumWidth: 220

    PMenuItem {
        enabled: !menu.selection.empty
        text: qsTr("Copy")
        shortcutText: "Ctrl C"
        onTriggered: menu.selection.copy()
    }
    PMenuItem {
        enabled: !menu.selection.empty
        text: qsTr("Copy as Markdown")
        onTriggered: menu.selection.copyMarkdown()
    }
    PMenuItem {
        enabled: !menu.selection.empty
        text: qsTr("Copy as rich text")
        onTriggered: menu.selection.copyRichText()
    }
    PMenuSeparator {}
    PMenuItem {
        visible: menu.link !== ""
        text: qsTr("Copy link address")
        onTriggered: menu.selection.copyText(menu.link)
    }
    PMenuItem {
        enabled: menu.selection.onBlock
        text: qsTr("Copy block as Markdown")
        onTriggered: menu.selection.copyBlockMarkdown()
    }
    PMenuItem {
        enabled: menu.selection.onBlock
        text: qsTr("Copy block as rich text")
        onTriggered: menu.selection.copyBlockRichText()
    }
    PMenuItem {
        enabled: menu.selection.onMessage
        text: qsTr("Copy message as Markdown")
        onTriggered: menu.selection.copyMessageMarkdown()
    }
    PMenuItem {
        enabled: menu.selection.onMessage
        text: qsTr("Copy message as rich text")
        onTriggered: menu.selection.copyMessageRichText()
    }
    PMenuSeparator {}
    PMenuItem {
        text: qsTr("Select all")
        shortcutText: "Ctrl A"
        onTriggered: menu.selection.selectAll()
    }
}
