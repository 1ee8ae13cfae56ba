import QtQuick
import Ponder.Ui

// One row of a table; row 0 is the header.
Item {
    id: line

    required property TranscriptContext context
    required property TableGrid grid
    required property int listRow
    required property int index
    required property int revision ///< other than before: the cells are others
    required property int textSize
    required property bool last
    required property color textColor
    required property bool mirrored ///< the first column is at the right
    readonly property bool header: index === 0
    readonly property int padding: 5

    property real tallest: 0 ///< of its cells
    property real lowest: 0 ///< the first baseline of its cells, below where one usually is: all stand on that

    height: tallest + 2 * padding + (last ? 0 : 1)

    Item {
        id: cells

        anchors.fill: parent

        Repeater {
            id: repeater

            model: line.grid.columns
            onItemAdded: line.measure()
            onItemRemoved: line.measure()

            BlockText {
                required property int index
                readonly property real before: line.grid.columnStarts[index] ?? 0
                readonly property int side: line.alignmentOf(index, line.revision)
                                            || (line.mirrored ? Qt.AlignRight : Qt.AlignLeft)

                x: line.mirrored ? line.width - before - width : before
                y: line.padding + line.lowest - firstLineShift
                width: line.grid.columnWidths[index] ?? 0
                onHeightChanged: line.measure()
                onFirstLineShiftChanged: line.measure()
                context: line.context
                listRow: line.listRow
                cell: line.index * line.grid.columns + index
                runs: line.runsOf(index, line.revision)
                horizontalAlignment: side
                aligned: side !== Qt.AlignLeft
                wrapMode: TextEdit.WrapAtWordBoundaryOrAnywhere
                keepLineBreaks: true
                pixelSize: line.header ? line.textSize - 1 : line.textSize
                lineHeight: Math.round(line.textSize * 20 / 14)
                cjkLineHeight: Math.round(line.textSize * 21 / 14)
                weight: line.header ? Font.Medium : Font.Normal
                color: line.header ? Theme.text2 : line.textColor
                Accessible.role: line.header ? Accessible.ColumnHeader : Accessible.Cell
            }
        }
    }
    Rectangle {
        visible: !line.last
        y: parent.height - 1
        width: parent.width
        height: 1
        color: line.header ? Theme.line2 : Theme.line
    }

    // Not by a positioner: that one measures while a frame is made, and a table that grows would be laid out and
    // drawn again in the next one.
    function measure(): void {
        let most = 0;
        let low = 0;
        for (let i = 0; i < repeater.count; ++i)
            low = Math.max(low, repeater.itemAt(i)?.firstLineShift ?? 0);
        for (let i = 0; i < repeater.count; ++i) {
            const cell = repeater.itemAt(i);
            most = Math.max(most, cell ? cell.height + low - cell.firstLineShift : 0);
        }
        lowest = low;
        tallest = most;
    }
    // The revision is an argument so that a line that changed is read again.
    function runsOf(column: int, revision: int): var {
        return grid.cell(index, column);
    }
    function alignmentOf(column: int, revision: int): int {
        return grid.alignment(column);
    }
}
