import QtQuick
import QtQuick.Templates as T

// One model: its name, its window and its price.
T.ItemDelegate {
    id: row

    required property int index
    required property string modelName
    required property string contextText
    required property string priceText
    required property bool current
    required property bool needsKey
    signal chosen

    width: ListView.view ? ListView.view.width : 300
    implicitHeight: 32
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: modelName
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
            width: Math.min(implicitWidth, parent.width - 20 - details.width - 12 - (row.current ? 24 : 0))
            role: row.current ? "strong" : "body"
            text: row.modelName
        }
        Row {
            id: details

            anchors.right: parent.right
            anchors.rightMargin: 10
            height: parent.height
            spacing: 10

            PLabel {
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                role: "meta"
                color: row.needsKey ? Theme.warning : Theme.text3
                text: row.needsKey ? qsTr("Needs a key") : row.priceText
            }
            PLabel {
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                role: "meta"
                text: row.contextText
            }
            PIcon {
                visible: row.current
                anchors.verticalCenter: parent.verticalCenter
                size: 14
                name: "check"
                color: Theme.accent
            }
        }
    }
}
