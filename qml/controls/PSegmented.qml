import QtQuick
import QtQuick.Templates as T

// One of a few choices. `options` is a list of {value, label}; `chosen` comes when the user picks one.
// Arrow keys move between the choices.
T.Control {
    id: control

    property var options: []
    property var value
    signal chosen(var value)

    implicitWidth: row.implicitWidth + 4
    implicitHeight: 28
    padding: 2
    opacity: enabled ? 1 : 0.5
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Grouping

    readonly property int at: options.findIndex(option => option.value === value)

    function step(by: int): void {
        const next = Math.max(0, Math.min(options.length - 1, at + by));
        if (next === at)
            return;
        chosen(options[next].value);
        if (at === next)
            segments.itemAt(next)?.forceActiveFocus(Qt.TabFocusReason);
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.soft
    }

    contentItem: Row {
        id: row

        Repeater {
            id: segments

            model: control.options

            T.RadioButton {
                id: segment

                required property int index
                required property var modelData
                readonly property bool on: modelData.value === control.value

                implicitWidth: label.implicitWidth + 20
                implicitHeight: 24
                height: row.height
                hoverEnabled: true
                focusPolicy: on || activeFocus || (control.at < 0 && index === 0) ? Qt.StrongFocus : Qt.ClickFocus
                checked: on
                Accessible.name: modelData.label
                onClicked: if (!on) control.chosen(modelData.value)
                Keys.onLeftPressed: control.step(-1)
                Keys.onRightPressed: control.step(1)

                background: Rectangle {
                    radius: Theme.radiusChip
                    color: segment.on ? (Theme.dark ? "#39403D" : Theme.raised) : "transparent"
                    border.width: segment.on && !Theme.dark ? 1 : 0
                    border.color: Theme.line

                    PFocusRing {
                        visible: segment.visualFocus
                        cornerRadius: Theme.radiusChip
                        gap: 1
                    }
                }
                contentItem: Item {
                    Text {
                        id: label

                        anchors.horizontalCenter: parent.horizontalCenter
                        anchors.baseline: parent.verticalCenter
                        anchors.baselineOffset: 5
                        text: segment.modelData.label
                        font.family: Theme.fontFamily
                        font.pixelSize: 13
                        font.weight: segment.on ? Font.Medium : Font.Normal
                        color: segment.on || (segment.hovered && control.enabled) ? Theme.text : Theme.text2
                        textFormat: Text.PlainText
                    }
                }
            }
        }
    }
}
