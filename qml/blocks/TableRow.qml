import QtQuick
import Ponder.Ui

// A table: header, hairlines, alignment by column; one that is too wide scrolls in its box.
BlockFrame {
    id: row

    readonly property real barHeight: box.contentWidth > box.width ? 12 : 0
    readonly property int cellSize: Math.round(14 * unit)

    bodyHeight: box.height
    firstLine: 30

    TableGrid {
        id: measures

        content: row.content
        availableWidth: row.innerWidth
        fontFamily: Theme.fontFamily
        monoFamily: Theme.monoFamily
        pixelSize: row.cellSize
    }
    HoverHandler {
        id: pointer
    }
    SidewaysBox {
        id: box

        width: row.innerWidth
        height: (measures.tooLarge ? plain.height : cells.height) + row.barHeight
        contentWidth: measures.tooLarge ? width : Math.max(width, measures.totalWidth)
        contentHeight: height

        Item {
            id: cells

            width: box.contentWidth
            Accessible.role: Accessible.Table
            //: %1: the rows, %2: the columns, each with their number
            Accessible.name: qsTr("Table, %1, %2").arg(qsTr("%n row(s)", "", measures.rows))
                                                  .arg(qsTr("%n column(s)", "", measures.columns))

            Repeater {
                id: lines

                model: measures.lines
                onItemAdded: index => {
                    cells.built = index + 1;
                    cells.place(index);
                }
                onItemRemoved: index => {
                    cells.built = Math.min(cells.built, index);
                    cells.place(index);
                }

                TableLine {
                    onHeightChanged: cells.noteHeight(index)
                    context: row.context
                    listRow: row.index
                    grid: measures
                    width: box.contentWidth
                    textSize: row.cellSize
                    last: index === measures.rows - 1
                    textColor: row.textColor
                    mirrored: row.mirrored
                }
            }

            // One line under the other; see TableLine.measure(). When lines in the midst of a long table change, as in
            // another width, all do, and are placed once.
            property int built: 0
            property int firstMoved: -1 ///< of those that wait for that; −1: none does

            function noteHeight(index: int): void {
                if (built < 40 || index >= built - 2) {
                    place(index);
                    return;
                }
                firstMoved = firstMoved < 0 ? index : Math.min(firstMoved, index);
                soon.start();
            }
            Timer {
                id: soon

                interval: 0
                onTriggered: {
                    cells.place(cells.firstMoved);
                    cells.firstMoved = -1;
                }
            }
            function place(from: int): void {
                const above = from > 0 ? lines.itemAt(from - 1) : null;
                let end = above ? above.y + above.height : 0;
                for (let i = from; i < lines.count && lines.itemAt(i); ++i) {
                    lines.itemAt(i).y = end;
                    end += lines.itemAt(i).height;
                }
                height = end;
            }
        }
        Loader {
            id: plain

            active: measures.tooLarge
            width: box.width
            sourceComponent: Column {
                spacing: 8

                PLabel {
                    role: "meta"
                    text: measures.cut ? qsTr("This table is very large: its beginning is shown as text. Copying takes all of it.")
                                       : qsTr("This table is very large and is shown as text.")
                }
                BlockText {
                    width: plain.width
                    context: row.context
                    listRow: row.index
                    source: measures.asText()
                    mono: true
                    pixelSize: Theme.codeSize
                    lineHeight: Theme.codeLine
                    cjkLineHeight: Theme.codeLine
                    wrapMode: TextEdit.WrapAtWordBoundaryOrAnywhere
                    color: Theme.text
                }
            }
        }
    }
    // While an answer streams it comes a moment later, as the buttons of code do. It stands beside the table, or
    // where there is no room above it: a header may end at the right.
    Loader {
        readonly property bool beside: row.context.columnX >= width + 16

        x: row.innerWidth + (beside ? 4 : -width)
        y: beside ? 1 : 5 - height
        asynchronous: row.content.growing
        sourceComponent: TableCopyButton {
            wanted: pointer.hovered
            grid: measures
        }
    }
}
