import QtQuick
import Ponder.Ui

// Text of a block: never interpreted. The document is filled by BlockDocument, which also gives the text its look.
// What is selected of it is decided by the SelectionController of the list, by the place the text has there.
// An answer has hundreds of these: what is bound here is paid for with each.
TextEdit {
    id: edit

    required property TranscriptContext context
    property alias listRow: part.row ///< of the message list; −1: stands apart from the conversation's text
    property alias cell: part.cell   ///< which text of the row
    property alias runs: filler.runs
    property alias source: filler.text
    property alias mono: filler.mono
    property alias keepLineBreaks: filler.keepLineBreaks
    property alias linesApart: filler.linesApart
    property alias widestFormula: filler.widestFormula
    property alias weight: filler.weight
    property alias cjk: filler.cjk
    property alias aligned: filler.aligned
    property alias direction: filler.direction
    property alias pixelSize: filler.pixelSize
    property alias lineHeight: filler.lineHeight
    property alias cjkLineHeight: filler.cjkLineHeight
    property alias usedLineHeight: filler.usedLineHeight
    property alias firstLineShift: filler.firstLineShift

    baseUrl: "about:blank" // when the text is complete it would be set to this file's, and all laid out again
    readOnly: true
    selectByMouse: false
    persistentSelection: true
    activeFocusOnPress: false
    activeFocusOnTab: false
    textFormat: TextEdit.PlainText
    wrapMode: TextEdit.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.readOnly: true

    onLinkActivated: link => context.openLink(link, runs)
    onHoveredLinkChanged: context.hoveredLink = hoveredLink

    SelectionPart {
        id: part

        controller: edit.context.selection
    }
    BlockDocument {
        id: filler

        look: Theme.textLook
        find: edit.context.find
    }
}
