import QtQuick
import QtQuick.Templates as T

// A box whose content scrolls sideways inside it and never takes the page along.
Flickable {
    id: box

    property alias bar: scrollBar

    boundsBehavior: Flickable.StopAtBounds
    interactive: false
    clip: contentWidth > width

    function scrollBy(pixels: real): void {
        contentX = Math.max(0, Math.min(contentWidth - width, contentX + pixels));
    }
    onWidthChanged: scrollBy(0)
    onContentWidthChanged: scrollBy(0)

    PTouchDrag {
        enabled: box.contentWidth > box.width
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
    T.ScrollBar.horizontal: PScrollBar {
        id: scrollBar

        implicitHeight: 12
        padding: 3
        policy: box.contentWidth > box.width ? T.ScrollBar.AlwaysOn : T.ScrollBar.AlwaysOff
    }
}
