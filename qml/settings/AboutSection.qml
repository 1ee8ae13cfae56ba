import QtQuick
import Ponder.Ui

// The version, and what Ponder is made with.
SettingsColumn {
    id: section

    required property AppController app
    readonly property var parts: [
        ["Qt " + app.settings.qtVersion, "LGPL-3.0"],
        ["QtKeychain", "BSD-3-Clause"],
        ["cmark-gfm", "BSD-2-Clause"],
        ["SQLite", qsTr("public domain")],
        ["Lucide", "ISC"],
        ["Inter, JetBrains Mono, Noto", "OFL-1.1"]
    ]

    SettingsTitle {
        text: qsTr("About")
    }
    FormRow {
        label: qsTr("Version")
        gap: 4

        FormText {
            text: "Ponder " + section.app.settings.version
        }
    }
    FormRow {
        label: qsTr("Licence")

        FormText {
            text: qsTr("MIT: free to use, change and share")
        }
    }
    PLabel {
        height: 32
        role: "section"
        text: qsTr("Made with")
    }
    Repeater {
        model: section.parts

        Item {
            id: entry

            required property var modelData

            width: section.columnWidth
            height: 35

            PLabel {
                y: 7
                text: entry.modelData[0]
            }
            PLabel {
                y: 7
                anchors.right: parent.right
                role: "secondary"
                text: entry.modelData[1]
            }
            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: 1
                color: Theme.line
            }
        }
    }
}
