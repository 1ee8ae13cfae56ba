import QtQuick
import QtQuick.Templates as T
import Ponder.Ui

// A prompt as a field: sending it makes a new branch, nothing is overwritten.
FocusScope {
    id: editor

    required property TranscriptContext context
    required property string messageId
    readonly property bool composing: area.inputMethodComposing || area.preeditText !== ""
    property bool ready: false ///< the field holds the prompt: what changes now was typed
    readonly property bool canSend: area.text.trim() !== "" && !context.chat.busy

    implicitHeight: box.height

    function send(): void {
        if (composing || !canSend)
            return;
        const text = area.text;
        context.transcript.endEdit();
        context.chat.edit(messageId, text);
    }
    function handleEnter(event: var): void {
        event.accepted = true; // also while composing: false would break the line
        if (composing)
            return;
        if (event.modifiers & Qt.ShiftModifier)
            area.insert(area.cursorPosition, "\n");
        else
            send();
    }

    Component.onCompleted: {
        area.text = context.transcript.editText;
        area.cursorPosition = area.length;
        area.forceActiveFocus(Qt.OtherFocusReason);
        ready = true;
    }

    Rectangle {
        id: box

        width: parent.width
        height: area.height + 22 + buttons.height + 8
        radius: Theme.radiusBubble
        color: Theme.raised
        border.width: 1
        border.color: area.activeFocus ? Theme.line3 : Theme.line2
    }
    DocumentLineHeight {
        document: area.textDocument
        height: Theme.readingLine
    }
    T.TextArea {
        id: area

        x: 16
        y: 11
        width: parent.width - 32
        height: Math.max(Theme.readingLine, contentHeight)
        focus: true
        topPadding: -Math.round(Theme.readingLine * 0.3 - font.pixelSize * 0.364)
        leftPadding: 0
        rightPadding: 0
        bottomPadding: 0
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        selectByMouse: true
        color: Theme.text
        selectionColor: Theme.selection
        selectedTextColor: Theme.text
        font.family: Theme.fontFamily
        font.pixelSize: Theme.readingSize
        Accessible.name: qsTr("Edit message")
        Accessible.multiLine: true
        onTextChanged: if (editor.ready && !editor.composing) editor.context.transcript.editText = text

        cursorDelegate: PCaret {}

        Keys.priority: Keys.BeforeItem
        Keys.onReturnPressed: event => editor.handleEnter(event)
        Keys.onEnterPressed: event => editor.handleEnter(event)
        Keys.onEscapePressed: event => {
            event.accepted = true;
            if (!editor.composing)
                editor.context.transcript.endEdit();
        }
    }
    Row {
        id: buttons

        anchors.right: box.right
        anchors.rightMargin: 11
        y: box.height - height - 11
        spacing: 8

        PButton {
            small: true
            text: qsTr("Cancel")
            onClicked: editor.context.transcript.endEdit()
        }
        PButton {
            small: true
            primary: true
            enabled: editor.canSend
            text: qsTr("Send")
            onClicked: editor.send()
        }
    }
}
