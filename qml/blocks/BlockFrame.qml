import QtQuick

// The frame of a block: what it is indented by, the bars of quotes and of the thinking panel, and the
// marker of a list item. Quotes and lists that are read from right to left are indented at the right.
MessageRow {
    id: frame

    readonly property string nesting: content.nesting
    readonly property bool thinking: content.thinking
    readonly property bool mirrored: content.rightToLeft
    readonly property real unit: Theme.readingSize / 15
    readonly property real bulletIndent: Math.round(18 * unit)
    readonly property real numberIndent: Math.round(26 * unit)
    readonly property real quoteIndent: Math.round(16 * unit)
    readonly property real thinkingIndent: thinking ? 28 : 0
    readonly property real indent: offsetOf(nesting.length)
    readonly property real innerWidth: Math.max(80, context.columnWidth - indent)
    readonly property int textSize: thinking ? Theme.thinkingSize : Theme.readingSize
    readonly property int textLine: Math.round(textSize * (thinking ? 23 / 14 : 24 / 15))
    readonly property int textLineCjk: Math.round(textSize * (thinking ? 25 / 14 : 26 / 15))
    readonly property color textColor: thinking ? Theme.text2 : Theme.text
    /// Height of the first line, in whose middle the marker stands.
    property real firstLine: textLine
    /// How much lower than usual that line's baseline is.
    property real firstLineShift: 0
    default property alias inner: holder.data

    function offsetOf(depth: int): real {
        let x = thinkingIndent;
        for (let i = 0; i < depth; ++i)
            x += nesting[i] === "q" ? quoteIndent : nesting[i] === "b" ? bulletIndent : numberIndent;
        return x;
    }
    /// Where something stands that begins that far from the side and is that wide.
    function sideOf(offset: real, width: real): real {
        return mirrored ? context.columnWidth + thinkingIndent - offset - width : offset;
    }

    Rectangle {
        visible: frame.thinking
        x: 6
        y: frame.joined >= 0 ? -frame.scaledGap : -2
        width: 2
        height: parent.height - y
        color: Theme.line2
    }
    Repeater {
        model: frame.nesting.includes("q") ? frame.nesting.length : 0

        Rectangle {
            required property int index

            visible: frame.nesting[index] === "q"
            x: frame.sideOf(frame.offsetOf(index) + 1, width)
            y: frame.joined > index ? -frame.scaledGap : 0
            width: 2
            height: parent.height - y
            color: Theme.line2
        }
    }
    Loader {
        active: frame.content.marker !== ""
        readonly property real offset: frame.offsetOf(frame.nesting.length - 1)

        x: frame.sideOf(offset, width)
        y: frame.firstLineShift
        width: frame.indent - offset
        height: frame.firstLine
        sourceComponent: ListMarker {
            kind: frame.content.marker
            label: frame.content.label
            textSize: frame.textSize
            textColor: frame.textColor
            mirrored: frame.mirrored
        }
    }
    Item {
        id: holder

        x: frame.sideOf(frame.indent, width)
        width: frame.innerWidth
        height: frame.bodyHeight
    }
}
