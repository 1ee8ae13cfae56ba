import QtQuick
import QtQuick.Templates as T

// A one-line field. `error` colours the border and stands below; `secret` hides what is typed
// behind dots until the eye button shows it.
T.TextField {
    id: control

    property string error
    property bool mono: false
    property bool secret: false
    property bool revealed: false
    property string iconName

    implicitWidth: 240
    implicitHeight: Theme.controlHeight + (error === "" ? 0 : errorLabel.implicitHeight + 4)
    leftPadding: iconName === "" ? 11 : 34
    rightPadding: secret ? 38 : 11
    topPadding: 0
    bottomPadding: error === "" ? 0 : errorLabel.implicitHeight + 4
    bottomInset: bottomPadding
    verticalAlignment: TextInput.AlignVCenter
    opacity: enabled ? 1 : 0.5
    color: Theme.text
    selectionColor: Theme.selection
    selectedTextColor: Theme.text
    cursorDelegate: PCaret {}
    placeholderTextColor: Theme.text3
    font.family: mono || (secret && revealed) ? Theme.monoFamily : Theme.fontFamily
    font.pixelSize: 13
    font.preferShaping: !mono // no ligatures: one must see the characters that are there
    selectByMouse: true
    echoMode: secret && !revealed ? TextInput.Password : TextInput.Normal
    passwordCharacter: "•"
    inputMethodHints: secret ? Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                             : Qt.ImhNone
    Accessible.name: placeholderText
    Accessible.description: error

    background: Rectangle {
        radius: Theme.radiusControl
        color: control.enabled ? Theme.raised : Theme.soft
        border.width: 1
        border.color: control.error !== "" ? Theme.danger
                    : control.activeFocus ? Theme.accent
                    : control.hovered ? Theme.line3 : Theme.line2
    }

    TextContextMenu {
        field: control
        secret: control.secret
    }
    PIcon {
        visible: control.iconName !== ""
        name: control.iconName
        x: 10
        y: Math.round((control.height - control.bottomPadding - height) / 2)
    }
    Text {
        visible: control.length === 0 && control.preeditText === ""
        x: control.leftPadding
        width: control.width - control.leftPadding - control.rightPadding
        y: Math.round((control.height - control.bottomPadding) / 2) + 5 - baselineOffset
        text: control.placeholderText
        font: control.font
        color: control.placeholderTextColor
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }
    PIconButton {
        visible: control.secret
        anchors.right: parent.right
        anchors.rightMargin: 3
        y: 2
        iconName: control.revealed ? "eye-off" : "eye"
        tip: control.revealed ? qsTr("Hide") : qsTr("Show")
        onClicked: control.revealed = !control.revealed
    }
    PLabel {
        id: errorLabel

        visible: control.error !== ""
        y: Theme.controlHeight + 4
        width: control.width
        role: "meta"
        color: Theme.danger
        text: control.error
        wrapMode: Text.Wrap
    }
}
