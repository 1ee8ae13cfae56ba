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
        height: label.height + 22
        radius: Theme.radiusBubble
        color: Theme.soft

        BlockText {
            id: label

            // Its natural width first, then as far as it may go.
            x: 16
            y: 11
            width: Math.ceil(Math.min(measure.implicitWidth + 1, row.maximumWidth - 32))
            context: row.context
            listRow: row.index
            source: row.content.text
            wrapMode: TextEdit.Wrap
        }
        Text {
            id: measure

            visible: false
            text: row.content.text.length > 400 ? "x".repeat(400) : row.content.text
            font: label.font
            textFormat: Text.PlainText
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
