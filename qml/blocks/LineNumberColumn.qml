import QtQuick
import Ponder.Ui

// The numbers beside the lines of a block of code. In pieces, so that one more line of an answer that is
// being received does not lay all of them out again.
Column {
    id: column

    required property TextEdit edit
    readonly property int piece: 100

    Accessible.ignored: true

    LineNumbers {
        id: numbers

        document: column.edit.textDocument
    }
    FontMetrics {
        id: metrics

        font.family: Theme.monoFamily
        font.pixelSize: Theme.codeSize
    }
    Item {
        width: Math.ceil(metrics.advanceWidth("0") * String(Math.max(10, numbers.count)).length)
        // Where BlockText has its lines.
        height: Math.round(Theme.codeLine / 2 + Theme.codeSize * 0.364 - metrics.ascent)
    }
    Repeater {
        model: Math.ceil(numbers.count / column.piece)

        Text {
            required property int index

            width: column.width
            text: numbers.column(index * column.piece, column.piece, column.edit.lineCount + column.edit.height)
            textFormat: Text.PlainText
            horizontalAlignment: Text.AlignRight
            lineHeight: Theme.codeLine
            lineHeightMode: Text.FixedHeight
            font: metrics.font
            color: Theme.text3
            Accessible.ignored: true
        }
    }
}
