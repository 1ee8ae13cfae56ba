import QtQuick

// How popovers and menus appear.
Transition {
    NumberAnimation {
        property: "opacity"
        from: 0
        to: 1
        duration: Theme.durationPopover
        easing.type: Easing.OutCubic
    }
}
