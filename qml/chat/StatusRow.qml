import QtQuick

// Nothing has arrived yet: who is waited for, and for how long.
MessageRow {
    id: row

    bodyHeight: 28

    Row {
        height: parent.height
        spacing: 10

        PSpinner {
            anchors.verticalCenter: parent.verticalCenter
            size: 13
        }
        PLabel {
            width: Math.min(implicitWidth, row.context.columnWidth - 24)
            anchors.verticalCenter: parent.verticalCenter
            role: "secondary"
            color: Theme.text3
            text: row.content.text
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
