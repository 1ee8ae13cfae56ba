import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// The text of the composer: one to ten lines, then it scrolls. Keys belong to the input method while
// it composes; only then to the composer, then to the text.
Flickable {
    id: field

    required property ChatController chat
    property bool sendWithCtrl: false
    property string placeholderText
    readonly property int line: Math.round(Theme.readingSize * 1.6) // in Chinese too
    readonly property int maximumLines: 10
    readonly property bool composing: area.inputMethodComposing || area.preeditText !== ""

    height: Math.max(line, Math.min(area.contentHeight, maximumLines * line))
    contentWidth: width
    contentHeight: area.height
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height
    T.ScrollBar.vertical: PScrollBar {
        parent: field.parent
        x: field.x + field.width
        y: field.y
        height: field.height
    }

    onComposingChanged: keepDraft()

    function takeFocus(): void {
        area.forceActiveFocus(Qt.ShortcutFocusReason);
    }
    function insert(text: string): void {
        area.text = text;
        area.cursorPosition = area.length;
        takeFocus();
    }
    function send(): void {
        if (composing)
            return;
        keepDraft();
        chat.send(area.text);
    }
    function keepDraft(): void {
        if (!composing)
            chat.draft = area.text;
    }
    function breakLine(): void {
        area.remove(area.selectionStart, area.selectionEnd);
        area.insert(area.cursorPosition, "\n");
    }
    function handleEnter(event: var): void {
        event.accepted = true; // also while composing: false would break the line
        if (composing)
            return;
        const ctrl = (event.modifiers & Qt.ControlModifier) !== 0;
        const shift = (event.modifiers & Qt.ShiftModifier) !== 0;
        if (sendWithCtrl ? ctrl : !ctrl && !shift)
            send();
        else
            breakLine();
    }
    function showCursor(): void {
        const top = area.cursorRectangle.y;
        const bottom = top + area.cursorRectangle.height;
        if (contentY > top)
            contentY = Math.max(0, top);
        else if (contentY + height < bottom)
            contentY = bottom - height;
    }

    Connections {
        target: field.chat

        function onDraftChanged(): void {
            if (area.text !== field.chat.draft) {
                area.text = field.chat.draft;
                area.cursorPosition = area.length;
            }
        }
    }
    DocumentLineHeight {
        document: area.textDocument
        height: field.line
    }

    T.TextArea {
        id: area

        width: field.width
        height: Math.max(field.height, contentHeight)
        focus: true
        // A line of fixed height has its baseline at four fifths; the design has it in the middle.
        topPadding: -Math.floor(field.line * 0.8 - (field.line / 2 + font.pixelSize * 0.364))
        leftPadding: 0
        rightPadding: 0
        bottomPadding: 0
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        selectByMouse: true
        persistentSelection: true
        color: Theme.text
        selectionColor: Theme.selection
        selectedTextColor: Theme.text
        font.family: Theme.fontFamily
        font.pixelSize: Theme.readingSize
        Accessible.name: qsTr("Message")
        Accessible.multiLine: true
        Component.onCompleted: text = field.chat.draft

        onTextChanged: field.keepDraft()
        onCursorRectangleChanged: field.showCursor()

        Keys.priority: Keys.BeforeItem
        Keys.onReturnPressed: event => field.handleEnter(event)
        Keys.onEnterPressed: event => field.handleEnter(event)
        Keys.onEscapePressed: event => event.accepted = field.composing
        Keys.onTabPressed: event => field.leave(event, true)
        Keys.onBacktabPressed: event => field.leave(event, false)
        Keys.onUpPressed: event => {
            event.accepted = !field.composing && text === "";
            if (event.accepted)
                field.chat.editLastMessage();
        }

        cursorDelegate: PCaret {}

        TextContextMenu {
            field: area
        }
        PLabel {
            visible: area.length === 0 && !field.composing
            x: 3 // clear of the cursor
            y: 1
            width: parent.width - x
            role: "reading"
            line: field.line
            color: Theme.text3
            text: field.placeholderText
        }
    }

    function leave(event: var, forward: bool): void {
        event.accepted = true;
        if (!composing)
            area.nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason
                                                                        : Qt.BacktabFocusReason);
    }
}
