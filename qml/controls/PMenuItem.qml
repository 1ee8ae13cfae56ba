import QtQuick
import QtQuick.Templates as T

// One row of a menu: icon, text, and the shortcut at the right.
T.MenuItem {
    id: control

    property string iconName
    property string shortcutText
    property bool danger: false

    implicitWidth: leftPadding + label.implicitWidth + (shortcutText === "" ? 0 : shortcut.implicitWidth + 24)
                   + rightPadding
    implicitHeight: visible ? 30 : 0
    leftPadding: iconName === "" && !checkable ? 10 : 34
    rightPadding: 10
    opacity: enabled ? 1 : 0.5
    hoverEnabled: true
    Accessible.name: text
    readonly property color foreground: danger ? Theme.danger : Theme.text

    contentItem: Item {
        Text {
            id: label

            anchors.baseline: parent.verticalCenter
            anchors.baselineOffset: 5
            width: parent.width
            text: control.text
            font.family: Theme.fontFamily
            font.pixelSize: 13
            color: control.foreground
            elide: Text.ElideRight
            textFormat: Text.PlainText
        }
        Text {
            id: shortcut

            anchors.right: parent.right
            anchors.baseline: parent.verticalCenter
            anchors.baselineOffset: 5
            text: control.shortcutText
            font.family: Theme.fontFamily
            font.pixelSize: 12
            color: Theme.text3
            textFormat: Text.PlainText
        }
    }
    indicator: PIcon {
        x: 10
        y: Math.round((control.height - height) / 2)
        name: control.iconName !== "" ? control.iconName : control.checked ? "check" : ""
        color: control.danger ? Theme.danger : Theme.text3
    }
    arrow: null
    background: Rectangle {
        radius: Theme.radiusIcon
        color: control.down || control.highlighted && control.enabled ? Theme.selected : "transparent"
    }
}
