import QtQuick

// Raw HTML in an answer: shown as the text it is, never interpreted.
BlockFrame {
    id: row

    bodyHeight: label.height

    BlockText {
        id: label

        width: row.innerWidth
        context: row.context
        listRow: row.index
        source: row.content.text
        mono: true
        wrapMode: TextEdit.WrapAtWordBoundaryOrAnywhere
        pixelSize: Theme.codeSize
        lineHeight: Theme.codeLine
        cjkLineHeight: Theme.codeLine
        color: Theme.text2
    }
}
