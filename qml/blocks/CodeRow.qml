import QtQuick
import Ponder.Ui

// A block of code: language, wrap and copy above, the code below. Scrolls sideways in its box.
BlockFrame {
    id: row

    property bool wrapped: false
    readonly property string language: content.language
    readonly property real headerHeight: 36
    readonly property real bottomPadding: 13 ///< the scroll bar lies in it

    bodyHeight: headerHeight + label.height + bottomPadding + (note.visible ? note.height + 8 : 0)
    firstLine: headerHeight

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
    Row {
        id: buttons

        x: row.innerWidth - width - 6
        y: 4
        spacing: 2

        PIconButton {
            visible: row.wrapped || code.contentWidth > code.width
            iconName: "text-wrap"
            checkable: true
            checked: row.wrapped
            tip: qsTr("Wrap lines")
            onToggled: row.wrapped = checked
        }
        PIconButton {
            iconName: "download"
            tip: qsTr("Save as file…")
            onClicked: row.context.codeSaveRequested(row.content.text, row.language)
        }
        CopyIconButton {
            tip: qsTr("Copy code")
            onClicked: row.context.chat.copyText(row.content.text)
        }
    }
    PLabel {
        id: note

        visible: row.content.cut
        x: 15
        y: row.bodyHeight - height - 8
        width: row.innerWidth - 30
        role: "meta"
        wrapMode: Text.Wrap
        text: qsTr("This code is very long: only its beginning is shown. Copying and saving take all of it.")
    }
    SidewaysBox {
        id: code

        x: 1
        y: row.headerHeight
        width: row.innerWidth - 2
        height: label.height + row.bottomPadding - 1
        contentWidth: row.wrapped || label.x + label.width + 4 <= width ? width : label.x + label.width + 14
        contentHeight: height

        BlockText {
            id: label

            x: 14
            width: row.wrapped ? code.width - 28 : implicitWidth
            context: row.context
            listRow: row.index
            source: row.content.shownText
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
        language: row.language
        keywordColor: Theme.accent
        literalColor: Theme.codeLiteral
        commentColor: Theme.text3
    }
}
