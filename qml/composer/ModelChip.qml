import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// Which provider and model answer; opens the model menu.
T.Button {
    id: chip

    required property ChatController chat
    required property ModelMenuModel model
    property bool compact: false
    property real maximumWidth: 400
    signal connectRequested
    signal done

    implicitWidth: Math.min(maximumWidth, label.implicitWidth + 18 + leftPadding + rightPadding)
    implicitHeight: 28
    leftPadding: 8
    rightPadding: 8
    hoverEnabled: true
    Accessible.name: qsTr("Model")
    Accessible.description: chat.modelLabel
    onClicked: open()
    Keys.onReturnPressed: open()
    Keys.onEnterPressed: open()

    function open(): void {
        model.refresh();
        menu.open();
    }

    contentItem: Item {
        PLabel {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width - 18)
            color: chip.chat.modelMissing ? Theme.warning : chip.hovered ? Theme.text : Theme.text2
            text: chip.compact ? chip.chat.modelShortLabel : chip.chat.modelLabel
        }
        PIcon {
            x: label.width + 6
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-down"
            size: 12
            color: Theme.text3
        }
    }
    background: Rectangle {
        radius: Theme.radiusIcon
        color: chip.down || menu.opened ? Theme.selected : chip.hovered ? Theme.hover : "transparent"

        PFocusRing {
            visible: chip.visualFocus
            cornerRadius: Theme.radiusIcon
        }
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
