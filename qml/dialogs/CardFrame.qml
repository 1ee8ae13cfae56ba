import QtQuick

// The frame of a card: raised, a hairline around it, a trace of shadow.
Item {
    property color color: Theme.raised
    property color borderColor: Theme.line
    property real radius: Theme.radiusCard

    Rectangle {
        y: 1
        width: parent.width
        height: parent.height
        radius: parent.radius
        color: Theme.cardShadow
    }
    Rectangle {
        anchors.fill: parent
        radius: parent.radius
        color: parent.color
        border.width: 1
        border.color: parent.borderColor
    }
}
