import QtQuick

// What can be done with a block of code, at the right end of its header.
Row {
    id: buttons

    required property TranscriptContext context
    required property bool wrapped
    required property bool canWrap
    required property bool canNumber
    signal wrapToggled
    signal saveRequested
    signal copyRequested

    spacing: 2

    PIconButton {
        visible: buttons.canWrap
        iconName: "text-wrap"
        checkable: true
        checked: buttons.wrapped
        tip: qsTr("Wrap lines")
        onToggled: {
            buttons.wrapToggled();
            checked = Qt.binding(() => buttons.wrapped);
        }
    }
    PIconButton {
        visible: buttons.canNumber
        iconName: "list-ordered"
        checkable: true
        checked: buttons.context.lineNumbers
        tip: qsTr("Line numbers")
        // Written to the setting alone: `checked` must stay bound to it.
        onToggled: {
            buttons.context.showLineNumbers(!buttons.context.lineNumbers);
            checked = Qt.binding(() => buttons.context.lineNumbers);
        }
    }
    PIconButton {
        iconName: "download"
        tip: qsTr("Save as file…")
        onClicked: buttons.saveRequested()
    }
    CopyIconButton {
        tip: qsTr("Copy code")
        onClicked: buttons.copyRequested()
    }
}
