import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// The window: one of three pages, and what they share.
T.ApplicationWindow {
    id: window

    required property AppController app

    width: app.window.width
    height: app.window.height
    minimumWidth: 400
    minimumHeight: 520
    visible: true
    title: app.page === "chat" && app.chat.title !== "" ? qsTr("%1 — Ponder").arg(app.chat.title) : "Ponder"
    color: Theme.bg
    font.family: Theme.fontFamily
    font.pixelSize: 13

    onWidthChanged: rememberSize()
    onHeightChanged: rememberSize()

    function rememberSize(): void {
        if (visibility === Window.Windowed)
            app.window.remember(width, height);
    }

    ThemeBindings {
        appearance: window.app.appearance
    }
    AppShortcuts {
        app: window.app
        chatPage: chatPage
    }

    ChatPage {
        id: chatPage

        anchors.fill: parent
        visible: window.app.page === "chat"
        enabled: visible
        app: window.app
    }
    Loader {
        anchors.fill: parent
        active: window.app.page === "settings"
        sourceComponent: SettingsPage {
            app: window.app
            focus: true
        }
        onLoaded: item.forceActiveFocus()
    }
    Loader {
        anchors.fill: parent
        active: window.app.page === "firstRun"
        sourceComponent: FirstRunPage {
            app: window.app
            focus: true
        }
        onLoaded: item.forceActiveFocus()
    }

    Connections {
        target: window.app

        function onRaiseRequested(): void {
            window.show();
            window.raise();
            window.requestActivate();
        }
    }
}
