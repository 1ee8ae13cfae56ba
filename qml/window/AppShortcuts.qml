import QtQuick
import Ponder.Ui

// The keys that work everywhere in the window. Those of one control are with that control.
Item {
    id: shortcuts

    required property AppController app
    required property ChatPage chatPage
    readonly property bool chatShown: app.page === "chat"

    Shortcut { sequence: "Ctrl+N"; enabled: shortcuts.app.page !== "firstRun"; onActivated: shortcuts.app.newChat() }
    Shortcut { sequence: "Ctrl+,"; enabled: shortcuts.chatShown; onActivated: shortcuts.app.openSettings("general") }
    Shortcut { sequence: "Ctrl+K"; enabled: shortcuts.chatShown; onActivated: shortcuts.chatPage.focusSearch() }
    Shortcut { sequence: "Ctrl+B"; enabled: shortcuts.chatShown; onActivated: shortcuts.chatPage.toggleSidebar() }
    Shortcut { sequences: [StandardKey.Find]; enabled: shortcuts.chatShown; onActivated: shortcuts.chatPage.openFind() }
    Shortcut { sequences: ["F3", "Ctrl+G"]; enabled: shortcuts.chatShown; onActivated: shortcuts.chatPage.stepFind(1) }
    Shortcut { sequences: ["Shift+F3", "Ctrl+Shift+G"]; enabled: shortcuts.chatShown; onActivated: shortcuts.chatPage.stepFind(-1) }
    Shortcut { sequence: "Ctrl+L"; enabled: shortcuts.chatShown; onActivated: shortcuts.chatPage.focusComposer() }
    Shortcut { sequence: "Ctrl+M"; enabled: shortcuts.chatShown; onActivated: shortcuts.chatPage.openModelMenu() }
    Shortcut { sequence: "Ctrl+T"; enabled: shortcuts.chatShown; onActivated: shortcuts.app.chat.toggleLastThinking() }
    Shortcut { sequence: "Ctrl+R"; enabled: shortcuts.chatShown; onActivated: shortcuts.app.chat.regenerate(shortcuts.app.chat.lastAnswerId) }
    Shortcut { sequence: "Ctrl+Shift+C"; enabled: shortcuts.chatShown; onActivated: shortcuts.app.chat.copyLastAnswer() }
    Shortcut { sequence: "Alt+Left"; enabled: shortcuts.chatShown; onActivated: shortcuts.app.chat.stepBranch(-1) }
    Shortcut { sequence: "Alt+Right"; enabled: shortcuts.chatShown; onActivated: shortcuts.app.chat.stepBranch(1) }
    Shortcut { sequence: "Ctrl+Tab"; enabled: shortcuts.chatShown; onActivated: shortcuts.app.stepChat(1) }
    Shortcut { sequences: ["Ctrl+Shift+Tab", "Ctrl+Shift+Backtab"]; enabled: shortcuts.chatShown; onActivated: shortcuts.app.stepChat(-1) }
    Shortcut { sequence: "Ctrl+End"; enabled: shortcuts.chatShown; onActivated: shortcuts.chatPage.jumpToLatest() }
    Shortcut { sequence: "F6"; enabled: shortcuts.chatShown; onActivated: shortcuts.chatPage.cyclePanes(1) }
    Shortcut { sequence: "Shift+F6"; enabled: shortcuts.chatShown; onActivated: shortcuts.chatPage.cyclePanes(-1) }
    Shortcut { sequence: "F2"; enabled: shortcuts.chatShown; onActivated: shortcuts.chatPage.rename() }
    Shortcut { sequences: ["Ctrl++", "Ctrl+="]; onActivated: shortcuts.app.settings.stepTextSize(1) }
    Shortcut { sequence: "Ctrl+-"; onActivated: shortcuts.app.settings.stepTextSize(-1) }
    Shortcut { sequence: "Ctrl+0"; onActivated: shortcuts.app.settings.stepTextSize(0) }
    Shortcut { sequences: [StandardKey.Quit]; onActivated: Qt.quit() }
}
