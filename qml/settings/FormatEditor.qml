import QtQuick
import Ponder.Ui

// The form of the answer: text, JSON, or JSON by a schema that is written here.
Column {
    id: editor

    required property SamplingController sampling
    required property string name
    required property string label
    required property var value
    required property string fieldText
    required property string error
    readonly property string format: sampling.formatOf(value)

    spacing: 8

    PSegmented {
        options: [
            {value: "text", label: qsTr("Text")},
            {value: "json_object", label: qsTr("JSON")},
            {value: "json_schema", label: qsTr("JSON schema")}
        ]
        value: editor.format
        Accessible.name: editor.label
        onChosen: value => editor.sampling.setFormat(editor.name, value)
    }
    PTextArea {
        visible: editor.format === "json_schema"
        width: parent.width
        mono: true
        text: editor.error !== "" ? editor.fieldText : editor.sampling.schemaTextOf(editor.value)
        Accessible.name: qsTr("JSON schema")
        Accessible.description: editor.error
        onEditingFinished: editor.sampling.setSchema(editor.name, text)
    }
}
