import QtQuick
import Ponder.Ui

// What today's answers have cost so far. Nothing where no price is known.
Item {
    id: spent

    required property SpendingController spending
    property real maximumWidth: 140

    visible: spending.today !== ""
    width: Math.min(maximumWidth, sum.x + sum.implicitWidth)
    height: Theme.controlHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: title.text + " " + sum.text

    PLabel {
        id: title

        anchors.verticalCenter: parent.verticalCenter
        role: "meta"
        text: qsTr("Today")
        Accessible.ignored: true
    }
    PLabel {
        id: sum

        x: title.implicitWidth + 8
        anchors.verticalCenter: parent.verticalCenter
        width: spent.width - x
        role: "group"
        color: Theme.text2
        text: spent.spending.today
        Accessible.ignored: true
    }
}
