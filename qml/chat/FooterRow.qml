import QtQuick

// Below an answer: copy, ask again, other branches; which model, how fast, how much.
MessageRow {
    id: row

    readonly property bool wanted: content.last || context.hoveredMessageId === messageId || copy.activeFocus
        || again.activeFocus || branches.activeFocus

    bodyHeight: 28

    Row {
        x: -6
        opacity: row.wanted ? 1 : 0
        spacing: 2

        CopyIconButton {
            id: copy

            onClicked: row.context.chat.copyMessage(row.messageId)
        }
        PIconButton {
            id: again

            iconName: "refresh-cw"
            tip: qsTr("Regenerate")
            shortcutText: row.content.last ? "Ctrl+R" : ""
            enabled: !row.context.chat.busy
            onClicked: row.context.chat.regenerate(row.messageId)
        }
        Item {
            width: 4
            height: 1
        }
        BranchSwitch {
            id: branches

            visible: row.content.branches > 1
            branch: row.content.branch
            branches: row.content.branches
            enabled: !row.context.chat.busy
            onStepped: step => row.context.chat.showSibling(row.messageId, step)
        }
    }
    PLabel {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        opacity: row.wanted ? 1 : 0
        role: "meta"
        text: [row.context.compact ? "" : row.content.model, row.content.speed, row.content.cost]
            .filter(part => part !== "").join("  ·  ")
    }
}
