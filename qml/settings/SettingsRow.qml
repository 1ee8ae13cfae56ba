import QtQuick
import QtQuick.Templates as T

// One row of a list of choices at the left: icon and text, or a dot and two lines. Only the row that
// is on takes the Tab key; the arrow keys ask for the next one by `step`.
T.ItemDelegate {
    id: row

    property bool on: false
    property string iconName
    property string detail
    property string tone ///< of the dot; "" for none
    signal step(int by)

    implicitHeight: detail === "" ? 34 : 50
    hoverEnabled: true
    focusPolicy: on || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
    Accessible.name: text
    Accessible.description: detail
    Accessible.selectable: true
    Accessible.selected: on
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    Keys.onUpPressed: step(-1)
    Keys.onDownPressed: step(1)

    background: Rectangle {
        radius: Theme.radiusControl
        color: row.on ? Theme.selected : row.down ? Theme.selected
             : row.hovered ? Theme.hover : "transparent"

        PFocusRing {
            visible: row.visualFocus
            gap: 0
        }
    }
    contentItem: Item {
        PIcon {
            visible: row.iconName !== ""
            x: 10
            anchors.verticalCenter: parent.verticalCenter
            name: row.iconName
            color: row.on ? Theme.text : Theme.text3
        }
        StatusDot {
            visible: row.tone !== ""
            x: 10
            anchors.verticalCenter: parent.verticalCenter
            tone: row.tone
        }
        Column {
            x: row.iconName !== "" ? 36 : row.tone !== "" ? 29 : 10
            width: parent.width - x - 8
            anchors.verticalCenter: parent.verticalCenter

            PLabel {
                width: parent.width
                role: row.on ? "strong" : "body"
                text: row.text
            }
            PLabel {
                visible: text !== ""
                width: parent.width
                role: "meta"
                lineHeight: 17
                text: row.detail
            }
        }
    }
}
