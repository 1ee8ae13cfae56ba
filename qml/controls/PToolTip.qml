import QtQuick
import QtQuick.Templates as T

// A short explanation under the control it belongs to.
T.ToolTip {
    id: tip

    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    y: parent ? parent.height + 6 : 0
    implicitWidth: Math.min(320, contentItem.implicitWidth + leftPadding + rightPadding)
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    margins: 6
    leftPadding: 8
    rightPadding: 8
    topPadding: 5
    bottomPadding: 5
    delay: 500
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
                 | T.Popup.CloseOnReleaseOutsideParent

    contentItem: PLabel {
        text: tip.text
        role: "meta"
        color: Theme.dark ? Theme.text : "#FFFFFF"
        wrapMode: Text.Wrap
    }
    background: Rectangle {
        radius: Theme.radiusIcon
        color: Theme.dark ? "#39403D" : "#2A302D"
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.durationHover
        }
    }
}
