import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// How much of the model's window the chat takes, as a ring and in figures.
T.Control {
    id: meter

    required property ChatController chat
    property bool compact: false
    readonly property real share: chat.contextLimit > 0 ? chat.contextUsed / chat.contextLimit : 0
    readonly property string explanation: chat.contextLimit > 0
        ? qsTr("About %L1 of %L2 tokens. When it is full, the model cannot read the oldest messages.")
            .arg(chat.contextUsed).arg(chat.contextLimit)
        : qsTr("About %Ln tokens. This provider does not say how many the model reads.", "", chat.contextUsed)

    visible: chat.contextLimit > 0 || chat.contextUsed > 0
    implicitWidth: label.x + label.width
    implicitHeight: 28
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Context used")
    Accessible.description: chat.contextLabel

    ProgressRing {
        visible: meter.chat.contextLimit > 0
        y: 7
        width: 14
        height: 14
        value: meter.share
        thickness: 2
        track: Theme.track
        color: meter.share > 1 ? Theme.danger : meter.share > 0.8 ? Theme.warning : Theme.accent
    }
    PLabel {
        id: label

        x: meter.chat.contextLimit > 0 ? 22 : 0
        y: 4
        width: implicitWidth
        role: "secondary"
        text: meter.compact ? meter.chat.contextShortLabel : meter.chat.contextLabel
    }
    Loader {
        active: meter.hovered
        sourceComponent: PToolTip {
            parent: meter
            y: -implicitHeight - 6
            text: meter.explanation
            visible: true
        }
    }
}
