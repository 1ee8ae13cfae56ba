import QtQuick
import QtQuick.Templates as T

// Send; while an answer runs, Stop.
T.Button {
    id: control

    property bool busy: false

    implicitWidth: busy ? stopLabel.width + 41 : 32
    implicitHeight: 32
    hoverEnabled: true
    Accessible.name: busy ? qsTr("Stop") : qsTr("Send")
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: height / 2
        color: control.busy ? (control.down || control.hovered ? Theme.text2 : Theme.text)
             : !control.enabled ? Theme.track
             : control.down || control.hovered ? Theme.accentPressed : Theme.accent

        PFocusRing {
            visible: control.visualFocus
            cornerRadius: parent.radius
        }
    }
    contentItem: Item {
        PIcon {
            visible: !control.busy
            anchors.centerIn: parent
            size: 18
            name: "arrow-up"
            color: control.enabled ? Theme.onAccent : Theme.text3
        }
        Rectangle {
            visible: control.busy
            x: 11
            anchors.verticalCenter: parent.verticalCenter
            width: 10
            height: 10
            radius: 2
            color: Theme.bg
        }
        PLabel {
            id: stopLabel

            visible: control.busy
            x: 28
            anchors.verticalCenter: parent.verticalCenter
            width: implicitWidth
            role: "strong"
            color: Theme.bg
            text: qsTr("Stop")
        }
    }
    Loader {
        active: control.hovered && control.enabled
        sourceComponent: PToolTip {
            parent: control
            y: -implicitHeight - 6
            text: control.busy ? qsTr("Stop") + "   Esc" : qsTr("Send")
            visible: true
        }
    }
}
