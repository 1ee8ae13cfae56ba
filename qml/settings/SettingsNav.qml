import QtQuick

// The left column of the settings. Up and Down move between the sections.
FocusScope {
    id: nav

    required property var sections ///< list of {value, label, icon}
    required property string section
    signal chosen(string value)
    signal back

    function step(by: int): void {
        const at = sections.findIndex(entry => entry.value === section);
        const next = Math.max(0, Math.min(sections.length - 1, at + by));
        if (next === at)
            return;
        chosen(sections[next].value);
        rows.itemAt(next).forceActiveFocus(Qt.TabFocusReason);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.side

        Rectangle {
            anchors.right: parent.right
            width: 1
            height: parent.height
            color: Theme.line
        }
    }
    BackButton {
        x: 12
        y: 10
        width: nav.width - 24
        text: qsTr("Back to chats")
        onClicked: nav.back()
    }
    PLabel {
        x: 22
        y: 55
        role: "title"
        font.pixelSize: 18
        text: qsTr("Settings")
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Column {
        id: list

        x: 12
        y: 92
        width: nav.width - 24
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Settings sections")

        Repeater {
            id: rows

            model: nav.sections

            SettingsRow {
                required property var modelData

                width: list.width
                height: 34
                text: modelData.label
                iconName: modelData.icon
                on: modelData.value === nav.section
                onClicked: nav.chosen(modelData.value)
                onStep: by => nav.step(by)
            }
        }
    }
}
