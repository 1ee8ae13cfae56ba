import QtQuick
import Ponder.Ui

// The providers of the first run; choosing one shows its key field in place.
Column {
    id: connect

    required property AppController app
    readonly property ProvidersController providers: app.providers
    property string chosenId
    property string chosenName

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Connect a provider")

    function choose(id: string, name: string): void {
        chosenId = id;
        chosenName = name;
        providers.currentId = id;
    }

    PLabel {
        role: "strong"
        font.weight: Font.DemiBold
        text: qsTr("Connect a provider")
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Item {
        width: 1
        height: 9
    }
    Grid {
        id: grid

        readonly property real tileWidth: Math.floor((connect.width - (columns - 1) * 8) / columns)

        columns: connect.width < 420 ? 2 : 4
        spacing: 8

        Repeater {
            model: connect.providers.featured.slice(0, 7)

            ProviderTile {
                required property var modelData

                width: grid.tileWidth
                text: modelData.name
                chosen: connect.chosenId === modelData.providerId
                onClicked: connect.choose(modelData.providerId, modelData.name)
            }
        }
        ProviderTile {
            width: grid.tileWidth
            quiet: true
            text: qsTr("Other…")
            onClicked: connect.app.openSettings("providers")
        }
    }
    Item {
        width: 1
        height: 10
    }
    Row {
        visible: connect.chosenId === ""
        spacing: 5

        PIcon {
            y: 1
            size: 14
            name: "lock-keyhole"
        }
        PLabel {
            role: "meta"
            text: qsTr("Your key goes to the system keychain, and only to that provider.")
        }
    }
    Loader {
        width: parent.width
        active: connect.chosenId !== ""
        visible: active
        sourceComponent: FirstRunKey {
            app: connect.app
            providerId: connect.chosenId
            providerName: connect.chosenName
        }
    }
}
