import QtQuick
import QtQuick.Templates as T

// The last line of a long block of code: shows all of it, or its beginning only.
T.AbstractButton {
    id: button

    property bool folded: true
    property int lines: 0
    property int most: lines ///< more lines than that are never shown

    implicitHeight: 32
    hoverEnabled: true
    text: !folded ? qsTr("Show only the beginning")
          : most < lines ? qsTr("Show the first %1 of %2 lines").arg(counted(most)).arg(counted(lines))
                         : qsTr("Show all %1 lines").arg(counted(lines))
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: folded ? qsTr("Collapsed") : qsTr("Expanded")
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    function counted(count: int): string {
        return Number(count).toLocaleString(Qt.locale(), "f", 0);
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
    background: Item {
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Rectangle {
            y: 1
            width: parent.width
            height: parent.height - 1
            radius: Theme.radiusCard - 1
            color: button.down ? Theme.selected : button.hovered ? Theme.hover : "transparent"
        }
        PFocusRing {
            visible: button.visualFocus
            gap: -3
        }
    }
    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: 6

            PIcon {
                anchors.verticalCenter: parent.verticalCenter
                name: button.folded ? "chevron-down" : "chevron-up"
                size: 14
                color: label.color
            }
            PLabel {
                id: label

                role: "meta"
                text: button.text
                color: button.hovered ? Theme.text : Theme.text3
            }
        }
    }
}
