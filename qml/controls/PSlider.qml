import QtQuick
import QtQuick.Templates as T

// A value in a range. With `defaulted` there is no knob and no fill: nothing is set.
T.Slider {
    id: control

    property bool defaulted: false
    property string valueText ///< shown in a bubble while the knob is held

    implicitWidth: 132
    implicitHeight: 28
    padding: 0
    opacity: enabled ? 1 : 0.5
    hoverEnabled: true
    readonly property int knob: 14

    background: Rectangle {
        x: 0
        y: Math.round((control.height - height) / 2)
        width: control.width
        height: 4
        radius: 2
        color: Theme.track

        Rectangle {
            visible: !control.defaulted
            width: Math.round(control.handle.x + control.knob / 2)
            height: parent.height
            radius: 2
            color: Theme.accent
        }
        PFocusRing {
            visible: control.visualFocus && control.defaulted
            cornerRadius: 2
        }
    }
    handle: Rectangle {
        visible: !control.defaulted
        x: Math.round(control.visualPosition * (control.width - control.knob)) - (width - control.knob) / 2
        y: Math.round((control.height - height) / 2)
        width: (control.hovered || control.pressed) && control.enabled ? 16 : control.knob
        height: width
        radius: width / 2
        color: Theme.dark ? "#EDF1EF" : "#FFFFFF"
        border.width: Theme.dark ? 0 : 1
        border.color: Theme.line3

        PFocusRing {
            visible: control.visualFocus
            cornerRadius: parent.radius
        }
    }

    Loader {
        active: control.pressed && control.valueText !== ""
        sourceComponent: PToolTip {
            parent: control.handle
            y: -implicitHeight - 6
            delay: 0
            text: control.valueText
            visible: true
        }
    }
}
