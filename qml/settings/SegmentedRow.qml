import QtQuick

// A setting that is one of a few.
FormRow {
    id: row

    property alias options: segments.options
    property alias value: segments.value
    signal chosen(var value)

    labelWidth: 176

    Item {
        width: parent.width
        height: 32

        PSegmented {
            id: segments

            anchors.verticalCenter: parent.verticalCenter
            Accessible.name: row.label
            onChosen: value => row.chosen(value)
        }
    }
}
