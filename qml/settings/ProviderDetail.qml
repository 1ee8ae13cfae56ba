import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// Everything about the chosen provider.
SettingsColumn {
    id: detail

    required property ProvidersController providers
    readonly property ProviderForm form: providers.form

    Component.onCompleted: advanced.reset()

    Connections {
        target: detail.providers

        function onCurrentIdChanged(): void {
            detail.contentY = 0;
            advanced.reset();
        }
    }
    SettingsTitle {
        text: detail.form.title

        PIconButton {
            id: more

            iconName: "ellipsis"
            tip: qsTr("Options for %1").arg(detail.form.title)
            onClicked: menu.popup(more, 0, height + 4)
        }
        PSwitch {
            id: active

            checked: detail.form.active
            Accessible.name: qsTr("Use %1").arg(detail.form.title)
            onToggled: {
                detail.form.setActive(checked);
                checked = Qt.binding(() => detail.form.active);
            }
        }
    }
    FormRow {
        visible: !detail.form.demo
        label: qsTr("Name")

        PTextField {
            width: parent.width
            text: detail.form.name
            error: detail.form.errors.name ?? ""
            Accessible.name: qsTr("Name")
            onEditingFinished: detail.form.setName(text)
        }
    }
    FormRow {
        visible: !detail.form.demo
        label: qsTr("Base URL")

        PTextField {
            width: parent.width
            mono: true
            text: detail.form.baseUrl
            error: detail.form.errors.baseUrl ?? ""
            inputMethodHints: Qt.ImhUrlCharactersOnly
            Accessible.name: qsTr("Base URL")
            onEditingFinished: detail.form.setBaseUrl(text)
        }
        PLabel {
            visible: text !== ""
            width: parent.width
            role: "meta"
            color: Theme.warning
            wrapMode: Text.Wrap
            text: detail.form.urlNote
        }
    }
    ProviderKeyField {
        id: keyRow

        visible: !detail.form.demo
        providers: detail.providers
    }
    FormRow {
        visible: detail.form.demo
        label: qsTr("Demo")

        FormText {
            text: qsTr("Plays back recorded answers. Nothing leaves this computer.")
        }
    }
    FormRow {
        visible: !detail.form.demo

        ProviderTest {
            width: parent.width
            providers: detail.providers
        }
    }
    ProviderModels {
        width: parent.width
        models: detail.providers.models
    }
    ProviderAdvanced {
        id: advanced

        visible: !detail.form.demo
        width: parent.width
        form: detail.form
    }

    PMenu {
        id: menu

        PMenuItem {
            iconName: "external-link"
            text: qsTr("Get a key")
            enabled: detail.form.keyUrl !== ""
            onTriggered: detail.form.openKeyPage()
        }
        PMenuItem {
            iconName: "key-round"
            text: qsTr("Remove key")
            enabled: detail.providers.key.stored
            onTriggered: detail.providers.key.remove()
        }
        PMenuSeparator {}
        PMenuItem {
            iconName: detail.form.userMade ? "trash-2" : "rotate-ccw"
            text: detail.form.userMade ? qsTr("Remove provider") : qsTr("Back to its own values")
            danger: detail.form.userMade
            onTriggered: detail.providers.removeOrReset(detail.form.providerId)
        }
    }
}
