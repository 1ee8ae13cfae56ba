import QtQuick
import QtQuick.Templates as T

// A button with text. `busy` shows a spinner in place of the icon (or the text) and keeps the width.
T.Button {
    id: control

    property string iconName
    property bool primary: false
    property bool danger: false
    property bool busy: false
    property bool small: false
    property string tip ///< shown on hover; for a disabled button, why it is disabled

    implicitWidth: Math.max(implicitHeight, row.implicitWidth + leftPadding + rightPadding)
    implicitHeight: small ? Theme.smallControlHeight : Theme.controlHeight
    leftPadding: small ? 11 : 13
    rightPadding: leftPadding
    opacity: enabled ? (primary && down ? 0.96 : 1) : 0.5
    hoverEnabled: true
    font.family: Theme.fontFamily
    font.pixelSize: 13
    font.weight: Font.Medium
    Accessible.name: text
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    readonly property color foreground: primary ? Theme.onAccent : danger ? Theme.danger : Theme.text

    contentItem: Item {
        Row {
            id: row

            anchors.horizontalCenter: parent.horizontalCenter
            height: parent.height
            spacing: 8

            Item {
                visible: control.iconName !== ""
                width: 16
                height: parent.height

                PIcon {
                    anchors.centerIn: parent
                    visible: !control.busy
                    name: control.iconName
                    color: control.primary ? Theme.onAccent : control.danger ? Theme.danger : Theme.text3
                }
            }
            Text {
                anchors.baseline: parent.verticalCenter
                anchors.baselineOffset: 5
                opacity: control.busy && control.iconName === "" ? 0 : 1
                text: control.text
                font: control.font
                color: control.foreground
                textFormat: Text.PlainText
            }
        }
        PSpinner {
            x: control.iconName === "" ? Math.round((parent.width - width) / 2) : row.x + 1
            anchors.verticalCenter: parent.verticalCenter
            running: control.busy
            color: control.foreground
            trackColor: control.primary ? "#40FFFFFF" : Theme.track
        }
    }

    background: Item {
        Rectangle {
            visible: !control.primary || control.down
            y: 1
            width: parent.width
            height: parent.height
            radius: Theme.radiusControl
            color: Theme.cardShadow
        }
        Rectangle {
            anchors.fill: parent
            radius: Theme.radiusControl
            color: control.primary ? (control.down || (control.hovered && control.enabled)
                                      ? Theme.accentPressed : Theme.accent)
                 : control.down ? Theme.selected
                 : control.hovered && control.enabled ? Theme.hover : Theme.raised
            border.width: control.primary ? 0 : 1
            border.color: Theme.line2

            PFocusRing {
                visible: control.visualFocus
            }
        }
    }

    Loader {
        active: control.tip !== "" && control.hovered
        sourceComponent: PToolTip {
            parent: control
            text: control.tip
            visible: true
        }
    }
}
