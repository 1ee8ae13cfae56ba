import QtQuick

// What popovers and menus are made of. The shadow is a few faint frames, because the software
// adaptation cannot blur.
Item {
    Repeater {
        model: 6

        Rectangle {
            required property int index

            x: -index
            y: 3 - index + index * 0.4
            width: parent.width + 2 * index
            height: parent.height + 2 * index
            radius: Theme.radiusCard + index
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
