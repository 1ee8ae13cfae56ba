import QtQuick
import QtQuick.Templates as T

// One provider of the first run.
T.Button {
    id: tile

    property bool chosen: false
    property bool quiet: false

    implicitWidth: 122
    implicitHeight: 44
    hoverEnabled: true
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: chosen
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        PLabel {
            anchors.centerIn: parent
            width: parent.width - 12
            role: "strong"
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            lineHeight: lineCount > 1 ? 16 : line
            color: tile.quiet ? Theme.text2 : Theme.text
            text: tile.text
        }
    }
    background: CardFrame {
        color: tile.down ? Theme.selected : tile.chosen || tile.hovered ? Theme.hover : Theme.raised
        borderColor: tile.chosen ? Theme.line2 : Theme.line

        PFocusRing {
            visible: tile.visualFocus
            cornerRadius: Theme.radiusCard
        }
    }
}
