import QtQuick

// What stands before a list item: a bullet, its number, or the box of a task.
Loader {
    id: marker

    required property string kind ///< "bullet", "ordered", "todo", "done"
    required property string label
    required property int textSize
    required property color textColor
    required property bool mirrored ///< stands at the right of its text

    sourceComponent: kind === "bullet" ? bullet : kind === "ordered" ? number : box

    Component {
        id: bullet

        Item {
            Rectangle {
                x: marker.mirrored ? parent.width - width - 4 : 4
                y: Math.round((parent.height - height) / 2)
                width: 5
                height: 5
                radius: 2.5
                color: Theme.text3
            }
        }
    }
    Component {
        id: number

        Item {
            Text {
                x: marker.mirrored ? 7 : parent.width - width - 7
                // On the baseline of the first line; see BlockText.
                y: Math.round(parent.height * 0.8)
                   - Math.round(parent.height * 0.3 - marker.textSize * 0.364) - baselineOffset
                // The stop stands where the reader meets it after the number.
                text: marker.mirrored ? "\u200F" + marker.label : marker.label
                font.family: Theme.fontFamily
                font.pixelSize: marker.textSize
                color: marker.textColor
                textFormat: Text.PlainText
            }
        }
    }
    Component {
        id: box

        Item {
            Rectangle {
                readonly property bool done: marker.kind === "done"

                x: marker.mirrored ? parent.width - width + 1 : -1
                y: Math.round((parent.height - height) / 2)
                width: 14
                height: 14
                radius: 4
                color: done ? Theme.accent : "transparent"
                border.width: done ? 0 : 1
                border.color: Theme.line3
                Accessible.role: Accessible.CheckBox
                Accessible.name: done ? qsTr("Done") : qsTr("To do")
                Accessible.checked: done
                Accessible.readOnly: true

                PIcon {
                    visible: parent.done
                    anchors.centerIn: parent
                    name: "check"
                    size: 12
                    color: Theme.onAccent
                }
            }
        }
    }
}
