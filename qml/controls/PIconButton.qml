import QtQuick
import QtQuick.Templates as T

// A button with only an icon. `tip` is its tool tip and, unless another is set, its accessible name.
T.Button {
    id: control

    property string iconName
    property string tip
    property string shortcutText
    property int iconSize: 16
    property bool danger: false
    property color iconColor: danger ? Theme.danger
                              : checked ? Theme.accent
                              : hovered && enabled || down || visualFocus ? Theme.text : Theme.text3

    implicitWidth: 28
    implicitHeight: 28
    padding: 0
    opacity: enabled ? 1 : 0.5
    hoverEnabled: true
    Accessible.name: tip
    Keys.onReturnPressed: press()
    Keys.onEnterPressed: press()

    function press(): void {
        if (checkable) {
            toggle();
            toggled();
        }
        clicked();
    }

    contentItem: Item {
        PIcon {
            anchors.centerIn: parent
            name: control.iconName
            size: control.iconSize
            color: control.iconColor
        }
    }
    background: Rectangle {
        radius: Theme.radiusIcon
        color: control.down ? Theme.selected
             : control.hovered && control.enabled ? Theme.hover : "transparent"

        PFocusRing {
            visible: control.visualFocus
            cornerRadius: Theme.radiusIcon
        }
    }

    Loader {
        active: control.tip !== "" && control.hovered
        sourceComponent: PToolTip {
            parent: control
            text: control.shortcutText === "" ? control.tip
                                              : control.tip + "   " + control.shortcutText
            visible: !control.down
        }
    }
}
