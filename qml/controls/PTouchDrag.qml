import QtQuick

// A finger that drags; moves nothing itself. Qt says how far since the last step only from 6.5 on.
DragHandler {
    id: drag

    property vector2d last: Qt.vector2d(0, 0)
    signal dragged(real dx, real dy)

    acceptedDevices: PointerDevice.TouchScreen
    target: null
    onActiveChanged: last = Qt.vector2d(0, 0)
    onTranslationChanged: {
        if (!active)
            return;
        const step = activeTranslation.minus(last);
        last = activeTranslation;
        dragged(step.x, step.y);
    }
}
