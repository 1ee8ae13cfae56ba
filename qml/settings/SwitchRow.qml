import QtQuick

// A setting that is on or off, with one line that says what it does.
FormRow {
    id: row

    property bool checked: false
    property string note
    signal flipped(bool on)

    labelWidth: 176

    Row {
        spacing: 12
        height: 32

        PSwitch {
            id: toggle

            anchors.verticalCenter: parent.verticalCenter
            checked: row.checked
            Accessible.name: row.label
            Accessible.description: note.text
            onToggled: {
                row.flipped(checked);
                checked = Qt.binding(() => row.checked);
            }
        }
        PLabel {
            id: note

            anchors.verticalCenter: parent.verticalCenter
            role: "meta"
            text: row.note
        }
    }
}
