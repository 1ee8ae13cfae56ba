import QtQuick
import Ponder.Ui

// One parameter of the table: what it is at the left, whether it is set and to what at the right.
// Knows editors by kind, never a parameter by name.
FocusScope {
    id: row

    required property SamplingController sampling
    required property string name
    required property string label
    required property string help
    required property string editor
    required property bool isSet
    required property var value
    required property string fieldText
    required property string error
    required property real minimum
    required property real maximum
    required property real step
    required property int decimals
    required property var choices
    required property int limit
    required property string badge
    required property string badgeText
    required property string needs
    required property var entries

    readonly property bool settable: badge !== "unsupported" && needs === ""
    /// Editors of several lines stand in a column of their own and say themselves what is set.
    readonly property bool block: ["list", "json", "format", "bias"].includes(editor)
    readonly property bool stacked: width < 460
    /// The slider gives way so that name and mark of the parameter stay on one line.
    readonly property int sliderWidth: Math.max(72, Math.min(132, width - 109 - 16 - 100 - 286))
    readonly property int labelWidth: stacked ? width : block ? 166 : width - 109 - 16 - sliderWidth - 100
    /// Top of a line of controls 51 px high: in the middle of the row, below the words in a narrow window.
    readonly property real controlsY: stacked ? words.height + 4 : Math.round((body.height - 51) / 2)

    implicitHeight: body.height + (problem.visible ? problem.height + 4 : 0) + 1

    Item {
        id: body

        width: row.width
        height: Math.max(51, words.implicitHeight + (row.block && !row.stacked ? 20 : 12),
                         row.block ? blockEditor.y + blockEditor.height + 10
                                   : row.stacked ? words.implicitHeight + 50 : 0)
    }
    ParameterLabel {
        id: words

        y: row.stacked ? 8 : row.block ? 10 : Math.round((body.height - height) / 2)
        width: row.labelWidth - (row.stacked ? 0 : 12)
        label: row.label
        help: row.limit > 0 && row.editor === "list" ? row.help + (Theme.chinese ? "" : " ") + qsTr("Up to %1.").arg(row.limit) : row.help
        badge: row.badge
        badgeText: row.badgeText
        needs: row.needs
        dimmed: !row.settable
    }
    PSegmented {
        id: mode

        visible: !row.block
        x: row.stacked ? 0 : row.labelWidth
        y: row.controlsY + 11
        enabled: row.settable
        options: [
            {value: false, label: qsTr("Default")},
            {value: true, label: qsTr("Set")}
        ]
        value: row.isSet
        Accessible.name: row.label
        onChosen: value => row.sampling.setSet(row.name, value)
    }
    Loader {
        id: lineEditor

        active: !row.block
        x: mode.x + mode.width + 16
        y: row.controlsY
        width: row.width - x
        height: 51
        enabled: row.settable
        sourceComponent: row.editor === "number" ? numberEditor
                       : row.editor === "boolean" ? booleanEditor : choiceEditor
    }
    Loader {
        id: blockEditor

        active: row.block
        x: row.stacked ? 0 : row.labelWidth
        y: row.stacked ? words.y + words.height + 8 : 10
        width: row.width - x
        enabled: row.settable
        sourceComponent: row.editor === "list" ? listEditor : row.editor === "format" ? formatEditor
                       : row.editor === "bias" ? biasEditor : jsonEditor
    }
    PLabel {
        id: problem

        visible: row.error !== ""
        x: row.stacked ? 0 : row.labelWidth
        y: body.height - 4
        width: row.width - x
        role: "meta"
        color: Theme.danger
        wrapMode: Text.Wrap
        text: row.error
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }

    Component {
        id: numberEditor

        NumberEditor {
            sampling: row.sampling
            name: row.name
            label: row.label
            isSet: row.isSet
            value: row.value
            fieldText: row.fieldText
            error: row.error
            minimum: row.minimum
            maximum: row.maximum
            step: row.step
            decimals: row.decimals
        }
    }
    Component {
        id: booleanEditor

        BooleanEditor {
            sampling: row.sampling
            name: row.name
            label: row.label
            isSet: row.isSet
            on: row.value === true
        }
    }
    Component {
        id: choiceEditor

        ChoiceEditor {
            sampling: row.sampling
            name: row.name
            label: row.label
            choices: row.choices
            choice: row.isSet ? row.value : undefined
        }
    }
    Component {
        id: listEditor

        ListEditor {
            sampling: row.sampling
            name: row.name
            label: row.label
            items: row.entries
            limit: row.limit
        }
    }
    Component {
        id: formatEditor

        FormatEditor {
            sampling: row.sampling
            name: row.name
            label: row.label
            value: row.value
            fieldText: row.fieldText
            error: row.error
        }
    }
    Component {
        id: biasEditor

        BiasEditor {
            sampling: row.sampling
            name: row.name
            entries: row.entries
        }
    }
    Component {
        id: jsonEditor

        JsonEditor {
            sampling: row.sampling
            name: row.name
            label: row.label
            isSet: row.isSet
            value: row.value
            fieldText: row.fieldText
            choices: row.choices
            error: row.error
        }
    }
}
