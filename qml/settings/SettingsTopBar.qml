import QtQuick

// The head of the settings in a narrow window: back, and the sections as a choice.
FocusScope {
    id: bar

    required property var sections ///< list of {value, label, icon}
    required property string section
    signal chosen(string value)
    signal back

    Rectangle {
        anchors.fill: parent
        color: Theme.side

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
    PIconButton {
        x: 12
        anchors.verticalCenter: parent.verticalCenter
        iconName: "chevron-left"
        tip: qsTr("Back to chats")
        onClicked: bar.back()
    }
    PComboBox {
        x: 48
        width: Math.min(240, bar.width - x - 20)
        anchors.verticalCenter: parent.verticalCenter
        model: bar.sections
        textRole: "label"
        valueRole: "value"
        currentIndex: bar.sections.findIndex(entry => entry.value === bar.section)
        Accessible.name: qsTr("Settings sections")
        onActivated: index => bar.chosen(bar.sections[index].value)
    }
}
