import QtQuick
import QtQuick.Templates as T

// A short field for a number; what is wrong with it stands elsewhere.
T.TextField {
    id: control

    property bool invalid: false

    implicitWidth: 84
    implicitHeight: 30
    leftPadding: 10
    rightPadding: 10
    verticalAlignment: TextInput.AlignVCenter
    horizontalAlignment: TextInput.AlignRight
    opacity: enabled ? 1 : 0.5
    color: Theme.text
    selectionColor: Theme.selection
    selectedTextColor: Theme.text
    cursorDelegate: PCaret {}
    placeholderTextColor: Theme.text3
    font.family: Theme.fontFamily
    font.pixelSize: 13
    selectByMouse: true
    hoverEnabled: true

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.raised
        border.width: 1
        border.color: control.invalid ? Theme.danger
                    : control.activeFocus ? Theme.accent
                    : control.hovered ? Theme.line3 : Theme.line2
    }

    Text {
        visible: control.length === 0 && control.preeditText === ""
        anchors.fill: parent
        anchors.leftMargin: control.leftPadding
        anchors.rightMargin: control.rightPadding
        horizontalAlignment: control.horizontalAlignment
        verticalAlignment: Text.AlignVCenter
        text: control.placeholderText
        font: control.font
        color: control.placeholderTextColor
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }
}
