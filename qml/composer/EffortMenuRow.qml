import QtQuick
import QtQuick.Templates as T

// One degree of thinking.
T.ItemDelegate {
    id: row

    required property int index
    required property var modelData
    property bool current: false
    signal chosen

    width: ListView.view ? ListView.view.width : 196
    implicitHeight: 30
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    text: modelData.label
    Accessible.role: Accessible.ListItem
    Accessible.name: text
    Accessible.selected: current
    Accessible.onPressAction: chosen()
    onClicked: chosen()
    onHoveredChanged: if (hovered) ListView.view.currentIndex = index

    background: Rectangle {
        radius: Theme.radiusIcon
        color: row.ListView.isCurrentItem ? Theme.selected : "transparent"
    }
    contentItem: Item {
        PLabel {
            x: 10
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 20 - 24
            role: row.current ? "strong" : "body"
            text: row.text
        }
        PIcon {
            visible: row.current
            anchors.right: parent.right
            anchors.rightMargin: 10
            anchors.verticalCenter: parent.verticalCenter
            size: 14
            name: "check"
            color: Theme.accent
        }
    }
}
