import QtQuick
import Ponder.Ui

// Servers that run on this computer, found by asking their ports.
Column {
    id: locals

    required property AppController app
    /// Those that run; beside them only as many others as make two rows. Asking again asks for all.
    readonly property var servers: {
        const all = app.providers.localServers;
        const running = all.filter(server => server.running);
        return running.concat(all.filter(server => !server.running)).slice(0, Math.max(2, running.length));
    }

    spacing: 9
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Use a local model")

    PLabel {
        role: "strong"
        font.weight: Font.DemiBold
        text: qsTr("Use a local model")
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Item {
        width: parent.width
        height: rows.height + 2

        CardFrame {
            anchors.fill: parent
        }
        Column {
            id: rows

            x: 1
            y: 1
            width: parent.width - 2

            Repeater {
                model: locals.servers

                LocalServerRow {
                    required property var modelData
                    required property int index

                    width: rows.width
                    server: modelData
                    firstRow: index === 0
                    busy: locals.app.settingUp
                    looking: locals.app.providers.looking
                    onChosen: locals.app.useLocal(modelData.providerId, modelData.baseUrl)
                    onLookAgain: locals.app.providers.lookAgain()
                }
            }
            Item {
                visible: locals.servers.length === 0
                width: rows.width
                height: 58

                PSpinner {
                    x: 20
                    anchors.verticalCenter: parent.verticalCenter
                    running: locals.app.providers.looking
                }
                PLabel {
                    x: 44
                    anchors.verticalCenter: parent.verticalCenter
                    role: "meta"
                    text: locals.app.providers.looking ? qsTr("Looking for local servers")
                                                       : qsTr("No local server is known")
                }
            }
        }
    }
    PLabel {
        visible: text !== ""
        width: parent.width
        role: "meta"
        color: Theme.danger
        wrapMode: Text.Wrap
        text: locals.app.setupError
    }
}
