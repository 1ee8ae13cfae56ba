import QtQuick
import Ponder.Ui

// Where messages are written: the text, the model that answers, how full its window is, and Send or
// Stop. While an answer runs the next message can be written, but not sent.
FocusScope {
    id: composer

    required property AppController app
    property bool compact: false
    property bool fresh: false ///< on the page of a new chat
    readonly property ChatController chat: app.chat

    implicitWidth: Theme.composerWidth
    implicitHeight: 72 + editor.height
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Message")

    function takeFocus(): void {
        editor.takeFocus();
    }
    function openModelMenu(): void {
        chip.open();
    }
    function insert(text: string): void {
        editor.insert(text);
    }

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: 1
        anchors.bottomMargin: -1
        radius: Theme.radiusComposer
        color: Theme.cardShadow
    }
    Rectangle {
        id: frame

        anchors.fill: parent
        radius: Theme.radiusComposer
        color: Theme.raised
        border.width: 1
        border.color: editor.activeFocus ? Theme.line3 : Theme.line2

        MouseArea {
            anchors.fill: parent
            cursorShape: Qt.IBeamCursor
            onClicked: composer.takeFocus()
        }
    }
    ComposerField {
        id: editor

        x: 17
        y: 14
        width: parent.width - 34
        focus: true
        chat: composer.chat
        sendWithCtrl: composer.app.settings.sendKey === "ctrl_enter"
        placeholderText: composer.chat.busy ? qsTr("Write your next message while you wait")
                       : composer.fresh ? qsTr("Ask a question or paste code")
                       : qsTr("Message %1").arg(composer.chat.modelShortLabel)
    }
    ModelChip {
        id: chip

        x: 9
        anchors.verticalCenter: actions.verticalCenter
        maximumWidth: actions.x - x - 12 - (effort.visible ? effort.width + 6 : 0)
        chat: composer.chat
        model: composer.app.modelMenu
        compact: composer.compact
        onConnectRequested: composer.app.openProviderSettings(composer.chat.providerId)
        onDone: composer.takeFocus()
    }
    EffortChip {
        id: effort

        visible: !composer.compact && composer.app.effort.available
        x: chip.x + chip.width + 6
        anchors.verticalCenter: actions.verticalCenter
        effort: composer.app.effort
        onDone: composer.takeFocus()
    }
    Row {
        id: actions

        anchors.right: parent.right
        anchors.rightMargin: 11
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 11
        spacing: 16

        ContextMeter {
            anchors.verticalCenter: parent.verticalCenter
            chat: composer.chat
            compact: composer.compact
        }
        SendButton {
            busy: composer.chat.busy
            enabled: busy || composer.chat.canSend
            onClicked: {
                if (composer.chat.busy)
                    composer.chat.stop();
                else
                    editor.send();
            }
        }
    }
}
