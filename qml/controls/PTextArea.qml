import QtQuick
import QtQuick.Templates as T

// A field of several lines that scrolls inside its box.
FocusScope {
    id: control

    property alias text: area.text
    property alias placeholderText: area.placeholderText
    property alias readOnly: area.readOnly
    property alias textArea: area
    property string error
    property bool mono: false
    property int boxHeight: 0 ///< 0: as high as the text, within bounds
    signal editingFinished

    implicitWidth: 320
    implicitHeight: box.height + (error === "" ? 0 : errorLabel.implicitHeight + 4)
    opacity: enabled ? 1 : 0.5

    Rectangle {
        id: box

        width: parent.width
        height: control.boxHeight > 0 ? control.boxHeight : Math.max(64, Math.min(220, area.contentHeight + 16))
        radius: Theme.radiusControl
        color: Theme.raised
        border.width: 1
        border.color: control.error !== "" ? Theme.danger
                    : area.activeFocus ? Theme.accent
                    : area.hovered ? Theme.line3 : Theme.line2
    }
    Flickable {
        id: flick

        anchors.fill: box
        anchors.margins: 1
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: PScrollBar {}

        T.TextArea.flickable: T.TextArea {
            id: area

            focus: true
            leftPadding: 10
            rightPadding: 10
            topPadding: 7
            bottomPadding: 7
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            selectByMouse: true
            hoverEnabled: true
            color: Theme.text
            selectionColor: Theme.selection
            selectedTextColor: Theme.text
            cursorDelegate: PCaret {}
            placeholderTextColor: Theme.text3
            font.family: control.mono ? Theme.monoFamily : Theme.fontFamily
            font.pixelSize: 13
            font.preferShaping: !control.mono
            Accessible.name: control.Accessible.name !== "" ? control.Accessible.name : placeholderText
            Accessible.description: control.error
            KeyNavigation.priority: KeyNavigation.BeforeItem
            KeyNavigation.tab: nextItemInFocusChain(true)
            KeyNavigation.backtab: nextItemInFocusChain(false)
            onEditingFinished: control.editingFinished()

            TextContextMenu {
                field: area
            }
            Text {
                visible: area.length === 0 && area.preeditText === ""
                x: area.leftPadding
                y: area.topPadding
                width: area.width - 20
                text: area.placeholderText
                font: area.font
                color: area.placeholderTextColor
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
            }
        }
    }
    PLabel {
        id: errorLabel

        visible: control.error !== ""
        y: box.height + 4
        width: control.width
        role: "meta"
        color: Theme.danger
        text: control.error
        wrapMode: Text.Wrap
    }
}
