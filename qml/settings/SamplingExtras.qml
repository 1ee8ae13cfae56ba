import QtQuick
import Ponder.Ui

// What goes into the request besides the parameters.
Column {
    id: extras

    required property SamplingController sampling

    topPadding: 24

    FormRow {
        labelWidth: 166
        label: qsTr("System prompt")
        help: qsTr("Sent before the first message of every chat.")

        PTextArea {
            width: parent.width
            boxHeight: 96
            text: extras.sampling.systemPrompt
            Accessible.name: qsTr("System prompt")
            onEditingFinished: extras.sampling.systemPrompt = text
        }
    }
    FormRow {
        labelWidth: 166
        label: qsTr("Extra request fields")
        help: qsTr("A JSON object that is merged into the request.")

        PTextArea {
            width: parent.width
            boxHeight: 96
            mono: true
            placeholderText: "{ \"provider\": { \"sort\": \"price\" } }"
            text: extras.sampling.extraText
            error: extras.sampling.extraError
            Accessible.name: qsTr("Extra request fields")
            onEditingFinished: extras.sampling.setExtraText(text)
        }
    }
}
