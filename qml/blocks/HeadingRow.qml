import QtQuick

// A heading of an answer: 20/28, 18/26, 16/24; deeper ones are as large as the text.
BlockFrame {
    id: row

    readonly property int level: content.level
    readonly property int size: Math.round((thinking ? (level <= 2 ? 15 : 14)
                                                     : level === 1 ? 20 : level === 2 ? 18 : level === 3 ? 16 : 15)
                                           * Theme.readingSize / 15)
    readonly property int line: size + Math.round(8 * Theme.readingSize / 15)

    bodyHeight: label.height + note.room
    firstLine: line
    firstLineShift: label.firstLineShift

    BlockText {
        id: label

        width: row.innerWidth
        context: row.context
        listRow: row.index
        runs: row.content.runs
        direction: row.mirrored ? Qt.RightToLeft : Qt.LeftToRight
        pixelSize: row.size
        lineHeight: row.line
        cjkLineHeight: row.line
        weight: Font.DemiBold
        color: row.textColor
        Accessible.role: Accessible.Heading
    }
    AsWrittenNote {
        id: note

        active: row.content.asWritten
        y: label.height + 4
        width: row.innerWidth
    }
}
