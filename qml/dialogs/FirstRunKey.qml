import QtQuick
import Ponder.Ui

// The key of the provider that was chosen on the first run: typed, kept, tried out, and on.
Column {
    id: form

    required property AppController app
    required property string providerId
    required property string providerName
    readonly property ProvidersController providers: app.providers
    readonly property ProviderKeyController key: providers.key
    property bool goOn: false ///< as soon as the test succeeds

    spacing: 8
    onProviderIdChanged: reset()
    Component.onCompleted: reset()

    function reset(): void {
        goOn = false;
        field.clear();
        field.forceActiveFocus();
    }
    function proceed(): void {
        if (field.text !== "") {
            goOn = true;
            key.save(field.text);
        } else if (key.stored) {
            goOn = true;
            providers.testConnection();
        }
    }

    Connections {
        target: form.key

        // A key that was saved is tested by itself.
        function onSaved(): void {
            field.clear();
        }
    }
    Connections {
        target: form.providers

        function onTestChanged(): void {
            if (form.goOn && !form.providers.testing && form.providers.testTone === "ok")
                form.app.finishFirstRun(form.providerId);
            else if (!form.providers.testing && form.providers.testTone === "danger")
                form.goOn = false;
        }
    }

    Row {
        width: parent.width
        spacing: 8

        PSecretField {
            id: field

            width: parent.width - action.width - 8
            placeholderText: form.key.stored ? qsTr("A key is stored. Type another to replace it.")
                                             : qsTr("API key of %1").arg(form.providerName)
            spokenName: qsTr("API key")
            error: form.key.error
            onAccepted: form.proceed()
        }
        PButton {
            id: action

            primary: true
            enabled: field.text !== "" || form.key.stored
            busy: form.key.busy || form.providers.testing
            text: qsTr("Continue")
            onClicked: form.proceed()
        }
    }
    Row {
        spacing: 8

        PIcon {
            y: 1
            size: 14
            name: "lock-keyhole"
            color: form.key.stored ? Theme.accent : Theme.text3
        }
        PLabel {
            width: form.width - 22
            role: "meta"
            wrapMode: Text.Wrap
            text: form.key.placeText
        }
    }
    PBanner {
        visible: form.providers.testTone === "danger" && !form.providers.testing
        width: parent.width
        tone: "danger"
        iconName: "key-round"
        title: form.providers.testTitle
        body: qsTr("Check the key and the connection, or choose another provider.")

        PButton {
            small: true
            text: qsTr("Continue anyway")
            onClicked: form.app.finishFirstRun(form.providerId)
        }
    }
    Row {
        spacing: 8

        PButton {
            visible: form.providers.form.keyUrl !== ""
            small: true
            iconName: "external-link"
            text: qsTr("Get a key")
            onClicked: form.app.openExternally(form.providers.form.keyUrl)
        }
        PButton {
            visible: form.key.error !== "" && field.text !== ""
            small: true
            text: qsTr("Use it for this session")
            onClicked: form.key.saveForSession(field.text)
        }
    }
}
