import QtQuick

// The keys of the window.
SettingsColumn {
    id: section

    required property string sendKey
    readonly property var shortcuts: [
        {title: qsTr("Chat"), keys: [
            [sendKey === "enter" ? "Enter" : "Ctrl+Enter", qsTr("Send")],
            [sendKey === "enter" ? "Shift+Enter" : "Enter", qsTr("New line")],
            ["Esc", qsTr("Close what is open, else stop the answer")],
            ["Up", qsTr("Edit the last message, when the composer is empty")],
            ["Ctrl+F", qsTr("Find in chat")],
            ["F3 / Shift+F3", qsTr("Next or previous match")],
            ["Tab / Shift+Tab", qsTr("Next or previous link in the answers")],
            ["Ctrl+R", qsTr("Regenerate")],
            ["Ctrl+T", qsTr("Open or close the last thinking")],
            ["Ctrl+Shift+C", qsTr("Copy the last answer")],
            ["Alt+Left / Alt+Right", qsTr("Previous or next branch")],
            ["Ctrl+End", qsTr("Jump to latest")]
        ]},
        {title: qsTr("Window"), keys: [
            ["Ctrl+N", qsTr("New chat")],
            ["Ctrl+K", qsTr("Search chats")],
            ["Ctrl+B", qsTr("Show or hide the sidebar")],
            ["Ctrl+L", qsTr("Go to the composer")],
            ["Ctrl+M", qsTr("Choose a model")],
            ["Ctrl+,", qsTr("Settings")],
            ["F2 / Delete", qsTr("Rename or delete a chat")],
            ["Ctrl+Tab / Ctrl+Shift+Tab", qsTr("Next or previous chat")],
            ["Ctrl++ / Ctrl+- / Ctrl+0", qsTr("Size of the text")],
            ["F6", qsTr("Move between panes")]
        ]}
    ]

    SettingsTitle {
        text: qsTr("Shortcuts")
    }
    Repeater {
        model: section.shortcuts

        Column {
            id: group

            required property var modelData

            width: section.columnWidth
            bottomPadding: 20

            PLabel {
                role: "section"
                height: 28
                text: group.modelData.title
            }
            Repeater {
                model: group.modelData.keys

                Item {
                    id: entry

                    required property var modelData

                    width: section.columnWidth
                    height: what.height + 14

                    PLabel {
                        y: 7
                        width: 200
                        role: "code"
                        text: entry.modelData[0]
                    }
                    PLabel {
                        id: what

                        x: 212
                        y: 7
                        width: parent.width - x
                        wrapMode: Text.Wrap
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
    }
}
