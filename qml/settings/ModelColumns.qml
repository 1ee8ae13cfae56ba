import QtQuick

// One line of the table of models, or its head.
Item {
    id: line

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

        x: line.heading ? 0 : 50
        anchors.verticalCenter: parent.verticalCenter
        width: line.width - x - line.contextWidth - 2 * line.priceWidth - 8
        role: line.heading ? "strong" : "body"
        color: line.heading ? Theme.text2 : line.textColor
        text: line.name
    }
    Repeater {
        model: [
            {text: line.contextText, right: 2 * line.priceWidth, shown: line.contextWidth > 0},
            {text: line.inputPrice, right: line.priceWidth, shown: line.priceWidth > 0},
            {text: line.outputPrice, right: 0, shown: line.priceWidth > 0}
        ]

        PLabel {
            required property var modelData

            visible: modelData.shown
            anchors.verticalCenter: line.verticalCenter
            anchors.right: line.right
            anchors.rightMargin: modelData.right
            role: line.heading ? "strong" : "secondary"
            color: Theme.text2
            text: modelData.text
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: line.heading ? Theme.line2 : Theme.line
    }
    Rectangle {
        visible: line.current
        anchors.fill: parent
        anchors.margins: 1
        radius: Theme.radiusChip
        color: "transparent"
        border.width: 2
        border.color: Theme.accent
    }
}
