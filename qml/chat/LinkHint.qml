import QtQuick

// Where the link under the pointer really leads, in the corner of the list; or what is said of a sign.
Rectangle {
    id: hint

    property string link

    visible: link !== ""
    width: Math.min(label.implicitWidth + 16, parent ? parent.width - 24 : 0)
    height: 24
    radius: Theme.radiusIcon
    color: Theme.raised
    border.width: 1
    border.color: Theme.line

    PLabel {
        id: label

        x: 8
        width: parent.width - 16
        anchors.verticalCenter: parent.verticalCenter
        role: "meta"
        text: hint.link.startsWith("note:") ? hint.link.slice(5) : hint.link
        elide: Text.ElideMiddle
    }
}
