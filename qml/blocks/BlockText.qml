import QtQuick
import Ponder.Ui

// Text of a block: can be selected, is never interpreted. The document is filled by BlockDocument.
TextEdit {
    id: edit

    required property TranscriptContext context
    property alias runs: filler.runs
    property alias source: filler.text
    property alias mono: filler.mono
    property alias keepLineBreaks: filler.keepLineBreaks
    property alias weight: filler.weight
    property alias cjk: filler.cjk
    property int pixelSize: Theme.readingSize
    property int lineHeight: Math.round(pixelSize * 24 / 15)
    property int cjkLineHeight: Math.round(pixelSize * 26 / 15)
    readonly property int usedLineHeight: filler.usedLineHeight

    readOnly: true
    selectByMouse: true
    persistentSelection: true
    activeFocusOnTab: false
    textFormat: TextEdit.PlainText
    wrapMode: TextEdit.Wrap
    color: Theme.text
    selectionColor: Theme.selection
    selectedTextColor: color
    font.family: mono ? Theme.monoFamily : Theme.fontFamily
    font.pixelSize: pixelSize
    // A line of fixed height has its baseline at four fifths; the design has it in the middle.
    topPadding: -Math.round(usedLineHeight * 0.3 - pixelSize * 0.364)
    bottomPadding: -topPadding
    Accessible.role: Accessible.StaticText
    Accessible.readOnly: true

    Keys.onPressed: event => {
        if (event.matches(StandardKey.Copy)) {
            copySource();
            event.accepted = true;
        }
    }
    /// Copies what is selected, formulas as LaTeX.
    function copySource(): void {
        context.chat.copyText(filler.sourceBetween(selectionStart, selectionEnd));
    }
    onSelectedTextChanged: if (selectedText !== "") context.selectionMade(edit)
    onLinkActivated: link => context.openLink(link, runs)
    onHoveredLinkChanged: context.hoveredLink = hoveredLink

    HoverHandler {
        cursorShape: edit.hoveredLink !== "" && !edit.hoveredLink.startsWith("note:") ? Qt.PointingHandCursor : Qt.IBeamCursor
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
