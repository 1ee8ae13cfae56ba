import QtQuick

// A thinking header in its place; its text are the rows that follow while it is open.
MessageRow {
    id: row

    bodyHeight: header.height

    ThinkingHeader {
        id: header

        thinking: row.content
        onClicked: row.context.transcript.toggleThinking(row.messageId, row.content.panel)
    }
}
