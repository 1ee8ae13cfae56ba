import QtQuick
import QtQuick.Templates as T

// A thin scroll bar that is there only when there is something to scroll.
T.ScrollBar {
    id: control

    implicitWidth: vertical ? 14 : 28
    implicitHeight: vertical ? 28 : 14
    padding: 4
    minimumSize: 0.06
    visible: size < 1.0 && policy !== T.ScrollBar.AlwaysOff
    hoverEnabled: true
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: 6
        implicitHeight: 6
        radius: 3
        color: control.pressed || control.hovered ? Theme.text3 : Theme.line2
        opacity: control.pressed || control.hovered ? 0.7 : 1
    }
}
