import QtQuick

// A label and, to the right of it or in a narrow window below it, its field with what it needs.
Item {
    id: row

    property string label
    property string help
    property int labelWidth: 128
    property int gap: 12
    readonly property bool stacked: width < 440
    default property alias content: box.data

    width: parent ? parent.width : 0
    implicitHeight: box.y + Math.max(box.height, stacked ? 0 : Math.max(32, helpLabel.bottomEdge)) + gap

    PLabel {
        id: labelText

        y: row.stacked ? 0 : 6
        width: row.stacked ? row.width : row.labelWidth - 12
        role: "secondary"
        text: row.label
        wrapMode: Text.Wrap
    }
    PLabel {
        id: helpLabel

        readonly property real bottomEdge: visible ? y + height : 0

        visible: row.help !== "" && !row.stacked
        y: labelText.y + labelText.height
        width: labelText.width
        role: "meta"
        text: row.help
        wrapMode: Text.Wrap
    }
    Column {
        id: box

        x: row.stacked ? 0 : row.labelWidth
        y: row.stacked ? labelText.height + 4 : 0
        width: row.width - x
        spacing: 6

        PLabel {
            visible: row.help !== "" && row.stacked
            width: parent.width
            role: "meta"
            text: row.help
            wrapMode: Text.Wrap
        }
    }
}
