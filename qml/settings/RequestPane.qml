import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// The request as it would be sent, and what is not in it.
Rectangle {
    id: pane

    required property RequestPreview preview

    color: Theme.side
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Request preview")

    Rectangle {
        width: 1
        height: parent.height
        color: Theme.line
    }
    Flickable {
        id: flick

        width: pane.width
        height: buttons.y - 8
        contentHeight: column.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: PScrollBar {}

        Column {
            id: column

            x: 20
            width: flick.width - 40

            Item {
                width: parent.width
                height: 52

                PLabel {
                    y: 16
                    role: "section"
                    text: qsTr("Request preview")
                }
            }
            TextEdit {
                id: code

                width: parent.width
                visible: pane.preview.valid
                text: pane.preview.text
                readOnly: true
                selectByMouse: true
                activeFocusOnTab: true
                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.WrapAnywhere
                color: Theme.text
                selectionColor: Theme.selection
                selectedTextColor: Theme.text
                font.family: Theme.monoFamily
                font.pixelSize: 13
                font.preferShaping: false
                Accessible.name: qsTr("Request preview")

                JsonColoring {
                    document: code.textDocument
                    lineHeight: 20
                    nameColor: Theme.accent
                    valueColor: Theme.codeLiteral
                    foldColor: Theme.text2
                    foldBackground: Theme.selected
                }
            }
            PLabel {
                visible: !pane.preview.valid
                width: parent.width
                role: "secondary"
                wrapMode: Text.Wrap
                text: qsTr("Choose a provider and a model first.")
            }
            Item {
                width: parent.width
                height: 40

                Rectangle {
                    y: 20
                    width: parent.width
                    height: 1
                    color: Theme.line
                }
            }
            Item {
                width: parent.width
                height: 25

                PLabel {
                    role: "strong"
                    text: qsTr("Not sent")
                }
            }
            PLabel {
                width: parent.width
                role: "meta"
                lineHeight: 18
                color: Theme.text2
                wrapMode: Text.Wrap
                text: qsTr("Anything left on Default is not in the request, so the provider’s own value applies:")
            }
            PLabel {
                width: parent.width
                role: "code"
                font.pixelSize: 12
                lineHeight: 18
                color: Theme.text2
                wrapMode: Text.Wrap
                text: pane.preview.notSent.join(", ")
            }
        }
    }
    Row {
        id: buttons

        x: 20
        y: pane.height - height - (note.visible ? 44 : 20)
        width: pane.width - 40
        spacing: 8

        CopyButton {
            width: parent.width - json.width - 8
            text: qsTr("Copy as curl")
            enabled: pane.preview.valid
            onClicked: pane.preview.copyCurl()
        }
        CopyButton {
            id: json

            plain: true
            text: qsTr("Copy JSON")
            enabled: pane.preview.valid
            onClicked: pane.preview.copyJson()
        }
    }
    PLabel {
        id: note

        visible: pane.preview.keyVariable !== ""
        x: 20
        y: pane.height - 36
        width: pane.width - 40
        role: "meta"
        text: qsTr("The key is written as $%1.").arg(pane.preview.keyVariable)
    }
}
