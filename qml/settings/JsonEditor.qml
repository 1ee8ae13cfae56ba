import QtQuick
import Ponder.Ui

// Any JSON, checked before it is kept. Where the API also takes certain words, they can be picked.
Column {
    id: editor

    required property SamplingController sampling
    required property string name
    required property string label
    required property bool isSet
    required property var value
    required property string fieldText
    required property var choices
    required property string error
    readonly property bool isWord: isSet && choices.includes(value)
    property bool writing: false

    spacing: 8
    onIsSetChanged: if (!isSet) writing = false

    PSegmented {
        options: [{value: "", label: qsTr("Default")}].concat(
            editor.choices.map(word => ({value: word, label: word})),
            [{value: "{}", label: editor.choices.length > 0 ? qsTr("JSON") : qsTr("Set")}])
        value: editor.isWord && !editor.writing ? editor.value
             : editor.isSet || editor.writing ? "{}" : ""
        Accessible.name: editor.label
        onChosen: value => {
            editor.writing = value === "{}";
            if (value === "")
                editor.sampling.setSet(editor.name, false);
            else if (value !== "{}")
                editor.sampling.setChoice(editor.name, value);
            else
                area.textArea.forceActiveFocus(Qt.TabFocusReason);
        }
    }
    PTextArea {
        id: area

        visible: editor.writing || editor.isSet && !editor.isWord
        width: parent.width
        mono: true
        text: editor.isWord ? "" : editor.fieldText
        Accessible.name: editor.label
        Accessible.description: editor.error
        onEditingFinished: if (text !== editor.fieldText) editor.sampling.setText(editor.name, text)
    }
}
