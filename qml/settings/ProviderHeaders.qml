import QtQuick
import Ponder.Ui

// Names and values of the headers that go with every request to this provider.
Column {
    id: headers

    required property ProviderForm form

    spacing: 8

    Repeater {
        // The number, not the list: else every change would make new fields and take the keyboard away.
        model: headers.form.headers.length

        Row {
            id: entry

            required property int index
            readonly property var header: headers.form.headers[index] ?? {name: "", value: ""}
            readonly property bool last: index === headers.form.headers.length - 1

            width: headers.width
            spacing: 8

            PTextField {
                id: name

                width: Math.max(120, Math.round(headers.width * 0.35))
                mono: true
                text: entry.header.name
                Accessible.name: qsTr("Header %1, name").arg(entry.index + 1)
                onEditingFinished: headers.form.setHeader(entry.index, text, value.text)
            }
            PTextField {
                id: value

                width: headers.width - name.width - 8 - 72
                mono: true
                text: entry.header.value
                Accessible.name: qsTr("Header %1, value").arg(entry.index + 1)
                onEditingFinished: headers.form.setHeader(entry.index, name.text, text)
            }
            PIconButton {
                y: 2
                iconName: "minus"
                tip: qsTr("Remove this header")
                onClicked: headers.form.removeHeader(entry.index)
            }
            PIconButton {
                visible: entry.last
                y: 2
                iconName: "plus"
                tip: qsTr("Add a header")
                onClicked: headers.form.addHeader()
            }
        }
    }
    PButton {
        visible: headers.form.headers.length === 0
        iconName: "plus"
        text: qsTr("Add a header")
        onClicked: headers.form.addHeader()
    }
    PLabel {
        visible: text !== ""
        width: headers.width
        role: "meta"
        color: Theme.danger
        wrapMode: Text.Wrap
        text: headers.form.errors.headers ?? ""
    }
}
