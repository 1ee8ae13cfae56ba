import QtQuick
import Ponder.Ui

// A number: a slider where the range can be dragged through, and always a field.
Item {
    id: editor

    required property SamplingController sampling
    required property string name
    required property string label
    required property bool isSet
    required property var value
    required property string fieldText
    required property string error
    required property real minimum
    required property real maximum
    required property real step
    required property int decimals

    PSlider {
        id: slider

        property bool moved: false

        visible: editor.step > 0
        y: 11
        width: editor.width - field.width - 16
        from: editor.minimum
        to: editor.maximum
        stepSize: editor.step
        snapMode: PSlider.SnapAlways
        defaulted: !editor.isSet && !moved
        value: editor.value === undefined ? editor.minimum : editor.value
        valueText: value.toFixed(editor.decimals)
        Accessible.name: editor.label
        // The whole way of a drag would be a long row of stored values; only where it ends counts.
        onMoved: {
            moved = true;
            if (!pressed)
                store();
        }
        onPressedChanged: if (!pressed && moved) store()

        function store(): void {
            moved = false;
            editor.sampling.setNumber(editor.name, value);
        }
    }
    NumberField {
        id: field

        anchors.right: parent.right
        y: 10
        invalid: editor.error !== ""
        placeholderText: qsTr("Default")
        text: slider.moved ? slider.valueText : editor.fieldText
        Accessible.name: editor.label
        Accessible.description: editor.error
        onEditingFinished: if (text !== editor.fieldText) editor.sampling.setText(editor.name, text)
    }
}
