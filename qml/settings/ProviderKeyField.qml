import QtQuick
import Ponder.Ui

// The API key: typed here, kept in the keychain, and never shown again but for its last characters.
FormRow {
    id: row

    required property ProvidersController providers
    readonly property ProviderKeyController key: providers.key
    property bool replacing: false
    readonly property bool entering: !key.stored || replacing

    label: qsTr("API key")
    onReplacingChanged: entry.clear()

    function save(): void {
        if (entry.text !== "")
            key.save(entry.text);
    }

    Connections {
        target: row.key

        function onSaved(): void {
            row.replacing = false;
            entry.clear();
        }
    }
    Connections {
        target: row.providers

        function onCurrentIdChanged(): void {
            row.replacing = false;
            entry.clear();
        }
    }
    Row {
        visible: !row.entering
        width: parent.width
        spacing: 8

        PTextField {
            width: parent.width - replace.width - 8
            mono: true
            readOnly: true
            rightPadding: 38
            color: Theme.text2
            text: "••••••••••••••••\u2009" + row.key.tail
            Accessible.name: qsTr("API key")
            Accessible.description: row.key.placeText

            PIconButton {
                anchors.right: parent.right
                anchors.rightMargin: 3
                y: 2
                enabled: false
                iconName: "eye"
                tip: qsTr("A stored key is not shown again")
            }
        }
        PButton {
            id: replace

            text: qsTr("Replace")
            onClicked: {
                row.replacing = true;
                entry.forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }
    Row {
        visible: row.entering
        width: parent.width
        spacing: 8

        PSecretField {
            id: entry

            width: parent.width - save.width - 8 - (cancel.visible ? cancel.width + 8 : 0)
            enabled: !row.key.busy
            spokenName: qsTr("API key")
            placeholderText: row.providers.form.needsKey ? qsTr("Paste the key here")
                                                         : qsTr("Only if the server asks for one")
            onAccepted: row.save()
            Keys.onEscapePressed: event => {
                event.accepted = row.replacing || text !== "";
                row.replacing = false;
                clear();
            }
        }
        PButton {
            id: save

            primary: entry.text !== ""
            enabled: entry.text !== ""
            busy: row.key.busy
            text: qsTr("Save")
            onClicked: row.save()
        }
        PButton {
            id: cancel

            visible: row.replacing
            text: qsTr("Cancel")
            onClicked: row.replacing = false
        }
    }
    PLabel {
        visible: text !== ""
        width: parent.width
        role: "meta"
        color: Theme.danger
        wrapMode: Text.Wrap
        text: row.key.error
    }
    Row {
        width: parent.width
        spacing: 6

        PIcon {
            y: 1
            size: 14
            name: row.key.sessionOnly ? "lock-open" : "lock"
            color: row.key.sessionOnly ? Theme.warning : row.key.stored ? Theme.accent : Theme.text3
        }
        PLabel {
            width: parent.width - 20
            role: "meta"
            wrapMode: Text.Wrap
            text: row.key.placeText
        }
    }
    Flow {
        width: parent.width
        spacing: 8

        PButton {
            visible: row.entering && row.providers.form.keyUrl !== ""
            small: true
            iconName: "external-link"
            text: qsTr("Get a key")
            onClicked: row.providers.form.openKeyPage()
        }
        PButton {
            visible: row.entering && row.key.error !== "" && entry.text !== ""
            small: true
            text: qsTr("Keep for this session")
            onClicked: row.key.saveForSession(entry.text)
        }
    }
}
