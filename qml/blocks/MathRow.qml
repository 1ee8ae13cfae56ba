import QtQuick
import Ponder.Ui

// A formula on lines of its own; one that is too wide scrolls in its box. Until it is typeset, and when
// it cannot be, its source stands there.
BlockFrame {
    id: row

    readonly property real barHeight: box.contentWidth > box.width ? 12 : 0

    bodyHeight: formula.ready ? formula.height + 8 + barHeight : fallback.height
    firstLine: textLine

    Loader {
        active: row.context.find !== null
        anchors.fill: box
        sourceComponent: Rectangle {
            visible: formula.ready && row.context.find.finds(row.content.text, row.context.find.needle)
            radius: Theme.radiusChip
            color: Theme.pageMark
        }
    }
    SidewaysBox {
        id: box

        visible: formula.ready
        width: row.innerWidth
        height: row.bodyHeight
        contentWidth: Math.max(width, formula.width)
        contentHeight: height

        FormulaItem {
            id: formula

            objectName: "formula"

            x: Math.round((box.contentWidth - width) / 2)
            y: 4
            width: implicitWidth
            height: implicitHeight
            source: row.content.text
            pixelSize: row.textSize
            color: row.textColor
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Formula: %1").arg(source)
        }
    }
    SelectionTint {
        z: -1 // a formula has no ground of its own
        opacity: 1
        context: row.context
        listRow: row.index
        width: row.innerWidth
        height: row.bodyHeight
    }
    Loader {
        id: fallback

        active: !formula.ready
        visible: active
        width: row.innerWidth
        sourceComponent: Item {
            implicitHeight: source.height + (reason.visible ? reason.height + 4 : 0)

            BlockText {
                id: source

                width: parent.width
                context: row.context
                source: row.content.text
                mono: true
                pixelSize: Theme.codeSize
                lineHeight: Theme.codeLine
                cjkLineHeight: Theme.codeLine
                wrapMode: TextEdit.WrapAtWordBoundaryOrAnywhere
                color: Theme.text3
            }
            PLabel {
                id: reason

                visible: formula.problem !== ""
                y: source.height + 4
                width: parent.width
                role: "meta"
                wrapMode: Text.Wrap
                text: qsTr("This formula cannot be set: %1").arg(formula.problem)
            }
        }
    }
}
