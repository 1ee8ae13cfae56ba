import QtQuick
import QtQuick.Templates as T

// A choice that counts for the next message, as plain text with a menu behind it.
T.Button {
    id: chip

    property color foreground: Theme.text2
    property string shortText: text ///< where there is no room for all of it
    property bool opened: false ///< its menu is
    property real maximumWidth: 400
    signal openRequested

    readonly property bool tight: whole.advanceWidth + 18 + leftPadding + rightPadding > maximumWidth

    implicitWidth: Math.min(maximumWidth, label.implicitWidth + 18 + leftPadding + rightPadding)
    implicitHeight: 28
    leftPadding: 8
    rightPadding: 8
    hoverEnabled: true
    onClicked: openRequested()
    Keys.onReturnPressed: openRequested()
    Keys.onEnterPressed: openRequested()

    contentItem: Item {
        PLabel {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width - 18)
            color: chip.foreground
            text: chip.tight ? chip.shortText : chip.text
        }
        TextMetrics {
            id: whole

            font: label.font
            text: chip.text
        }
        PIcon {
            x: label.width + 6
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-down"
            size: 12
            color: Theme.text3
        }
    }
    background: Rectangle {
        radius: Theme.radiusIcon
        color: chip.down || chip.opened ? Theme.selected : chip.hovered ? Theme.hover : "transparent"

        PFocusRing {
            visible: chip.visualFocus
            cornerRadius: Theme.radiusIcon
        }
    }
}
