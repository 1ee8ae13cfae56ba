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

    readonly property bool turning: visible && running && Theme.motion > 0
    property bool counted: false

    function count(turns: bool): void {
        if (counted === turns)
            return;
        counted = turns;
        Spin.shown += turns ? 1 : -1;
    }
    onTurningChanged: count(turning)
    Component.onCompleted: count(turning)
    Component.onDestruction: count(false)

    ProgressRing {
        visible: Theme.motion > 0
        anchors.fill: parent
        value: 0.25
        color: spinner.color
        track: spinner.trackColor
        thickness: 2
        rotation: spinner.turning ? Spin.angle : 0
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
