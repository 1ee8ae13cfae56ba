import QtQuick
import Ponder.Ui

// A block of code: language, wrap and copy above, the code below. Scrolls sideways in its box. Of long code
// only the beginning is shown until the reader wants all of it; copying and saving take all of it anyway.
BlockFrame {
    id: row

    property bool wrapped: false
    readonly property string language: content.language
    readonly property real headerHeight: 36
    readonly property real bottomPadding: 13 ///< the scroll bar lies in it

    readonly property bool foldable: context.codeChoices.isFoldable(content.text)
    readonly property bool folded: foldable && !content.growing && context.codeChoices.revision >= 0
                                   && !context.codeChoices.isOpen(messageId, content.text)

    bodyHeight: headerHeight + label.height + bottomPadding + (note.visible ? note.height + 8 : 0)
                + (fold.visible ? fold.height : 0)
    firstLine: headerHeight

    // One who reads along must not lose what he reads when the answer ends, nor how he reads it.
    function noteGrowth(): void {
        if (content.growing && context.codeChoices.isFoldable(content.text))
            context.codeChoices.setOpen(messageId, content.text, true);
        if (!content.growing && wrapped)
            context.codeChoices.setWrapped(messageId, content.text, true);
    }
    function setWrapped(wraps: bool): void {
        wrapped = wraps;
        if (!content.growing)
            context.codeChoices.setWrapped(messageId, content.text, wraps);
    }
    function showHit(): void {
        if (folded && (context.find?.beginIn(index) ?? -1) >= context.codeChoices.beginning(content.text).length)
            context.codeChoices.setOpen(messageId, content.text, true);
    }
    onContentChanged: noteGrowth()
    Component.onCompleted: {
        wrapped = !content.growing && context.codeChoices.isWrapped(messageId, content.text);
        noteGrowth();
        showHit();
    }
    Connections {
        target: row.context.find

        function onCurrentChanged(): void {
            row.showHit();
        }
    }

    Rectangle {
        width: row.innerWidth
        height: row.bodyHeight
        radius: Theme.radiusCard
        color: Theme.code
        border.width: 1
        border.color: Theme.line
        Accessible.role: Accessible.Grouping
        Accessible.name: row.language === "" ? qsTr("Code") : qsTr("Code, %1").arg(row.language)
    }
    PLabel {
        x: 15
        y: 10
        width: buttons.x - x - 8
        role: "meta"
        text: row.language.toLowerCase() === "mermaid" ? qsTr("Mermaid · diagrams are not drawn, this is the source")
                                                       : colouring.languageName
    }
    // While an answer streams they come a moment later: a block of code is the costliest row there is.
    Loader {
        id: buttons

        x: row.innerWidth - width - 6
        y: 4
        asynchronous: row.content.growing
        sourceComponent: CodeButtons {
            context: row.context
            wrapped: row.wrapped
            canWrap: row.wrapped || code.contentWidth > code.width
            canNumber: label.lineCount > 1
            onWrapToggled: row.setWrapped(!row.wrapped)
            onSaveRequested: row.context.codeSaveRequested(row.content.text, row.language)
            onCopyRequested: row.context.chat.copyText(row.content.text)
        }
    }
    Loader {
        id: note

        active: row.content.cut && !row.folded
        visible: active
        x: 15
        y: code.y + code.height
        width: row.innerWidth - 30
        sourceComponent: PLabel {
            role: "meta"
            wrapMode: Text.Wrap
            text: qsTr("This code is very long: only its beginning is shown. Copying and saving take all of it.")
        }
    }
    Loader {
        id: fold

        active: row.foldable && !row.content.growing
        visible: active
        x: 1
        y: row.bodyHeight - height - 1
        width: row.innerWidth - 2
        sourceComponent: FoldButton {
            folded: row.folded
            lines: row.context.codeChoices.lines(row.content.text)
            most: row.context.codeChoices.lines(row.content.shownText)
            onClicked: {
                const opens = row.folded;
                row.context.codeChoices.setOpen(row.messageId, row.content.text, opens);
                if (!opens)
                    row.context.codeFolded(row.index);
            }
        }
    }
    Loader {
        id: gutter

        readonly property real room: item ? item.width + 20 : 0

        active: row.context.lineNumbers
        x: 14
        y: row.headerHeight
        sourceComponent: LineNumberColumn {
            edit: label
        }
    }
    SidewaysBox {
        id: code

        x: 1 + gutter.room
        y: row.headerHeight
        width: row.innerWidth - 2 - gutter.room
        height: label.height + row.bottomPadding - 1
        contentWidth: row.wrapped || label.x + label.width + 4 <= width ? width : label.x + label.width + 14
        contentHeight: height

        BlockText {
            id: label

            // Set only where lines are wrapped: where the width of a text is set, and be it to its own, Qt
            // lays all of it out twice at each step.
            readonly property real wrapWidth: row.wrapped ? code.width - x - 14 : -1

            onWrapWidthChanged: width = wrapWidth < 0 ? undefined : wrapWidth
            x: gutter.active ? 4 : 14
            // Where the width is set, and be it to this, Qt lays all of the code out twice at each step.
            context: row.context
            listRow: row.index
            source: row.folded ? row.context.codeChoices.beginning(row.content.text) : row.content.shownText
            mono: true
            wrapMode: row.wrapped ? TextEdit.WrapAtWordBoundaryOrAnywhere : TextEdit.NoWrap
            pixelSize: Theme.codeSize
            lineHeight: Theme.codeLine
            cjkLineHeight: Theme.codeLine
            color: row.thinking ? Theme.text2 : Theme.text
        }
    }
    CodeColouring {
        id: colouring

        document: label.textDocument
        code: row.folded ? row.content.shownText : ""
        language: row.language
        keywordColor: Theme.accent
        literalColor: Theme.codeLiteral
        commentColor: Theme.text3
    }
}
