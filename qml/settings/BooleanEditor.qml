import QtQuick
import Ponder.Ui

// On or off.
Item {
    id: editor

    required property SamplingController sampling
    required property string name
    required property string label
    required property bool isSet
    required property bool on

    PSwitch {
        id: toggle

        visible: editor.isSet
        anchors.right: parent.right
        y: 11
        checked: editor.on
        Accessible.name: editor.label
        onToggled: {
            editor.sampling.setFlag(editor.name, checked);
            checked = Qt.binding(() => editor.on);
        }
    }
    PLabel {
        anchors.right: editor.isSet ? toggle.left : parent.right
        anchors.rightMargin: 10
        y: 15
        role: "secondary"
        color: editor.isSet ? Theme.text : Theme.text3
        text: !editor.isSet ? qsTr("Default") : editor.on ? qsTr("On") : qsTr("Off")
    }
}
