import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// Choices of values that go well together.
Item {
    id: presets

    required property SamplingController sampling

    implicitHeight: sampling.presets.length === 0 ? 0 : flow.height + 12

    PLabel {
        id: label

        y: 5
        role: "secondary"
        text: qsTr("Preset")
    }
    Flow {
        id: flow

        x: label.width + 14
        width: presets.width - x
        spacing: 8

        Repeater {
            model: presets.sampling.presets

            T.RadioButton {
                id: chip

                required property var modelData

                implicitWidth: row.width + 24
                implicitHeight: 30
                hoverEnabled: true
                text: modelData.label
                checked: modelData.active
                Accessible.name: modelData.label
                Accessible.description: modelData.detail
                Keys.onReturnPressed: clicked()
                onClicked: presets.sampling.applyPreset(modelData.id)

                background: Rectangle {
                    radius: Theme.radiusControl
                    color: chip.modelData.active ? Theme.accentSoft
                         : chip.down ? Theme.selected : chip.hovered ? Theme.hover : "transparent"
                    border.width: 1
                    border.color: chip.modelData.active ? Theme.selection : Theme.line2

                    PFocusRing {
                        visible: chip.visualFocus
                    }
                }
                contentItem: Item {
                    Row {
                        id: row

                        anchors.centerIn: parent
                        spacing: 8

                        PIcon {
                            visible: chip.modelData.active
                            anchors.verticalCenter: parent.verticalCenter
                            name: "check"
                            size: 14
                            color: Theme.accent
                        }
                        PLabel {
                            role: "strong"
                            text: chip.modelData.label
                        }
                        PLabel {
                            role: "secondary"
                            color: Theme.text3
                            text: chip.modelData.detail
                        }
                    }
                }
            }
        }
    }
}
