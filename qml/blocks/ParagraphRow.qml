import QtQuick

// A paragraph, alone or in a list or quote.
BlockFrame {
    id: row

    bodyHeight: content.beside ? 0 : label.height + note.room
    firstLine: content.besideCjk ? textLineCjk : label.usedLineHeight
    firstLineShift: label.firstLineShift

    BlockText {
        id: label

        width: row.innerWidth
        context: row.context
        listRow: row.index
        runs: row.content.runs
        direction: row.mirrored ? Qt.RightToLeft : Qt.LeftToRight
        keepLineBreaks: row.thinking
        pixelSize: row.textSize
        lineHeight: row.textLine
        cjkLineHeight: row.textLineCjk
        color: row.textColor
    }
    AsWrittenNote {
        id: note

        active: row.content.asWritten
        y: label.height + 4
        width: row.innerWidth
    }
    Loader {
        active: row.content.growing
        sourceComponent: GrowthDot {
            editor: label
            mirrored: row.mirrored
        }
    }
}
