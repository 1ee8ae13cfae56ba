import QtQuick

// ‹ 2 / 3 ›: walks through the alternatives of a message.
FocusScope {
    id: control

    required property int branch
    required property int branches
    signal stepped(int step)

    implicitWidth: row.width
    implicitHeight: 28

    Row {
        id: row

        PIconButton {
            focus: true
            width: 24
            iconName: "chevron-left"
            tip: qsTr("Previous branch")
            shortcutText: "Alt+←"
            enabled: control.branch > 1
            onClicked: control.stepped(-1)
        }
        PLabel {
            anchors.verticalCenter: parent.verticalCenter
            role: "meta"
            font.pixelSize: 13
            text: qsTr("%1 / %2").arg(control.branch).arg(control.branches)
        }
        PIconButton {
            width: 24
            iconName: "chevron-right"
            tip: qsTr("Next branch")
            shortcutText: "Alt+→"
            enabled: control.branch < control.branches
            onClicked: control.stepped(1)
        }
    }
}
