import QtQuick
import QtQuick.Templates as T

// On or off, with effect at once. The label stands beside it; set Accessible.name to that label.
T.Switch {
    id: control

    property bool small: false

    implicitWidth: indicator.implicitWidth
    implicitHeight: Math.max(28, indicator.implicitHeight)
    padding: 0
    opacity: enabled ? 1 : 0.5
    hoverEnabled: true
    Accessible.name: text
    Keys.onReturnPressed: press()
    Keys.onEnterPressed: press()

    function press(): void {
        toggle();
        toggled();
    }

    indicator: Rectangle {
        implicitWidth: control.small ? 29 : 34
        implicitHeight: control.small ? 17 : 20
        y: Math.round((control.height - height) / 2)
        radius: height / 2
        color: control.checked ? (control.hovered && control.enabled ? Theme.accentPressed : Theme.accent)
                               : Theme.track

        Behavior on color {
            ColorAnimation {
                duration: Theme.durationHover
            }
        }

        Rectangle {
            x: control.checked ? parent.width - width - 2 : 2
            y: 2
            width: parent.height - 4
            height: width
            radius: width / 2
            color: Theme.dark && control.checked ? Theme.onAccent : "#FFFFFF"
            opacity: Theme.dark && !control.checked ? 0.75 : 1

            Behavior on x {
                NumberAnimation {
                    duration: Theme.durationPopover
                    easing.type: Easing.OutCubic
                }
            }
        }

        PFocusRing {
            visible: control.visualFocus
            cornerRadius: parent.radius
        }
    }
}
