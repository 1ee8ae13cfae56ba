import QtQuick
import QtQuick.Templates as T

// A panel that floats over the window: raised surface, border, soft shadow, fades in and rises 4 px.
T.Popup {
    id: popup

    margins: 8
    padding: 6
    implicitWidth: contentWidth + leftPadding + rightPadding
    implicitHeight: contentHeight + topPadding + bottomPadding
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    focus: true

    background: PPopoverSurface {}
    enter: PPopoverTransition {}
    exit: Transition {
        NumberAnimation {
            property: "opacity"
            to: 0
            duration: Theme.durationHover
        }
    }
}
