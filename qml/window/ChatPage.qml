import QtQuick
import Ponder.Ui

// The page of the chats: sidebar, header, messages, composer. In narrow windows the sidebar lies
// over the rest.
FocusScope {
    id: page

    required property AppController app
    readonly property bool compact: width < Theme.compactWidth
    readonly property bool fresh: app.chat.isEmpty
    property bool overlayOpen: false
    readonly property bool sidebarWanted: compact ? overlayOpen : app.window.sidebarVisible

    Keys.onEscapePressed: {
        if (overlayOpen)
            overlayOpen = false;
        else if (app.chat.busy)
            app.chat.stop();
    }
    onCompactChanged: overlayOpen = false

    function toggleSidebar(): void {
        if (compact)
            overlayOpen = !overlayOpen;
        else
            app.window.sidebarVisible = !app.window.sidebarVisible;
        if (!sidebarWanted)
            focusComposer();
    }
    function showSidebar(): void {
        if (!sidebarWanted)
            toggleSidebar();
    }
    function focusSearch(): void {
        showSidebar();
        sidebar.focusSearch();
    }
    function focusComposer(): void {
        composer.takeFocus();
    }
    function openModelMenu(): void {
        composer.openModelMenu();
    }
    function rename(): void {
        if (sidebar.listFocused)
            sidebar.renameCurrent();
        else
            header.rename();
    }
    function jumpToLatest(): void {
        messages.item?.jumpToLatest();
    }
    function openFind(): void {
        messages.item?.openFind();
    }
    function stepFind(direction: int): void {
        messages.item?.stepFind(direction);
    }
    function cyclePanes(step: int): void {
        const panes = ["sidebar", "messages", "composer"].filter(
            name => name === "sidebar" ? sidebarWanted : name === "messages" ? messages.item !== null : true);
        const here = sidebar.activeFocus ? "sidebar" : composer.activeFocus ? "composer" : "messages";
        const next = panes[(Math.max(0, panes.indexOf(here)) + step + panes.length) % panes.length];
        if (next === "sidebar")
            sidebar.focusList();
        else if (next === "messages")
            messages.item.forceActiveFocus(Qt.TabFocusReason);
        else
            focusComposer();
    }

    Component.onCompleted: focusComposer()

    Connections {
        target: page.app

        function onComposerFocusRequested(): void {
            page.focusComposer();
        }
    }

    Item {
        id: main

        x: page.compact ? 0 : sidebarPanel.x + sidebarPanel.width
        width: page.width - x
        height: page.height

        ChatHeader {
            id: header

            width: parent.width
            app: page.app
            compact: page.compact
            sidebarHidden: page.compact || sidebarPanel.shown < 1
            onSidebarRequested: page.toggleSidebar()
            onFindRequested: page.openFind()
        }
        NoticeBar {
            id: notice

            y: header.height
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(Theme.composerWidth, parent.width - 32)
            app: page.app
        }
        Loader {
            id: messages

            readonly property real topEdge: header.height + (notice.visible ? notice.height + 12 : 0)

            y: topEdge
            width: parent.width
            height: Math.max(0, composer.y - 8 - topEdge)
            active: !page.fresh
            sourceComponent: MessageList {
                chat: page.app.chat
                settings: page.app.settings
                onLinkActivated: link => page.app.openExternally(link)
                onCodeSaveRequested: (code, language) => page.app.saveCode(code, language)
                onProviderSettingsRequested: providerId => page.app.openProviderSettings(providerId)
                onModelMenuRequested: composer.openModelMenu()
            }
        }
        Loader {
            id: welcome

            anchors.fill: parent
            active: page.fresh
            sourceComponent: NewChatPane {
                app: page.app
                compact: page.compact
                topEdge: notice.visible ? notice.y + notice.height + 12 : 0
                composerHeight: composer.height
                onStarterChosen: prompt => composer.insert(prompt)
            }
        }
        Composer {
            id: composer

            readonly property real margin: page.compact ? 16 : 20

            x: Math.round((parent.width - width) / 2)
            y: page.fresh && welcome.item ? welcome.item.composerY : parent.height - height - 16
            width: Math.min(Theme.composerWidth, parent.width - 2 * margin)
            height: implicitHeight
            focus: true
            app: page.app
            compact: page.compact
            fresh: page.fresh
        }
        SnackBar {
            anchors.horizontalCenter: parent.horizontalCenter
            y: page.fresh ? parent.height - height - 24 : composer.y - height - 12
            conversations: page.app.conversations
        }
    }

    Rectangle {
        id: scrim

        anchors.fill: parent
        visible: page.compact && sidebarPanel.shown > 0
        color: "#000000"
        opacity: 0.25 * sidebarPanel.shown

        MouseArea {
            anchors.fill: parent
            onClicked: page.overlayOpen = false
        }
    }
    Item {
        id: sidebarPanel

        property real shown: page.sidebarWanted ? 1 : 0

        x: -Math.round((1 - shown) * width)
        width: Math.min(page.app.window.sidebarWidth, page.width - 56)
        height: page.height
        visible: shown > 0

        Behavior on shown {
            NumberAnimation {
                duration: Theme.durationPanel
                easing.type: Easing.OutCubic
            }
        }

        Sidebar {
            id: sidebar

            anchors.fill: parent
            enabled: page.sidebarWanted
            app: page.app
            onHideRequested: page.toggleSidebar()
            onChosen: page.overlayOpen = false
            onLeave: page.focusComposer()
        }
        SidebarGrip {
            visible: !page.compact
            anchors.right: parent.right
            anchors.rightMargin: -3
            height: parent.height
            windowState: page.app.window
        }
    }
}
