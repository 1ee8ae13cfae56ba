import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// A list of short texts as chips, and a field for the next one.
Flow {
    id: editor

    required property SamplingController sampling
    required property string name
    required property string label
    required property var items
    required property int limit

    spacing: 6

    Repeater {
        model: editor.items

        Rectangle {
            id: chip

            required property int index
            required property string modelData

            width: Math.min(editor.width, text.implicitWidth + 40)
            height: 26
            radius: Theme.radiusChip
            color: Theme.soft

            PLabel {
                id: text

                x: 10
                y: 3
                width: parent.width - 38
                role: "code"
                text: chip.modelData
            }
            PIconButton {
                anchors.right: parent.right
                y: -1
                iconName: "x"
                iconSize: 14
                tip: qsTr("Remove %1").arg(chip.modelData)
                onClicked: editor.sampling.removeItem(editor.name, chip.index)
            }
        }
    }
    T.TextField {
        id: field

        function add(): void {
            if (text !== "" && editor.sampling.addItem(editor.name, text))
                clear();
        }

        visible: editor.limit === 0 || editor.items.length < editor.limit
        width: Math.max(72, contentWidth + 24)
        height: 26
        leftPadding: 6
        verticalAlignment: TextInput.AlignVCenter
        font.family: text === "" ? Theme.fontFamily : Theme.monoFamily
        font.pixelSize: 13
        font.preferShaping: text === ""
        color: Theme.text
        selectionColor: Theme.selection
        selectedTextColor: Theme.text
        cursorDelegate: PCaret {}
        selectByMouse: true
        Accessible.name: qsTr("Add to %1").arg(editor.label)
        onAccepted: add()
        onEditingFinished: add()

        background: Rectangle {
            radius: Theme.radiusChip
            color: "transparent"
            border.width: field.activeFocus ? 1 : 0
            border.color: Theme.accent
        }
        Text {
            visible: field.length === 0 && field.preeditText === ""
            x: field.leftPadding
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Add…")
            font: field.font
            color: Theme.text3
            textFormat: Text.PlainText
        }
    }
}
