import QtQuick

// One local server: whether it answers, and what to do about it.
Item {
    id: row

    required property var server ///< {providerId, name, baseUrl, address, running, modelCount, subtitle}
    property bool firstRow: false
    property bool busy: false
    property bool looking: false
    signal chosen
    signal lookAgain

    implicitHeight: firstRow ? 58 : 59

    Rectangle {
        visible: !row.firstRow
        width: parent.width
        height: 1
        color: Theme.line
    }
    StatusDot {
        x: 16
        anchors.verticalCenter: parent.verticalCenter
        tone: row.server.running ? "ok" : "off"
    }
    Column {
        x: 36
        anchors.verticalCenter: parent.verticalCenter
        width: action.x - x - 12

        PLabel {
            width: parent.width
            role: "strong"
            text: row.server.name
        }
        PLabel {
            width: parent.width
            role: "meta"
            text: row.server.subtitle
        }
    }
    PButton {
        id: action

        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(104, implicitWidth)
        primary: row.server.running
        busy: row.server.running ? row.busy : row.looking
        text: row.server.running ? qsTr("Use %1").arg(row.server.name) : qsTr("Look again")
        Accessible.description: row.server.subtitle
        onClicked: row.server.running ? row.chosen() : row.lookAgain()
    }
}
