import QtQuick
import Ponder.Ui

// Work under way, of unknown length; a still dot when motion is reduced.
Item {
    id: spinner

    property bool running: true
    property int size: 14
    property color color: Theme.accent
    property color trackColor: Theme.track

    implicitWidth: size
    implicitHeight: size
    visible: running

    ProgressRing {
        id: ring

        visible: Theme.motion > 0
        anchors.fill: parent
        value: 0.25
        color: spinner.color
        track: spinner.trackColor
        thickness: 2
    }

    // In steps and not by an animation: without a graphics card an animation draws the window
    // 200 times a second, and a spinner runs as long as an answer does.
    Timer {
        running: spinner.running && ring.visible
        repeat: true
        interval: Theme.durationSpin / 9
        onTriggered: ring.rotation = (ring.rotation + 40) % 360
    }

    Rectangle {
        visible: Theme.motion === 0
        anchors.centerIn: parent
        width: 6
        height: 6
        radius: 3
        color: spinner.color
    }
}
