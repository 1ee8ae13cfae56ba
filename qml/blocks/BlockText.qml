import QtQuick
import Ponder.Ui

// Text of a block: never interpreted. The document is filled by BlockDocument. What is selected of it is
// decided by the SelectionController of the list, by the place the text has there.
TextEdit {
    id: edit

    required property TranscriptContext context
    property int listRow: -1 ///< of the message list; −1: stands apart from the conversation's text
    property int cell: 0     ///< which text of the row
    property bool ownSelection: false ///< can be selected by itself, where it stands apart
    property alias runs: filler.runs
    property alias source: filler.text
    property alias mono: filler.mono
    property alias keepLineBreaks: filler.keepLineBreaks
    property alias linesApart: filler.linesApart
    property alias widestFormula: filler.widestFormula
    property alias weight: filler.weight
    property alias cjk: filler.cjk
    property alias direction: filler.direction
    property int pixelSize: Theme.readingSize
    property int lineHeight: Math.round(pixelSize * 24 / 15)
    property int cjkLineHeight: Math.round(pixelSize * 26 / 15)
    readonly property int usedLineHeight: filler.usedLineHeight
    readonly property real firstLineShift: filler.firstLineShift

    baseUrl: "about:blank" // when the text is complete it would be set to this file's, and all laid out again
    readOnly: true
    selectByMouse: ownSelection
    persistentSelection: true
    activeFocusOnPress: ownSelection
    activeFocusOnTab: false
    textFormat: TextEdit.PlainText
    wrapMode: TextEdit.Wrap
    color: Theme.text
    selectionColor: Theme.selection
    selectedTextColor: Theme.text // whatever colour it has: all are to be read on the selection
    font.family: mono ? Theme.monoFamily : Theme.fontFamily
    font.pixelSize: pixelSize
    // A line of fixed height has its baseline at four fifths; the design has it in the middle.
    topPadding: -Math.round(usedLineHeight * 0.3 - pixelSize * 0.364)
    bottomPadding: -topPadding
    Accessible.role: Accessible.StaticText
    Accessible.readOnly: true

    onSelectedTextChanged: if (ownSelection && selectedText !== "") context.selection.clear()
    onLinkActivated: link => context.openLink(link, runs)
    onHoveredLinkChanged: context.hoveredLink = hoveredLink

    SelectionPart {
        controller: edit.context.selection
        row: edit.listRow
        cell: edit.cell
        passive: !edit.ownSelection
        item: edit
        document: filler
    }
    BlockDocument {
        id: filler

        document: edit.textDocument
        fontFamily: Theme.fontFamily
        monoFamily: Theme.monoFamily
        pixelSize: edit.pixelSize
        letterSpacing: Theme.tracking(edit.pixelSize)
        lineHeight: edit.lineHeight
        cjkLineHeight: edit.cjkLineHeight
        linkColor: Theme.accent
        codeBackground: Theme.soft
        textColor: edit.color
        mutedColor: Theme.text3
        find: edit.context.find
    }
}
