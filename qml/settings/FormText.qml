import QtQuick

// Words in the place of a field, on the line of the label.
Item {
    property alias text: label.text
    property alias role: label.role
    property alias color: label.color

    width: parent ? parent.width : 0
    implicitHeight: label.height + 10

    PLabel {
        id: label

        y: 6
        width: parent.width
        wrapMode: Text.Wrap
    }
}
