import QtQuick

// A row of the message list: a gap, then what it shows, in the reading column.
Item {
    id: row

    required property TranscriptContext context
    required property int index
    required property string messageId
    required property var content
    required property int gap
    required property int joined
    required property bool opensMessage
    property real bodyHeight: 0
    property string speaker: qsTr("Answer")
    default property alias body: column.data
    readonly property real scaledGap: Math.round(gap * Theme.readingSize / 15)

    Accessible.role: Accessible.ListItem
    Accessible.name: opensMessage ? speaker : ""
    Accessible.ignored: !opensMessage
    width: ListView.view ? ListView.view.width : context.columnWidth
    height: scaledGap + bodyHeight

    Item {
        id: column

        x: row.context.columnX
        y: row.scaledGap
        width: row.context.columnWidth
        height: row.bodyHeight
    }
}
