import QtQuick

// The title of a section, with what belongs to its right.
Item {
    id: title

    property string text
    default property alias trailing: row.data

    width: parent ? parent.width : 0
    implicitHeight: 58

    PLabel {
        y: 12
        width: parent.width - row.width - 12
        role: "title"
        text: title.text
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Row {
        id: row

        anchors.right: parent.right
        y: 12
        spacing: 12
    }
}
