import QtQuick

// What the user said: a bubble at the right, its actions below while the pointer is near, or a field
// while it is edited.
MessageRow {
    id: row

    readonly property real maximumWidth: Math.round(context.columnWidth * 0.78)

    speaker: qsTr("You")
    Accessible.description: content.text
    bodyHeight: content.editing ? editor.height : bubble.height
    z: 1 // the actions lie over the row below

    Rectangle {
        id: bubble

        visible: !row.content.editing
        x: parent.width - width
        width: label.width + 32
        height: label.height + 22 + (note.visible ? note.height + 8 : 0)
        radius: Theme.radiusBubble
        color: Theme.soft

        BlockText {
            id: label

            readonly property real widest: row.maximumWidth - 32
            // Measuring means to lay the text out once more: not for one that is wider anyway.
            readonly property bool isLong: row.content.text.length > 400

            x: 16
            y: 11
            width: isLong ? widest : Math.ceil(Math.min(implicitWidth + 1, widest))
            context: row.context
            listRow: row.index
            runs: row.content.runs
            keepLineBreaks: true
            linesApart: true
            widestFormula: widest
            color: Theme.text
        }
        PLabel {
            id: note

            visible: row.content.cut
            x: 16
            y: label.y + label.height + 8
            width: label.width
            role: "meta"
            wrapMode: Text.Wrap
            text: qsTr("This message is very long: only its beginning is shown. Copying and editing take all of it.")
        }
    }
    Row {
        id: actions

        readonly property bool wanted: row.context.hoveredMessageId === row.messageId || copy.activeFocus
            || edit.activeFocus || branches.activeFocus

        visible: !row.content.editing
        opacity: wanted ? 1 : 0
        anchors.right: bubble.right
        y: bubble.height
        spacing: 2

        BranchSwitch {
            id: branches

            visible: row.content.branches > 1
            branch: row.content.branch
            branches: row.content.branches
            enabled: !row.context.chat.busy
            onStepped: step => row.context.chat.showSibling(row.messageId, step)
        }
        CopyIconButton {
            id: copy

            onClicked: row.context.chat.copyMessage(row.messageId)
        }
        PIconButton {
            id: edit

            iconName: "pencil"
            tip: qsTr("Edit")
            enabled: !row.context.chat.busy
            onClicked: row.context.transcript.beginEdit(row.messageId)
        }
    }
    Loader {
        id: editor

        active: row.content.editing
        visible: active
        x: parent.width - width
        width: row.maximumWidth
        sourceComponent: PromptEditor {
            context: row.context
            messageId: row.messageId
        }
    }
}
