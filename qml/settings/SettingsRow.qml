import QtQuick
import QtQuick.Templates as T

// One row of a list of choices at the left: icon and text, or a dot and two lines. In a list only the
// row that is on takes the Tab key; the arrow keys ask for the next one by `step`.
T.AbstractButton {
    id: row

    property bool on: false
    property bool inList: false
    property bool secondary: false
    property string iconName
    property string detail
    property string tone ///< of the dot; "" for none
    signal step(int by)

    implicitHeight: detail === "" ? 34 : 50
    hoverEnabled: true
    focusPolicy: !inList || on ? Qt.StrongFocus : Qt.ClickFocus
    Accessible.role: inList ? Accessible.ListItem : Accessible.Button
    Accessible.name: text
    Accessible.description: detail
    Accessible.selectable: inList
    Accessible.selected: on
    Accessible.onPressAction: click()
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    Keys.onUpPressed: event => {
        event.accepted = inList;
        step(-1);
    }
    Keys.onDownPressed: event => {
        event.accepted = inList;
        step(1);
    }
    onOnChanged: if (on && parent && parent.activeFocus) forceActiveFocus(Qt.TabFocusReason)

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
                role: row.on ? "strong" : row.secondary ? "secondary" : "body"
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
