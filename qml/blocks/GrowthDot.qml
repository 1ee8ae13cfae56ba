import QtQuick

// The end of an answer that is being received.
Rectangle {
    id: dot

    required property TextEdit editor
    required property bool mirrored ///< the text grows to the left
    // What the place of the last character depends on: asked again when any of it changes.
    readonly property var layout: [editor.length, editor.width, editor.contentWidth, editor.contentHeight]
    property rect end

    onLayoutChanged: end = editor.positionToRectangle(editor.length)
    Component.onCompleted: end = editor.positionToRectangle(editor.length)

    x: mirrored ? Math.max(0, end.x - 6 - width) : Math.min(end.x + 6, editor.width - width)
    y: editor.y + editor.contentHeight - Math.round((editor.usedLineHeight + height) / 2)
    width: 7
    height: 7
    radius: 3.5
    color: Theme.accent
    Accessible.ignored: true
}
