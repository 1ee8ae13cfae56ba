import QtQuick

// The header of a thinking panel that passes under the top of the list, kept in sight.
Rectangle {
    id: band

    required property TranscriptContext context
    readonly property var thinking: context.transcript.stickyHeader
    signal toggled(int row, string messageId, int panel)

    visible: thinking !== undefined && thinking !== null
    height: 40
    color: Theme.bg

    Loader {
        active: band.visible
        x: band.context.columnX
        y: 6
        sourceComponent: ThinkingHeader {
            thinking: band.thinking
            onClicked: band.toggled(band.context.transcript.stickyRow, band.context.transcript.stickyMessageId,
                                    band.thinking.panel)
        }
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.line
    }
}
