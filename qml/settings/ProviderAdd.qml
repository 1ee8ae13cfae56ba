import QtQuick
import Ponder.Ui

// A provider that is not in the list: any server that speaks the OpenAI API.
PPopover {
    id: popup

    required property ProvidersController providers

    function add(): void {
        if (providers.add(name.text, url.text, needsKey.checked))
            close();
    }

    padding: 20
    modal: true
    onAboutToShow: {
        name.clear();
        url.clear();
        needsKey.checked = true;
    }
    onOpened: name.forceActiveFocus(Qt.TabFocusReason)

    contentItem: Column {
        id: column

        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Add a provider")

        PLabel {
            height: 36
            role: "section"
            text: qsTr("Add a provider")
        }
        FormRow {
            label: qsTr("Name")
            labelWidth: 96

            PTextField {
                id: name

                width: parent.width
                Accessible.name: qsTr("Name")
                onAccepted: popup.add()
            }
        }
        FormRow {
            label: qsTr("Base URL")
            labelWidth: 96

            PTextField {
                id: url

                width: parent.width
                mono: true
                placeholderText: "https://host/v1"
                inputMethodHints: Qt.ImhUrlCharactersOnly
                Accessible.name: qsTr("Base URL")
                onAccepted: popup.add()
            }
            PLabel {
                width: parent.width
                role: "meta"
                wrapMode: Text.Wrap
                text: qsTr("Any server that speaks the OpenAI API. Ponder adds /chat/completions.")
            }
        }
        FormRow {
            label: qsTr("Needs a key")
            labelWidth: 96

            PSwitch {
                id: needsKey

                checked: true
                Accessible.name: qsTr("Needs a key")
            }
        }
        PLabel {
            visible: text !== ""
            width: parent.width
            bottomPadding: 12
            role: "meta"
            color: Theme.danger
            wrapMode: Text.Wrap
            text: popup.providers.addError
        }
        Row {
            anchors.right: parent.right
            spacing: 8

            PButton {
                text: qsTr("Cancel")
                onClicked: popup.close()
            }
            PButton {
                primary: true
                text: qsTr("Add")
                enabled: name.text.trim() !== "" && url.text.trim() !== ""
                onClicked: popup.add()
            }
        }
    }
}
