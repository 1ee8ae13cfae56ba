import QtQuick
import Ponder.Ui

// The line above the messages: the title, which can be renamed, and what can be done with the chat.
FocusScope {
    id: header

    required property AppController app
    property bool compact: false
    property bool sidebarHidden: false
    property bool renaming: false
    signal sidebarRequested
    signal findRequested

    readonly property ChatController chat: app.chat
    readonly property real leftEdge: toggle.visible ? 50 : 20

    implicitHeight: Theme.headerHeight

    function rename(): void {
        if (!chat.isEmpty)
            renaming = true;
    }

    PIconButton {
        id: toggle

        visible: header.sidebarHidden
        x: header.compact ? 10 : 12
        y: 12
        iconName: "panel-left"
        tip: qsTr("Show sidebar")
        shortcutText: qsTr("Ctrl B")
        onClicked: header.sidebarRequested()
    }
    Row {
        id: titleRow

        visible: !header.renaming && !header.chat.isEmpty
        x: header.compact ? Math.round((parent.width - width) / 2) : header.leftEdge
        height: parent.height
        spacing: 10

        PLabel {
            id: title

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, buttons.x - header.leftEdge - 16 - (badge.visible ? badge.width + 10 : 0))
            role: "section"
            text: header.chat.title
            Accessible.role: Accessible.Heading
            Accessible.name: text

            TapHandler {
                onDoubleTapped: header.rename()
            }
        }
        Rectangle {
            id: badge

            visible: header.chat.demo && !header.compact
            anchors.verticalCenter: parent.verticalCenter
            width: badgeLabel.implicitWidth + 16
            height: 22
            radius: Theme.radiusChip
            color: Theme.soft

            PLabel {
                id: badgeLabel

                anchors.centerIn: parent
                width: implicitWidth
                role: "group"
                text: qsTr("Recorded answers")
            }
        }
    }
    Loader {
        active: header.renaming
        x: header.leftEdge - 10
        y: 10
        width: Math.min(420, buttons.x - x - 12)
        sourceComponent: TitleEditor {
            width: parent.width
            title: header.chat.title
            font.weight: Font.DemiBold
            font.pixelSize: 14
            onDone: newTitle => {
                header.renaming = false;
                header.app.conversations.rename(header.chat.conversationId, newTitle);
            }
            onCancelled: header.renaming = false
        }
    }
    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: header.compact ? 9 : 12
        y: 12
        spacing: 2

        PIconButton {
            visible: !header.chat.isEmpty
            iconName: "search"
            tip: qsTr("Find in chat")
            shortcutText: qsTr("Ctrl F")
            onClicked: header.findRequested()
        }
        PIconButton {
            id: share

            visible: !header.compact && header.app.canExport && !header.chat.isEmpty
            iconName: "share"
            tip: qsTr("Export")
            onClicked: exportMenu.popup(share, share.width - exportMenu.width, share.height + 4)

            PMenu {
                id: exportMenu

                PMenuItem {
                    iconName: "file-text"
                    text: qsTr("Markdown…")
                    onTriggered: header.app.exportChat(header.chat.conversationId, "md")
                }
                PMenuItem {
                    iconName: "code"
                    text: qsTr("JSON…")
                    onTriggered: header.app.exportChat(header.chat.conversationId, "json")
                }
            }
        }
        PIconButton {
            id: more

            visible: !header.compact && !header.chat.isEmpty
            iconName: "ellipsis"
            tip: qsTr("Options for %1").arg(header.chat.title)
            onClicked: {
                menu.conversationId = header.chat.conversationId;
                menu.popup(more, more.width - menu.width, more.height + 4);
            }

            ConversationMenu {
                id: menu

                app: header.app
                onRenameRequested: header.rename()
            }
        }
        PIconButton {
            visible: header.compact
            iconName: "square-pen"
            tip: qsTr("New chat")
            onClicked: header.app.newChat()
        }
    }
}
