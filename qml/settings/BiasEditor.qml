import QtQuick
import Ponder.Ui

// Token numbers and how much each is favoured.
Column {
    id: editor

    required property SamplingController sampling
    required property string name
    required property var entries
    readonly property int biasWidth: 110

    function add(): void {
        if (token.text !== "" && bias.text !== "" && sampling.setEntry(name, token.text, bias.text)) {
            token.clear();
            bias.clear();
            token.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Item {
        width: parent.width
        height: 26

        PLabel {
            role: "strong"
            color: Theme.text2
            text: qsTr("Token ID")
        }
        PLabel {
            anchors.right: parent.right
            anchors.rightMargin: 34
            role: "strong"
            color: Theme.text2
            text: qsTr("Bias")
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.line2
        }
    }
    Repeater {
        model: editor.entries

        Item {
            id: entry

            required property var modelData

            width: editor.width
            height: 31

            PLabel {
                y: 5
                role: "secondary"
                text: entry.modelData.key
            }
            PLabel {
                anchors.right: parent.right
                anchors.rightMargin: 34
                y: 5
                text: entry.modelData.value
            }
            PIconButton {
                anchors.right: parent.right
                y: 1
                iconName: "x"
                iconSize: 14
                tip: qsTr("Remove %1").arg(entry.modelData.key)
                onClicked: editor.sampling.removeEntry(editor.name, entry.modelData.key)
            }
            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: 1
                color: Theme.line
            }
        }
    }
    Row {
        topPadding: 8
        width: parent.width
        spacing: 8

        NumberField {
            id: token

            width: parent.width - bias.width - plus.width - 16
            horizontalAlignment: TextInput.AlignLeft
            placeholderText: qsTr("Token ID")
            inputMethodHints: Qt.ImhDigitsOnly
            Accessible.name: qsTr("Token ID")
            onAccepted: bias.forceActiveFocus(Qt.TabFocusReason)
        }
        NumberField {
            id: bias

            placeholderText: qsTr("Bias")
            Accessible.name: qsTr("Bias")
            onAccepted: editor.add()
        }
        PIconButton {
            id: plus

            y: 1
            iconName: "plus"
            enabled: token.text !== "" && bias.text !== ""
            tip: qsTr("Add this token")
            onClicked: editor.add()
        }
    }
}
