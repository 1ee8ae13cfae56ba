import QtQuick
import Ponder.Ui

// One of a few words of the API; they are shown as they are sent.
Item {
    id: editor

    required property SamplingController sampling
    required property string name
    required property string label
    required property var choices
    required property var choice
    readonly property bool few: segments.implicitWidth <= width

    PSegmented {
        id: segments

        visible: editor.few
        anchors.right: parent.right
        y: 11
        options: editor.choices.map(word => ({value: word, label: word}))
        value: editor.choice
        Accessible.name: editor.label
        onChosen: value => editor.sampling.setChoice(editor.name, value)
    }
    PComboBox {
        visible: !editor.few
        anchors.right: parent.right
        y: 10
        width: Math.min(180, editor.width)
        model: editor.choices
        currentIndex: editor.choices.indexOf(editor.choice)
        displayText: currentIndex < 0 ? qsTr("Default") : currentText
        Accessible.name: editor.label
        onActivated: index => editor.sampling.setChoice(editor.name, editor.choices[index])
    }
}
