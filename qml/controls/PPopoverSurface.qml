import QtQuick

// What popovers and menus are made of. The shadow is a few faint frames, because the software
// adaptation cannot blur.
Item {
    Repeater {
        model: 8

        Rectangle {
            required property int index
            readonly property int spread: 2 * index

            x: -spread
            y: 5 - spread
            width: parent.width + 2 * spread
            height: parent.height + 2 * spread
            radius: Theme.radiusCard + spread
            color: Theme.popoverShadow
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: Theme.raised
        border.width: 1
        border.color: Theme.dark ? Theme.line2 : Theme.line
    }
}
