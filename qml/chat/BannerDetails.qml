import QtQuick

// The other side's own words, with the key removed; at most some lines, then it scrolls.
Rectangle {
    id: box

    required property TranscriptContext context
    required property string details

    height: Math.min(240, label.height + 24)
    radius: Theme.radiusCard
    color: Theme.code
    border.width: 1
    border.color: Theme.line
    clip: true

    Flickable {
        anchors.fill: parent
        anchors.margins: 1
        contentHeight: label.height + 22
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true

        BlockText {
            id: label

            x: 14
            y: 11
            width: box.width - 28
            context: box.context
            source: box.details.substring(0, 8000)
            mono: true
            wrapMode: TextEdit.WrapAtWordBoundaryOrAnywhere
            pixelSize: 13
            lineHeight: 20
            cjkLineHeight: 20
            color: Theme.text2
        }
    }
}
