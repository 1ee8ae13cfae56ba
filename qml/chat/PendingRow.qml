import QtQuick

// Stands for an old answer until the list comes near; about as high as the answer will be.
MessageRow {
    id: row

    readonly property real charactersInLine: Math.max(20, context.columnWidth / (Theme.readingSize * 0.55))

    bodyHeight: Math.round(Math.max(2, content.characters / charactersInLine * 1.3) * Theme.readingLine)
    Component.onCompleted: context.transcript.fill(index)
}
