import QtQuick
import Ponder.Ui

// For which model the parameters are, and the way back to the defaults.
Item {
    id: header

    required property SamplingController sampling
    readonly property bool narrow: width < 460

    implicitHeight: narrow ? 92 : 58

    PLabel {
        id: title

        y: 16
        role: "section"
        text: qsTr("Sampling")
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    PLabel {
        id: link

        x: header.narrow ? 0 : title.width + 12
        y: header.narrow ? 56 : 16
        role: "secondary"
        color: Theme.text3
        text: qsTr("for")
    }
    PComboBox {
        id: scope

        x: link.x + link.width + 12
        y: header.narrow ? 52 : 12
        height: 28
        width: Math.min(Math.ceil(metrics.advanceWidth) + 48, header.width - x - (header.narrow ? 0 : reset.width + 12))
        model: header.sampling.scopes
        textRole: "label"
        valueRole: "value"
        currentIndex: header.sampling.scopeIndex
        Accessible.name: qsTr("Parameters for")
        onActivated: header.sampling.scope = currentValue
    }
    TextMetrics {
        id: metrics

        font: scope.font
        text: scope.displayText
    }
    TextButton {
        id: reset

        anchors.right: parent.right
        y: 12
        enabled: header.sampling.canReset
        text: header.sampling.ownSet ? qsTr("Use those of all models") : qsTr("Reset all")
        onClicked: header.sampling.resetAll()
    }
}
