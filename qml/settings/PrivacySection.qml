import QtQuick
import Ponder.Ui

// Where everything is kept, and what leaves this computer.
SettingsColumn {
    id: section

    required property AppController app

    SettingsTitle {
        text: qsTr("Privacy & data")
    }
    FormRow {
        label: qsTr("Conversations")

        PTextField {
            width: parent.width
            mono: true
            readOnly: true
            text: section.app.settings.dataFolder
            Accessible.name: qsTr("Conversations")
        }
        PButton {
            iconName: "external-link"
            text: qsTr("Open folder")
            onClicked: section.app.settings.openDataFolder()
        }
    }
    FormRow {
        label: qsTr("Settings")

        PTextField {
            width: parent.width
            mono: true
            readOnly: true
            text: section.app.settings.configFolder
            Accessible.name: qsTr("Settings")
        }
    }
    FormRow {
        label: qsTr("Keys")

        FormText {
            text: section.app.providers.key.sessionOnly
                  ? qsTr("In memory, until Ponder is closed. This computer has no keychain that can be used.")
                  : qsTr("In the system keychain. They are in no file, log or export of Ponder.")
        }
    }
    FormRow {
        label: qsTr("What is sent")

        FormText {
            text: qsTr("Your messages go to the provider you chose for that chat, and nowhere else. Ponder "
                       + "collects nothing, calls no server of its own, and does not load pictures of an answer "
                       + "before you click them.")
        }
    }
}
