import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// The language of the interface; it changes at once. Each language is named in itself.
T.Button {
    id: control

    required property SettingsController settings
    readonly property var names: ({"en": "English", "zh_CN": "简体中文"})
    readonly property string code: settings.language in names ? settings.language
                                 : Theme.chinese ? "zh_CN" : "en"

    implicitWidth: label.implicitWidth + 60
    implicitHeight: 28
    hoverEnabled: true
    Accessible.name: qsTr("Language")
    Accessible.description: names[code]
    onClicked: menu.open()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        PIcon {
            x: 8
            anchors.verticalCenter: parent.verticalCenter
            name: "globe"
            size: 15
        }
        PLabel {
            id: label

            x: 29
            anchors.verticalCenter: parent.verticalCenter
            width: implicitWidth
            color: Theme.text2
            text: control.names[control.code]
        }
        PIcon {
            x: label.x + label.width + 8
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-down"
            size: 14
        }
    }
    background: Rectangle {
        radius: Theme.radiusIcon
        color: control.down || menu.opened ? Theme.selected : control.hovered ? Theme.hover : "transparent"

        PFocusRing {
            visible: control.visualFocus
            cornerRadius: Theme.radiusIcon
        }
    }
    PMenu {
        id: menu

        minimumWidth: 160
        y: -implicitHeight - 4

        PMenuItem {
            checkable: true
            checked: control.code === "en"
            text: "English"
            onTriggered: control.settings.language = "en"
        }
        PMenuItem {
            checkable: true
            checked: control.code === "zh_CN"
            text: "简体中文"
            onTriggered: control.settings.language = "zh_CN"
        }
    }
}
