import QtQuick

// One line of the table of models, or its head.
Item {
    id: cells

    property bool heading: false
    property bool current: false
    required property string name
    required property string contextText
    required property string inputPrice
    required property string outputPrice
    required property int contextWidth
    required property int priceWidth
    property color textColor: Theme.text

    PLabel {
        id: nameLabel

        x: cells.heading ? 0 : 50
        anchors.verticalCenter: parent.verticalCenter
        width: cells.width - x - cells.contextWidth - 2 * cells.priceWidth - 8
        role: cells.heading ? "strong" : "body"
        color: cells.heading ? Theme.text2 : cells.textColor
        text: cells.name
    }
    Repeater {
        model: [
            {text: cells.contextText, right: 2 * cells.priceWidth, shown: cells.contextWidth > 0},
            {text: cells.inputPrice, right: cells.priceWidth, shown: cells.priceWidth > 0},
            {text: cells.outputPrice, right: 0, shown: cells.priceWidth > 0}
        ]

        PLabel {
            required property var modelData

            visible: modelData.shown
            anchors.verticalCenter: cells.verticalCenter
            anchors.right: cells.right
            anchors.rightMargin: modelData.right
            role: cells.heading ? "strong" : "secondary"
            color: Theme.text2
            text: modelData.text
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: cells.heading ? Theme.line2 : Theme.line
    }
    Rectangle {
        visible: cells.current
        anchors.fill: parent
        anchors.margins: 1
        radius: Theme.radiusChip
        color: "transparent"
        border.width: 2
        border.color: Theme.accent
    }
}
