import QtQuick

// The end of an answer that is being received.
Rectangle {
    id: dot

    required property TextEdit editor
    readonly property rect end: editor.length >= 0 ? editor.positionToRectangle(editor.length) : Qt.rect(0, 0, 0, 0)

    x: Math.min(end.x + 6, editor.width - width)
    y: editor.y + editor.contentHeight - Math.round((editor.usedLineHeight + height) / 2)
    width: 7
    height: 7
    radius: 3.5
    color: Theme.accent
    Accessible.ignored: true
}
