import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// Asks before a link is opened that leads elsewhere than its text says.
Item {
    id: question

    required property TranscriptContext context
    readonly property real room: Math.min(360, Window.width - 72)
    property string link
    property string reason
    property Item focusBefore: null ///< where the keyboard was

    function ask(address: string, why: string): void {
        link = address;
        reason = why;
        focusBefore = Window.activeFocusItem;
        dialog.active = true;
        dialog.item.open();
    }

    LinkGuard {
        id: guard
    }
    Connections {
        target: question.context

        function onLinkRequested(link: string, runs: var): void {
            const doubt = guard.doubt(link, runs);
            doubt === "" ? question.context.linkActivated(link) : question.ask(link, doubt);
        }
    }
    Loader {
        id: dialog

        active: false
        sourceComponent: PPopover {
            parent: T.Overlay.overlay
            anchors.centerIn: parent
            modal: true
            padding: 20
            onOpened: cancel.forceActiveFocus(Qt.TabFocusReason)
            onClosed: question.focusBefore?.forceActiveFocus(Qt.PopupFocusReason)

            contentItem: Column {
                width: question.room
                spacing: 12

                Accessible.role: Accessible.Dialog
                Accessible.name: title.text

                PLabel {
                    id: title

                    width: question.room
                    role: "section"
                    text: qsTr("Open %1?").arg(guard.place(question.link))
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                }
                PLabel {
                    width: question.room
                    text: question.reason
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                }
                PLabel {
                    width: question.room
                    role: "code"
                    text: question.link
                    wrapMode: Text.WrapAnywhere
                    maximumLineCount: 6
                }
                Row {
                    spacing: 8

                    PButton {
                        id: cancel

                        text: qsTr("Cancel")
                        onClicked: dialog.item.close()
                    }
                    PButton {
                        text: qsTr("Copy address")
                        onClicked: {
                            question.context.chat.copyText(question.link);
                            dialog.item.close();
                        }
                    }
                    PButton {
                        text: qsTr("Open")
                        onClicked: {
                            dialog.item.close();
                            question.context.linkActivated(question.link);
                        }
                    }
                }
            }
        }
    }
}
