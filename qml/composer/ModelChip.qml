import QtQuick
import Ponder.Ui

// Which provider and model answer; opens the model menu.
ComposerChip {
    id: chip

    required property ChatController chat
    required property ModelMenuModel model
    property bool compact: false
    signal connectRequested
    signal done

    text: compact ? chat.modelShortLabel : chat.modelLabel
    shortText: chat.modelShortLabel
    foreground: chat.modelMissing ? Theme.warning : hovered ? Theme.text : Theme.text2
    opened: menu.opened
    Accessible.name: qsTr("Model")
    Accessible.description: chat.modelLabel
    onOpenRequested: open()

    function open(): void {
        model.refresh();
        menu.open();
    }

    ModelMenu {
        id: menu

        chat: chip.chat
        model: chip.model
        anchor: chip
        onConnectRequested: chip.connectRequested()
        onClosed: chip.done()
    }
}
