import QtQuick

// Raw HTML in an answer: shown as the text it is, never interpreted.
BlockFrame {
    id: row

    bodyHeight: label.height

    BlockText {
        id: label

        width: row.innerWidth
        context: row.context
        source: row.content.text
        mono: true
        wrapMode: TextEdit.WrapAtWordBoundaryOrAnywhere
        pixelSize: 13
        lineHeight: 20
        cjkLineHeight: 20
        color: Theme.text2
    }
}
