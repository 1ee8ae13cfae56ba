import QtQuick
import QtQuick.Templates as T

// The line between groups of a menu.
T.MenuSeparator {
    implicitWidth: 100
    implicitHeight: 11

    contentItem: Item {
        Rectangle {
            y: 5
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
}
