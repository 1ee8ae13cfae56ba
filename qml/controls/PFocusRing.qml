import QtQuick

// The ring around the control that has the keyboard: 2 px accent with a 2 px gap.
// Use as a child of the background: PFocusRing { visible: control.visualFocus }
Rectangle {
    id: ring

    property real gap: 2
    property real cornerRadius: Theme.radiusControl

    anchors.fill: parent
    anchors.margins: -(gap + 2)
    radius: cornerRadius + gap + 2
    color: "transparent"
    border.width: 2
    border.color: Theme.accent
    z: 10
}
