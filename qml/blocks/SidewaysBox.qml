import QtQuick
import QtQuick.Templates as T

// A box whose content scrolls sideways inside it and never takes the page along.
Flickable {
    id: box

    readonly property bool wide: contentWidth > width

    boundsBehavior: Flickable.StopAtBounds
    interactive: false
    clip: wide

    function scrollBy(pixels: real): void {
        contentX = Math.max(0, Math.min(contentWidth - width, contentX + pixels));
    }
    onWidthChanged: scrollBy(0)
    onContentWidthChanged: scrollBy(0)

    T.ScrollBar.horizontal: mover.item ? mover.item.bar : null

    // Most content fits, and an answer has many of these boxes.
    Loader {
        id: mover

        parent: box
        anchors.fill: parent
        active: box.wide
        sourceComponent: Item {
            readonly property T.ScrollBar bar: PScrollBar {
                implicitHeight: 12
                padding: 3
                policy: T.ScrollBar.AlwaysOn
            }

            PTouchDrag {
                yAxis.enabled: false
                onDragged: dx => box.scrollBy(-dx)
            }
            WheelHandler {
                orientation: Qt.Horizontal
                target: null
                onWheel: event => box.scrollBy(-(event.pixelDelta.x || event.angleDelta.x / 120 * 72))
            }
            WheelHandler {
                acceptedModifiers: Qt.ShiftModifier
                target: null
                onWheel: event => box.scrollBy(-(event.pixelDelta.y || event.angleDelta.y / 120 * 72))
            }
        }
    }
}
