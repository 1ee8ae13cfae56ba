import QtQuick
import QtQuick.Templates as T

// Cut, copy, paste for an editable text, on a click with the right button. Give it the text as parent.
TapHandler {
    id: handler

    required property Item field ///< a TextInput or TextEdit
    property bool secret: false  ///< what stands there is not to be copied
    readonly property bool hasSelection: field.selectedText !== "" && !secret

    acceptedButtons: Qt.RightButton
    onTapped: loader.active ? loader.item.popup() : loader.active = true

    property Loader loader: Loader {
        parent: handler.field
        active: false
        onLoaded: item.popup()
        sourceComponent: PMenu {
            minimumWidth: 160

            PMenuItem {
                enabled: handler.hasSelection && !handler.field.readOnly
                text: qsTr("Cut")
                shortcutText: "Ctrl X"
                onTriggered: handler.field.cut()
            }
            PMenuItem {
                enabled: handler.hasSelection
                text: qsTr("Copy")
                shortcutText: "Ctrl C"
                onTriggered: handler.field.copy()
            }
            PMenuItem {
                enabled: handler.field.canPaste && !handler.field.readOnly
                text: qsTr("Paste")
                shortcutText: "Ctrl V"
                onTriggered: handler.field.paste()
            }
            PMenuSeparator {}
            PMenuItem {
                enabled: handler.field.length > 0
                text: qsTr("Select all")
                shortcutText: "Ctrl A"
                onTriggered: handler.field.selectAll()
            }
        }
    }
}
