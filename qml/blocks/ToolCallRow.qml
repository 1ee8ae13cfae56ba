import QtQuick

// A tool the model used: its name, what it was given and what it gave back.
MessageRow {
    id: row

    readonly property bool open: content.open

    bodyHeight: box.height

    Rectangle {
        id: box

        width: parent.width
        height: 40 + (row.open ? details.height + 12 : 0)
        radius: Theme.radiusCard
        color: Theme.code
        border.width: 1
        border.color: Theme.line

        PIcon {
            x: 15
            y: 12
            name: "wrench"
            color: row.content.failed ? Theme.danger : Theme.text3
        }
        PLabel {
            x: 40
            y: 10
            width: toggle.x - x - 8
            role: "strong"
            text: row.content.done ? row.content.failed ? qsTr("%1 failed").arg(row.content.name)
                                                        : qsTr("Used %1").arg(row.content.name)
                                   : qsTr("Asked for %1").arg(row.content.name)
        }
        PIconButton {
            id: toggle

            anchors.right: parent.right
            anchors.rightMargin: 6
            y: 6
            iconName: row.open ? "chevron-up" : "chevron-down"
            tip: row.open ? qsTr("Hide details") : qsTr("Show details")
            onClicked: row.context.transcript.toggleToolCall(row.messageId, row.content.id)
        }
        Column {
            id: details

            visible: row.open
            x: 15
            y: 40
            width: parent.width - 30
            spacing: 8

            // What it was given, and what it gave back.
            Repeater {
                model: 2

                BlockText {
                    required property int index

                    visible: source !== ""
                    width: details.width
                    context: row.context
                    listRow: row.index
                    cell: index
                    source: index === 0 ? row.content.arguments : row.content.result
                    mono: true
                    wrapMode: TextEdit.WrapAtWordBoundaryOrAnywhere
                    pixelSize: Theme.codeSize
                    lineHeight: Theme.codeLine
                    cjkLineHeight: Theme.codeLine
                    color: Theme.text2
                }
            }
        }
    }
}
